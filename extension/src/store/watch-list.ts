import type { IDBPObjectStore, StoreNames } from "idb";
import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import { type Result, success } from "../../../shared/result.ts";
import { type AddedHosts, addExported, addHosts, type WatchWish } from "../../../shared/watch/add-hosts.ts";
import { dueLimits } from "../../../shared/watch/check-schedule.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import { readWatchedHost } from "../../../shared/watch/read-watched-host.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { type Database, type Schema, type StoredCertificate, storeNames } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, type Writing, writeAtOnce } from "./transact.ts";
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

/**
 * The hosts whose check is to begin at `now` as `dueChecks` finds them, at most `count`: overdue ones first, the longest
 * before the others, then those that a wrong clock planned. Reads no more than these, however long the list is.
 */
export const dueHosts = (
  database: Database,
  now: number,
  count: number,
): Promise<Result<readonly WatchedHost[], StoreProblem>> => read(() => readDue(database, now, count));

async function readDue(database: Database, now: number, count: number): Promise<readonly WatchedHost[]> {
  const { plannedUntil, plannedAfter, checkedAfter } = dueLimits(now);
  const found = new Map<string, WatchedHost>();
  for (const hosts of [
    inOrder(database, "nextCheckAt", IDBKeyRange.upperBound(plannedUntil)),
    inOrder(database, "nextCheckAt", IDBKeyRange.lowerBound(plannedAfter, true)),
    inOrder(database, "checkedAt", IDBKeyRange.lowerBound(checkedAfter, true)),
  ])
    for await (const host of hosts) {
      if (found.size >= count) return [...found.values()];
      found.set(host.id, host);
    }
  return [...found.values()];
}

/** Hosts one by one in the order of an index: what cannot be read must not take the place of what can. */
async function* inOrder(
  database: Database,
  index: "nextCheckAt" | "checkedAt",
  range: IDBKeyRange,
): AsyncGenerator<WatchedHost> {
  let cursor = await database.transaction("hosts").store.index(index).openCursor(range);
  while (cursor) {
    yield* readHosts([cursor.value]);
    cursor = await cursor.continue();
  }
}

/** When the next check is to begin (epoch milliseconds, never before `now`), as `nextWake` says; undefined where nothing is watched. */
export const nextCheckTime = (
  database: Database,
  now = Date.now(),
): Promise<Result<number | undefined, StoreProblem>> =>
  read(async () => {
    const due = await readDue(database, now, 1);
    if (due.length > 0) return now;
    for await (const { nextCheckAt } of inOrder(database, "nextCheckAt", IDBKeyRange.lowerBound(now, true)))
      return nextCheckAt;
    return undefined;
  });

/** Has the background check these hosts in its next round. `now` is epoch milliseconds. */
export const checkNow = (
  database: Database,
  ids: readonly string[],
  now: number,
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  changeHosts(database, ids, (host) => ({ ...host, nextCheckAt: now }));

/** Keeps the outcome of a check and the certificate that it saw (DER) together; the one it replaces goes, unless another host shows it. */
export const keepCheck = (
  database: Database,
  id: string,
  change: (host: WatchedHost) => WatchedHost,
  leaf?: Uint8Array,
): Promise<Result<WatchedHost | undefined, StoreProblem>> =>
  changeWithLeaf(database, id, leaf, (host) => host && change(host)); // nothing where it was forgotten meanwhile

/**
 * Adds one host together with what is known of it already: `change` is a check's outcome for the host as it is added, or as
 * it stood, and `leaf` the certificate (DER) that it saw. Gives the host as it is now.
 */
export const watchHost = (
  database: Database,
  wish: WatchWish,
  now: number,
  change: (host: WatchedHost) => WatchedHost = (host) => host,
  leaf?: Uint8Array,
): Promise<Result<WatchedHost | undefined, StoreProblem>> =>
  changeWithLeaf(database, targetKey(wish), leaf, (known) => {
    const [host = known] = addHosts(known ? [known] : [], [wish], now).changed;
    return host && change(host);
  });

async function changeWithLeaf(
  database: Database,
  id: string,
  leaf: Uint8Array | undefined,
  change: (host: WatchedHost | undefined) => WatchedHost | undefined,
): Promise<Result<WatchedHost | undefined, StoreProblem>> {
  const certificate = leaf && { sha256: await sha256Hex(leaf), leaf };
  return tellWritten(
    writeAtOnce(database, ["hosts", "certificates"], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const [before] = readHosts([await store.get(id)]);
      const changed = change(before);
      if (changed === undefined) return undefined;
      const after = { ...changed, id };
      await store.put(after);
      const shown = after.lastSeen?.sha256;
      if (certificate !== undefined && certificate.sha256 === shown)
        await transaction.objectStore("certificates").put(certificate);
      const gone = before?.lastSeen?.sha256;
      if (gone !== undefined && gone !== shown && !(await isShown(transaction, gone)))
        await dropCertificate(transaction, gone);
      return after;
    }),
    (host) => (host === undefined ? [] : [host.id]),
  );
}

/** DER of a certificate that a watched host shows, by its SHA-256. */
export const findCertificate = (
  database: Database,
  sha256: string,
): Promise<Result<Uint8Array | undefined, StoreProblem>> =>
  read(async () => (await database.get("certificates", sha256))?.leaf);

/** All that was known of hosts that were forgotten: what `putBack` needs. */
export interface ForgottenHosts {
  readonly hosts: readonly WatchedHost[];
  readonly certificates: readonly StoredCertificate[];
  readonly marks: readonly NotificationMark[];
}

/** Forgets hosts with all that is known of them: check results, certificate and notification marks. Gives what was forgotten. */
export const forgetHosts = (
  database: Database,
  ids: readonly string[],
): Promise<Result<ForgottenHosts, StoreProblem>> =>
  tellWritten(
    writeAtOnce(database, ["hosts", "certificates", "marks"], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const hosts: WatchedHost[] = [];
      const certificates: StoredCertificate[] = [];
      const marks: NotificationMark[] = [];
      for (const id of ids) {
        const [host] = readHosts([await store.get(id)]);
        await store.delete(id);
        marks.push(...(await dropMarks(transaction, id)));
        if (host === undefined) continue;
        hosts.push(host);
        const sha256 = host.lastSeen?.sha256;
        if (sha256 === undefined || (await isShown(transaction, sha256))) continue;
        certificates.push(...(await dropCertificate(transaction, sha256)));
        marks.push(...(await dropMarks(transaction, sha256)));
      }
      return { hosts, certificates, marks };
    }),
    () => ids,
  );

/** Forgets everything: hosts, certificates, marks, and the certificates that the user has. */
export const forgetAll = (database: Database): Promise<Result<void, StoreProblem>> =>
  tellWritten(
    writeAtOnce(database, [...storeNames], async (transaction) => {
      await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
    }),
    () => "everything",
  );

const isShown = async (transaction: Writing, sha256: string): Promise<boolean> =>
  (await transaction.objectStore("hosts").index("sha256").count(sha256)) > 0;

async function dropCertificate(transaction: Writing, sha256: string): Promise<readonly StoredCertificate[]> {
  const store = transaction.objectStore("certificates");
  const certificate = await store.get(sha256);
  if (certificate === undefined) return [];
  await store.delete(sha256);
  return [certificate];
}

/** Keys of marks are `<certificate>:<level>`; the range holds those that begin with it. */
async function dropMarks(transaction: Writing, certificate: string): Promise<readonly NotificationMark[]> {
  const store = transaction.objectStore("marks");
  const range = IDBKeyRange.bound(`${certificate}:`, `${certificate}:\uffff`);
  const marks = await store.getAll(range);
  if (marks.length > 0) await store.delete(range);
  return marks;
}

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
