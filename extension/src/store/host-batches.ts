import type { Result } from "../../../shared/result.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read } from "./transact.ts";
import { readHosts } from "./watch-list.ts";

/** Reading a long watch list piece by piece, so that a page stays quick while it comes in. */

export interface HostBatch {
  readonly hosts: readonly WatchedHost[];
  /** The last record's id, to go on from; undefined: that was all. */
  readonly last?: string;
}

/** The next hosts by id after `last`, at most `count`. */
export const hostBatch = (
  database: Database,
  last: string | undefined,
  count: number,
): Promise<Result<HostBatch, StoreProblem>> =>
  read(async () => {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const records = await database.getAll("hosts", range, count);
    const hosts = readHosts(records);
    const id = records.length < count ? undefined : keyOf(records.at(-1));
    return { hosts, ...(id !== undefined && { last: id }) };
  });

function keyOf(record: unknown): string | undefined {
  const { id }: { id?: unknown } = typeof record === "object" && record !== null ? record : {};
  return typeof id === "string" ? id : undefined;
}

export const countHosts = (database: Database): Promise<Result<number, StoreProblem>> =>
  read(() => database.count("hosts"));

/** The hosts with these ids as they stand; those that are not there (any more) are left out. */
export const hostsById = (
  database: Database,
  ids: readonly string[],
): Promise<Result<readonly WatchedHost[], StoreProblem>> =>
  read(async () => {
    const { store } = database.transaction("hosts");
    return readHosts(await Promise.all(ids.map((id) => store.get(id))));
  });
