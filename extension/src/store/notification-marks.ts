import { type Result, success } from "../../../shared/result.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import type { Database } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";

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
