import { toHex } from "../../certificate/hex.ts";
import type { WatchWish } from "../add-hosts.ts";
import { targetKey } from "../host-list.ts";
import { cleanTags, cleanText } from "../user-text.ts";
import type { WatchedHost } from "../watched-host.ts";
import type { Found } from "./incoming.ts";

/** What the user says of all hosts that are added at once. */
export interface ForAll {
  readonly owner: string;
  readonly tags: readonly string[];
}

/** What is about to be added: for the preview, and for the store when the user confirms it. */
export interface AddPlan {
  readonly wishes: readonly WatchWish[];
  readonly exported: readonly WatchedHost[];
  /** DER of certificates, each once. */
  readonly leaves: readonly Uint8Array[];
  /** Each address once, in the order in which they came: first those that are not watched yet. */
  readonly fresh: readonly WatchWish[];
  readonly watched: readonly WatchWish[];
  /** How often an address came again. */
  readonly repeated: number;
}

/** Joins what was found in several texts and files. `watched` holds the ids of the watch list. */
export function planAdding(all: readonly Found[], watched: ReadonlySet<string>, forAll: ForAll): AddPlan {
  const wishes = all.flatMap((one) => one.wishes).map((wish) => withForAll(wish, forAll));
  const exported = all.flatMap((one) => one.exported).map((host) => ({ ...host, ...withForAll(host, forAll) }));
  const byId = new Map<string, WatchWish>();
  for (const wish of [...wishes, ...exported]) {
    const id = targetKey(wish);
    if (!byId.has(id)) byId.set(id, wish);
  }
  const each = [...byId];
  return {
    wishes,
    exported,
    leaves: [...new Map(all.flatMap(({ leaves }) => leaves).map((leaf) => [toHex(leaf), leaf])).values()],
    fresh: each.filter(([id]) => !watched.has(id)).map(([, wish]) => wish),
    watched: each.filter(([id]) => watched.has(id)).map(([, wish]) => wish),
    repeated: wishes.length + exported.length - byId.size,
  };
}

function withForAll<T extends WatchWish>(
  wish: T,
  { owner, tags }: ForAll,
): T & { readonly owner: string; readonly tags: readonly string[] } {
  return {
    ...wish,
    owner: wish.owner !== undefined && wish.owner !== "" ? wish.owner : cleanText(owner),
    tags: cleanTags([...(wish.tags ?? []), ...tags]),
  };
}
