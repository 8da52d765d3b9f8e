import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import { type Result, success } from "../../../shared/result.ts";
import { type AddedHosts, addExported, addHosts, type WatchWish } from "../../../shared/watch/add-hosts.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import { readWatchedHost } from "../../../shared/watch/read-watched-host.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { type Database, storeNames } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, type Writing, writeAtOnce } from "./transact.ts";

/** The watch list in the database. Every function that writes is one transaction: all of it is kept, or nothing. */

const readHosts = (records: readonly unknown[]): readonly WatchedHost[] =>
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
  writeAtOnce(database, ["hosts"], async (transaction) => {
    const store = transaction.objectStore("hosts");
    // A few are looked up, many are read with all others: that is quicker.
    const known = ids.length > 200 ? await store.getAll() : await Promise.all(ids.map((id) => store.get(id)));
    const added = decide(readHosts(known));
    await Promise.all(added.changed.map((host) => store.put(host)));
    return added;
  });

/**
 * Changes hosts by id, all or none: `change` is pure and gets each as it stands at that moment, so that two changes at
 * once do not undo each other. Ids that are not there (any more) are passed over. Gives the hosts as they are now.
 */
export const changeHosts = (
  database: Database,
  ids: readonly string[],
  change: (host: WatchedHost) => WatchedHost,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  writeAtOnce(database, ["hosts"], async (transaction) => {
    const store = transaction.objectStore("hosts");
    const known = readHosts(await Promise.all(ids.map((id) => store.get(id))));
    const changed = known.map((host) => ({ ...change(host), id: host.id }));
    await Promise.all(changed.map((host) => store.put(host)));
    return changed;
  });

/** Keeps the outcome of a check and the certificate that it saw (DER) together; the one it replaces goes, unless another host shows it. */
export async function keepCheck(
  database: Database,
  id: string,
  change: (host: WatchedHost) => WatchedHost,
  leaf?: Uint8Array,
): Promise<Result<WatchedHost | undefined, StoreProblem>> {
  const certificate = leaf && { sha256: await sha256Hex(leaf), leaf };
  return writeAtOnce(database, ["hosts", "certificates"], async (transaction) => {
    const store = transaction.objectStore("hosts");
    const [before] = readHosts([await store.get(id)]);
    if (before === undefined) return undefined; // forgotten while it was checked
    const after = { ...change(before), id };
    await store.put(after);
    const shown = after.lastSeen?.sha256;
    if (certificate !== undefined && certificate.sha256 === shown)
      await transaction.objectStore("certificates").put(certificate);
    const gone = before.lastSeen?.sha256;
    if (gone !== undefined && gone !== shown) await dropUnshown(transaction, gone);
    return after;
  });
}

/** DER of a certificate that a watched host shows, by its SHA-256. */
export const findCertificate = (
  database: Database,
  sha256: string,
): Promise<Result<Uint8Array | undefined, StoreProblem>> =>
  read(async () => (await database.get("certificates", sha256))?.leaf);

/** Forgets hosts with all that is known of them: check results, certificate and notification marks. */
export const forgetHosts = (database: Database, ids: readonly string[]): Promise<Result<void, StoreProblem>> =>
  writeAtOnce(database, [...storeNames], async (transaction) => {
    const store = transaction.objectStore("hosts");
    for (const id of ids) {
      const [host] = readHosts([await store.get(id)]);
      await store.delete(id);
      await dropMarks(transaction, id);
      if (host?.lastSeen?.sha256 !== undefined) await dropUnshown(transaction, host.lastSeen.sha256);
    }
  });

/** Forgets everything: hosts, certificates, marks. */
export const forgetAll = (database: Database): Promise<Result<void, StoreProblem>> =>
  writeAtOnce(database, [...storeNames], async (transaction) => {
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
  });

async function dropUnshown(transaction: Writing, sha256: string): Promise<void> {
  const shownBy = await transaction.objectStore("hosts").index("sha256").count(sha256);
  if (shownBy > 0) return;
  await transaction.objectStore("certificates").delete(sha256);
  if (transaction.objectStoreNames.contains("marks")) await dropMarks(transaction, sha256);
}

/** Keys of marks are `<certificate>:<level>`; the range holds those that begin with it. */
const dropMarks = (transaction: Writing, certificate: string): Promise<void> =>
  transaction.objectStore("marks").delete(IDBKeyRange.bound(`${certificate}:`, `${certificate}:\uffff`));

export const notificationMarks = (database: Database): Promise<Result<readonly NotificationMark[], StoreProblem>> =>
  read(() => database.getAll("marks"));

/** Keeps new marks and drops stale ones. */
export const keepMarks = (
  database: Database,
  newMarks: readonly NotificationMark[],
  stale: readonly string[] = [],
): Promise<Result<void, StoreProblem>> =>
  newMarks.length + stale.length === 0
    ? Promise.resolve(success(undefined))
    : writeAtOnce(database, ["marks"], async (transaction) => {
        const store = transaction.objectStore("marks");
        await Promise.all([...newMarks.map((mark) => store.put(mark)), ...stale.map((key) => store.delete(key))]);
      });
