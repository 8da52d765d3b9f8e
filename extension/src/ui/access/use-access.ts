import { useEffect, useState } from "preact/hooks";
import { certificateAccess } from "../../platform/capabilities.ts";
import {
  hasSiteAccess,
  onPermissionsChanged,
  removeSiteAccess,
  requestSiteAccess,
} from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { onObservations } from "../../store/observations.ts";
import type { AccessState } from "./access-state.ts";

export interface AccessActions {
  readonly allow: () => void;
  readonly takeBack: () => void;
}

/** Site access with the browser behind it; follows changes that are made elsewhere, and looks again when the page is. */
export function useAccess(): readonly [state: AccessState | undefined, actions: AccessActions] {
  const [state, setState] = useState<AccessState>();
  const read = async (last?: NonNullable<AccessState["last"]>) => {
    const [siteAccess, certificates] = await Promise.all([hasSiteAccess(), certificateAccess()]);
    setState((before) => {
      const outcome = last ?? before?.last;
      return { siteAccess, certificates, ...(outcome !== undefined && { last: outcome }) };
    });
  };
  const readQuietly = () => void read().catch((error: unknown) => report("reading site access", error));

  useEffect(() => {
    readQuietly();
    onPermissionsChanged(readQuietly);
    const stop = onObservations(readQuietly);
    const listening = new AbortController();
    // The user comes back from another tab, where a site was opened or the flag was set.
    document.addEventListener("visibilitychange", readQuietly, { signal: listening.signal });
    return () => {
      stop();
      listening.abort();
    };
  }, []);

  return [
    state,
    {
      allow: () =>
        void requestSiteAccess()
          .then((given) => read(given ? "given" : "refused"))
          .catch((error: unknown) => report("asking for site access", error)),
      takeBack: () =>
        void removeSiteAccess()
          .then(() => read("taken-back"))
          .catch((error: unknown) => report("taking site access back", error)),
    },
  ];
}
