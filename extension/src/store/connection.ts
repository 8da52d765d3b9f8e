import type { Result } from "../../../shared/result.ts";
import { type Database, databaseName, openDatabase } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read } from "./transact.ts";

let connection: Promise<Result<Database, StoreProblem>> | undefined;

/** This context's connection to the database: one for all, opened when first needed and again after it was closed. */
export function database(): Promise<Result<Database, StoreProblem>> {
  connection ??= open();
  return connection;
}

/** The same where there is a database already; nothing where none was made: who only looks something up makes none. */
export async function existingDatabase(): Promise<Result<Database, StoreProblem> | undefined> {
  if (connection !== undefined) return connection;
  const known = await read(() => indexedDB.databases());
  if (!known.ok) return known;
  return known.value.some(({ name }) => name === databaseName) ? database() : undefined;
}

async function open(): Promise<Result<Database, StoreProblem>> {
  const forget = (): void => {
    connection = undefined;
  };
  const opened = await openDatabase({ onClosed: forget });
  if (!opened.ok) forget();
  return opened;
}
