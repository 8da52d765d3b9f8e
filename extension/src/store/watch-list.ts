import type { IDBPObjectStore, StoreNames } from "idb";
import type { Result } from "../../../shared/result.ts";
import { type AddedHosts, addExported, addHosts, type WatchWish } from "../../../shared/watch/add-hosts.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import { readWatchedHost } from "../../../shared/watch/read-watched-host.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database, Schema } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";
import { tellWritten } from "./watch-news.ts";

/** The watch list in the database. Every function that writes is one transaction: all of it is kept, or nothing; then it is told. */

/** The records that are hosts; others are passed over. */
export const readHosts = (records: readonly unknown[]): readonly WatchedHost[] =>
  records.flatMap((record) => {
    const host = readWatchedHost(record);
    return host.ok ? [host.value] : [];
  });

/** All watched hosts, by id. A record that cannot be read is passed over and stays where it is. */
export const watchedHosts = (database: Database): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  read(async () => readHosts(await database.getAll("hosts")));

/** The hosts whose certificates end first, at most `count`, for the first rows of a long table; those without dates are not among them. */
export const soonestHosts = (
  database: Database,
  count: number,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  read(async () => readHosts(await database.getAllFromIndex("hosts", "notAfter", null, count)));

export const findWatchedHost = (
  database: Database,
  id: string,
): Promise<Result<WatchedHost | undefined, StoreProblem>> =>
  read(async () => readHosts([await database.get("hosts", id)])[0]);

/** The hosts that show a certificate, by its SHA-256. */
export const hostsShowing = (
  database: Database,
  sha256: string,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  read(async () => readHosts(await database.getAllFromIndex("hosts", "sha256", sha256)));

/** Adds hosts, all of them or none. `now` is epoch milliseconds. */
export const watchHosts = (
  database: Database,
  wishes: readonly WatchWish[],
  now: number,
): Promise<Result<AddedHosts, StoreProblem>> =>
  join(database, wishes.map(targetKey), (known) => addHosts(known, wishes, now));

/** Takes the hosts of an export in, all of them or none; of those that are there only empty fields are filled. */
export const importHosts = (
  database: Database,
  exported: readonly WatchedHost[],
): Promise<Result<AddedHosts, StoreProblem>> =>
  join(
    database,
    exported.map(({ id }) => id),
    (known) => addExported(known, exported),
  );

const join = (
  database: Database,
  ids: readonly string[],
  decide: (known: readonly WatchedHost[]) => AddedHosts,
): Promise<Result<AddedHosts, StoreProblem>> =>
  tellWritten(
    writeAtOnce(database, ["hosts"], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const added = decide(await lookUp(store, ids));
      await Promise.all(added.changed.map((host) => store.put(host)));
      return added;
    }),
    ({ changed }) => idsOf(changed),
  );

/** The hosts with these ids that are there. A few are looked up, many are read with all others: that is quicker. */
async function lookUp(
  store: Pick<IDBPObjectStore<Schema, StoreNames<Schema>[], "hosts", "readwrite">, "get" | "getAll">,
  ids: readonly string[],
): Promise<readonly WatchedHost[]> {
  if (ids.length <= 200) return readHosts(await Promise.all(ids.map((id) => store.get(id))));
  const wanted = new Set(ids);
  return readHosts(await store.getAll()).filter(({ id }) => wanted.has(id));
}

const idsOf = (hosts: readonly WatchedHost[]): readonly string[] => hosts.map(({ id }) => id);

/**
 * Changes hosts by id, all or none: `change` is pure and gets each as it stands at that moment, so that two changes at
 * once do not undo each other. Ids that are not there (any more) are passed over. Gives the hosts as they are now.
 */
export const changeHosts = (
  database: Database,
  ids: readonly string[],
  change: (host: WatchedHost) => WatchedHost,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  tellWritten(
    writeAtOnce(database, ["hosts"], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const changed = (await lookUp(store, ids)).map((host) => ({ ...change(host), id: host.id }));
      await Promise.all(changed.map((host) => store.put(host)));
      return changed;
    }),
    idsOf,
  );

/** Has the background check these hosts in its next round. `now` is epoch milliseconds. */
export const checkNow = (
  database: Database,
  ids: readonly string[],
  now: number,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  changeHosts(database, ids, (host) => ({ ...host, nextCheckAt: now }));
