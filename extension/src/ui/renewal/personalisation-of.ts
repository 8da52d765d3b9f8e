import { hostOfWildcard, type Personalisation } from "../../../../shared/guide/personalisation.ts";
import { fileBaseName } from "../../../../shared/keystore/file-names.ts";
import { routeOf } from "./bought-at.ts";
import type { RenewalState } from "./renewal-state.ts";

/** What the guides may know of a renewal: the host, the name of the files, the authority, and when the old certificate ends. */
export function personalisationOf(state: RenewalState): Personalisation {
  const { site, names, made, known } = state;
  const list = made?.names ?? names.names;
  const first = list.find(({ kind }) => kind === "dns")?.value;
  // The host that was visited is better than one made up for a wildcard.
  const domain = site?.host ?? (first === undefined ? undefined : hostOfWildcard(first));
  const route = routeOf(state);
  const notAfter = known.kind === "seen" ? known.seen.notAfter : undefined;
  return {
    values: { ...(domain !== undefined && { domain }), ...(list.length > 0 && { file: fileBaseName(list) }) },
    ...(route?.kind === "authority" && { authority: route.authority.id }),
    ...(notAfter !== undefined &&
      Math.abs(notAfter) < 8.64e15 && { expires: new Date(notAfter).toISOString().slice(0, 10) }),
  };
}
