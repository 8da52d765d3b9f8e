import type { Result } from "../../../shared/result.ts";
import { type Database, openDatabase } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";

let connection: Promise<Result<Database, StoreProblem>> | undefined;

/** This context's connection to the database: one for all, opened when first needed and again after it was closed. */
export function database(): Promise<Result<Database, StoreProblem>> {
  connection ??= open();
  return connection;
}

async function open(): Promise<Result<Database, StoreProblem>> {
  const forget = (): void => {
    connection = undefined;
  };
  const opened = await openDatabase({ onClosed: forget });
  if (!opened.ok) forget();
  return opened;
}
