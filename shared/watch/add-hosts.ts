import type { Thresholds } from "../verdict/verdict.ts";
import { type Target, targetKey } from "./host-list.ts";
import { cleanNote, cleanTags, cleanText } from "./user-text.ts";
import type { WatchedHost } from "./watched-host.ts";

/** A host that someone wants watched, with what they said of it. */
export interface WatchWish extends Target {
  readonly note?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly thresholds?: Thresholds;
  readonly snoozedUntil?: number;
}

export interface AddedHosts {
  /** The records that are new or changed, each once: what the store has to write. */
  readonly changed: readonly WatchedHost[];
  readonly added: number;
  /** Wishes for an address that was there already, or twice among the wishes. */
  readonly duplicates: number;
}

/**
 * Takes wishes into the list: one record an address (host, port, STARTTLS). Of an address that is there, what the user
 * wrote stays, empty fields are filled and tags are joined. `now` is epoch milliseconds; new hosts are checked at once.
 */
export function addHosts(existing: Iterable<WatchedHost>, wishes: readonly WatchWish[], now: number): AddedHosts {
  const known = new Map([...existing].map((host) => [host.id, host]));
  const changed = new Map<string, WatchedHost>();
  let added = 0;
  for (const wish of wishes) {
    const id = targetKey(wish);
    const before = changed.get(id) ?? known.get(id);
    const after = before === undefined ? newHost(id, wish, now) : mergeHost(before, wish);
    if (before === undefined) added++;
    if (after !== before) changed.set(id, after);
  }
  return { changed: [...changed.values()], added, duplicates: wishes.length - added };
}

/**
 * Takes hosts of an export or a backup into the list: those that are new as they were, with all that was known of them;
 * of those that are there, only empty fields are filled.
 */
export function addExported(existing: Iterable<WatchedHost>, exported: readonly WatchedHost[]): AddedHosts {
  const known = new Map([...existing].map((host) => [host.id, host]));
  const fresh = exported.filter(({ id }) => !known.has(id));
  const merged = exported.flatMap((host) => {
    const before = known.get(host.id);
    const after = before && mergeHost(before, host);
    return after === undefined || after === before ? [] : [after];
  });
  return { changed: [...fresh, ...merged], added: fresh.length, duplicates: exported.length - fresh.length };
}

const newHost = (id: string, wish: WatchWish, now: number): WatchedHost => ({
  id,
  host: wish.host,
  port: wish.port,
  ...(wish.starttls !== undefined && { starttls: wish.starttls }),
  addedAt: now,
  note: cleanNote(wish.note ?? ""),
  owner: cleanText(wish.owner ?? ""),
  tags: cleanTags(wish.tags ?? []),
  ...(wish.thresholds !== undefined && { thresholds: wish.thresholds }),
  ...(wish.snoozedUntil !== undefined && { snoozedUntil: wish.snoozedUntil }),
  failures: 0,
  nextCheckAt: now,
});

function mergeHost(host: WatchedHost, wish: WatchWish): WatchedHost {
  const thresholds = host.thresholds ?? wish.thresholds;
  const snoozedUntil = host.snoozedUntil ?? wish.snoozedUntil;
  const merged = {
    ...host,
    note: host.note === "" ? cleanNote(wish.note ?? "") : host.note,
    owner: host.owner === "" ? cleanText(wish.owner ?? "") : host.owner,
    tags: cleanTags([...host.tags, ...(wish.tags ?? [])]),
    ...(thresholds !== undefined && { thresholds }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
  };
  const same =
    merged.note === host.note &&
    merged.owner === host.owner &&
    merged.tags.join("\n") === host.tags.join("\n") &&
    thresholds === host.thresholds &&
    snoozedUntil === host.snoozedUntil;
  return same ? host : merged;
}
