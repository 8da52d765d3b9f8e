import type { Result } from "../../../shared/result.ts";
import { addExported } from "../../../shared/watch/add-hosts.ts";
import type { Database } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { writeAtOnce } from "./transact.ts";
import { type ForgottenHosts, readHosts } from "./watch-list.ts";
import { tellWritten } from "./watch-news.ts";

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
