import { failure, type Result } from "../../../../shared/result.ts";
import { database } from "../../store/connection.ts";
import type { Database } from "../../store/database.ts";
import { countHosts, hostBatch, hostsById } from "../../store/host-batches.ts";
import type { StoreProblem } from "../../store/store-problem.ts";
import { soonestHosts } from "../../store/watch-list.ts";
import type { HostSource } from "./watched-rows.ts";

/** Does something with this page's database, or says why it is not to be had. */
export async function withDatabase<T, P>(
  work: (opened: Database) => Promise<Result<T, P>>,
): Promise<Result<T, P | StoreProblem>> {
  const opened = await database();
  return opened.ok ? work(opened.value) : failure(opened.problem);
}

/** The watch list of this browser. */
export const storeSource: HostSource = {
  count: () => withDatabase(countHosts),
  soonest: (count) => withDatabase((opened) => soonestHosts(opened, count)),
  batch: (last, count) => withDatabase((opened) => hostBatch(opened, last, count)),
  byId: (ids) => withDatabase((opened) => hostsById(opened, ids)),
};
