import type { Result } from "../../../shared/result.ts";
import { addExported } from "../../../shared/watch/add-hosts.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { type Database, type StoredCertificate, storeNames } from "./database.ts";
import { dropCertificate, isShown } from "./shown-certificates.ts";
import type { StoreProblem } from "./store-problem.ts";
import { type Writing, writeAtOnce } from "./transact.ts";
import { readHosts } from "./watch-list.ts";
import { tellWritten } from "./watch-news.ts";

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

/** Puts forgotten hosts back as they were; of one that was added again meanwhile only empty fields are filled. */
export async function putBack(
  database: Database,
  { hosts, certificates, marks }: ForgottenHosts,
): Promise<Result<void, StoreProblem>> {
  const writing = writeAtOnce(database, ["hosts", "certificates", "marks"], async (transaction) => {
    const store = transaction.objectStore("hosts");
    const known = readHosts(await Promise.all(hosts.map(({ id }) => store.get(id))));
    const { changed } = addExported(known, hosts);
    await Promise.all([
      ...changed.map((host) => store.put(host)),
      ...certificates.map((certificate) => transaction.objectStore("certificates").put(certificate)),
      ...marks.map((mark) => transaction.objectStore("marks").put(mark)),
    ]);
  });
  return tellWritten(writing, () => hosts.map(({ id }) => id));
}

/** Keys of marks are `<certificate>:<level>`; the range holds those that begin with it. */
async function dropMarks(transaction: Writing, certificate: string): Promise<readonly NotificationMark[]> {
  const store = transaction.objectStore("marks");
  const range = IDBKeyRange.bound(`${certificate}:`, `${certificate}:\uffff`);
  const marks = await store.getAll(range);
  if (marks.length > 0) await store.delete(range);
  return marks;
}
