import type { Result } from "../../../shared/result.ts";
import { type Database, storeNames } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read } from "./transact.ts";

type StoreName = (typeof storeNames)[number];

/** How many records each store holds at one moment. */
export type RecordCounts = Readonly<Record<StoreName, number>>;

export const countRecords = (database: Database): Promise<Result<RecordCounts, StoreProblem>> =>
  read(async () => {
    const transaction = database.transaction([...storeNames], "readonly");
    const counts = await Promise.all(storeNames.map((name) => transaction.objectStore(name).count()));
    // Each store was counted above: the type of fromEntries does not say so.
    return Object.fromEntries(storeNames.map((name, index) => [name, counts[index] ?? 0])) as RecordCounts;
  });
