import { type Result, success } from "../../../shared/result.ts";
import { addExported } from "../../../shared/watch/add-hosts.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database, StoredCertificate } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";
import { forgetHosts, readHosts } from "./watch-list.ts";
import { tellWritten } from "./watch-news.ts";

/** All that was known of hosts before they were forgotten, so that the user can take it back. */
export interface ForgottenHosts {
  readonly hosts: readonly WatchedHost[];
  readonly certificates: readonly StoredCertificate[];
  readonly marks: readonly NotificationMark[];
}

/** Forgets hosts and gives what `putBack` needs. */
export async function takeOut(
  database: Database,
  ids: readonly string[],
): Promise<Result<ForgottenHosts, StoreProblem>> {
  const known = await read(async () => {
    const transaction = database.transaction(["hosts", "certificates", "marks"]);
    const store = transaction.objectStore("hosts");
    const hosts = readHosts(await Promise.all(ids.map((id) => store.get(id))));
    const shown = [...new Set(hosts.flatMap(({ lastSeen }) => lastSeen?.sha256 ?? []))];
    const leaves = await Promise.all(shown.map((sha256) => transaction.objectStore("certificates").get(sha256)));
    const about = new Set([...ids, ...shown]);
    // A key is `<certificate or host>:<level>`.
    const marks = (await transaction.objectStore("marks").getAll()).filter(({ key }) =>
      about.has(key.slice(0, key.lastIndexOf(":"))),
    );
    return { hosts, certificates: leaves.filter((leaf) => leaf !== undefined), marks };
  });
  if (!known.ok) return known;
  const forgotten = await forgetHosts(database, ids);
  return forgotten.ok ? success(known.value) : forgotten;
}

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
