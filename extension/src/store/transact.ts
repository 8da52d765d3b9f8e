import type { IDBPTransaction, StoreNames } from "idb";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { Database, Schema } from "./database.ts";
import { problemOf, type StoreProblem } from "./store-problem.ts";

export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], "readwrite">;

/**
 * What a user does is one transaction: `work` happens as a whole or not at all, and when the promise is fulfilled it is on
 * the disk. `work` waits for nothing but its own requests, or the transaction ends under it.
 */
export async function writeAtOnce<T>(
  database: Database,
  stores: StoreNames<Schema>[],
  work: (transaction: Writing) => Promise<T>,
): Promise<Result<T, StoreProblem>> {
  let transaction: Writing | undefined;
  try {
    transaction = database.transaction(stores, "readwrite", { durability: "strict" });
    // The transaction's own error says more than that of the request which fails with it.
    const [value] = await Promise.all([work(transaction), transaction.done]);
    return success(value);
  } catch (error) {
    const cause = await abort(transaction, error);
    const problem = problemOf(cause);
    if (problem === undefined) throw cause;
    return failure(problem);
  }
}

/** Ends a transaction that failed. What aborted it: its own error where it has one, else the one that was thrown. */
async function abort(transaction: Writing | undefined, error: unknown): Promise<unknown> {
  if (transaction === undefined) return error;
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
  await transaction.done.catch(() => undefined);
  return transaction.error ?? error;
}

/** Reads, with the same problems as values. */
export async function read<T>(work: () => Promise<T>): Promise<Result<T, StoreProblem>> {
  try {
    return success(await work());
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return failure(problem);
  }
}
