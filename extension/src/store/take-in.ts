import { type Result, success } from "../../../shared/result.ts";
import { addExported, addHosts } from "../../../shared/watch/add-hosts.ts";
import type { AddPlan } from "../../../shared/watch/incoming/add-plan.ts";
import { readWatchedHost } from "../../../shared/watch/read-watched-host.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database } from "./database.ts";
import { forgetHosts } from "./forgotten-hosts.ts";
import { forgetOwned, ownedCertificate } from "./owned.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";
import { tellWritten } from "./watch-news.ts";

/** What was not there before: what `takeBack` takes away again. */
export interface TakenIn {
  /** Ids of hosts. */
  readonly hosts: readonly string[];
  /** SHA-256 of certificates, lower-case hex. */
  readonly owned: readonly string[];
}

/**
 * Takes hosts and certificates that were found in texts and files into the store, in one transaction: all of them or none.
 * Of hosts that are there only empty fields are filled. `now` is epoch milliseconds.
 */
export async function takeIn(
  database: Database,
  { wishes, exported, leaves }: Pick<AddPlan, "wishes" | "exported" | "leaves">,
  now: number,
): Promise<Result<TakenIn, StoreProblem>> {
  const certificates = (await Promise.all(leaves.map((leaf) => ownedCertificate(leaf, now)))).flatMap(
    (certificate) => certificate ?? [],
  );
  return tellWritten(
    writeAtOnce(database, ["hosts", "owned"], async (transaction) => {
      const hosts = transaction.objectStore("hosts");
      const owned = transaction.objectStore("owned");
      const [records, ownedKeys] = await Promise.all([hosts.getAll(), owned.getAllKeys()]);
      const known = records.flatMap((record) => {
        const host = readWatchedHost(record);
        return host.ok ? [host.value] : [];
      });
      const first = addExported(known, exported).changed;
      const then = addHosts([...known, ...first], wishes, now).changed;
      const changed = new Map<string, WatchedHost>([...first, ...then].map((host) => [host.id, host]));
      const fresh = certificates.filter(({ sha256 }) => !ownedKeys.includes(sha256));
      await Promise.all([
        ...[...changed.values()].map((host) => hosts.put(host)),
        ...fresh.map((certificate) => owned.put(certificate)),
      ]);
      const before = new Set(known.map(({ id }) => id));
      return {
        hosts: [...changed.keys()].filter((id) => !before.has(id)),
        owned: fresh.map(({ sha256 }) => sha256),
        changed: [...changed.keys()],
      };
    }),
    ({ changed, owned }) => (owned.length > 0 ? "everything" : changed),
  );
}

/** Takes away again exactly what was added. */
export async function takeBack(database: Database, { hosts, owned }: TakenIn): Promise<Result<void, StoreProblem>> {
  if (hosts.length > 0) {
    const forgotten = await forgetHosts(database, hosts);
    if (!forgotten.ok) return forgotten;
  }
  return owned.length === 0 ? success(undefined) : forgetOwned(database, owned);
}

/** Ids of all records of the watch list, without reading them. */
export const watchedIds = (database: Database): Promise<Result<readonly string[], StoreProblem>> =>
  read(async () => (await database.getAllKeys("hosts")).filter((key) => typeof key === "string"));
