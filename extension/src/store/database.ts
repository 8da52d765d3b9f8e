import { type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from "idb";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import { currentVersion, type Migration, migrateRecord, migrations, type StoreShape } from "./migrations.ts";
import type { OwnedCertificate } from "./owned.ts";
import { problemOf, type StoreProblem } from "./store-problem.ts";

/** A certificate as it was served, by its SHA-256 (lower-case hex). */
export interface StoredCertificate {
  readonly sha256: string;
  /** DER. */
  readonly leaf: Uint8Array;
}

/** The stores of the current version. Hosts are read through `readWatchedHost`: they may be another hand's. */
export interface Schema {
  readonly hosts: {
    readonly key: string;
    readonly value: unknown;
    readonly indexes: {
      readonly sha256: string;
      readonly notAfter: number;
      readonly nextCheckAt: number;
      readonly checkedAt: number;
    };
  };
  readonly marks: { readonly key: string; readonly value: NotificationMark };
  readonly certificates: { readonly key: string; readonly value: StoredCertificate };
  readonly owned: {
    readonly key: string;
    readonly value: OwnedCertificate;
    readonly indexes: { readonly names: string };
  };
}

export type Database = IDBPDatabase<Schema>;
export const storeNames = ["hosts", "marks", "certificates", "owned"] as const;

export const databaseName = "notafter";

export interface OpenDatabase {
  readonly name?: string;
  /** The database was closed from outside: by a newer version that wants to migrate it, or by the browser. */
  readonly onClosed?: () => void;
}

/**
 * Opens the database and brings it to the current version, all steps in one transaction: either all of them or none. A
 * database of a newer version is left untouched.
 */
export async function openDatabase({
  name = databaseName,
  onClosed,
}: OpenDatabase = {}): Promise<Result<Database, StoreProblem>> {
  let blocked: (problem: StoreProblem) => void = () => undefined;
  const waiting = new Promise<StoreProblem>((resolve) => {
    blocked = resolve;
  });
  let failed: { readonly error: unknown } | undefined;
  const opening = openDB<Schema>(name, currentVersion, {
    upgrade: async (database, from, _, transaction) => {
      try {
        for (const step of migrations.filter(({ to }) => to > from)) await migrate(step, database, transaction);
      } catch (error) {
        // Nobody waits for this function; the aborted transaction makes the opening fail.
        failed = { error };
        abort(transaction);
      }
    },
    blocked: () => blocked({ code: "blocked" }),
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      onClosed?.();
    },
    terminated: () => onClosed?.(),
  });
  try {
    const first = await Promise.race([opening, waiting]);
    if ("objectStoreNames" in first) return success(first);
    // Should it open after all, nobody waits for it any more.
    opening.then((late) => late.close()).catch(() => undefined);
    return failure(first);
  } catch (refused) {
    const { error } = failed ?? { error: refused };
    if (error instanceof DOMException && error.name === "VersionError") {
      const found = (await indexedDB.databases()).find((one) => one.name === name)?.version;
      return failure({ code: "future-version", found: found ?? currentVersion + 1, known: currentVersion });
    }
    const problem = problemOf(error);
    if (problem !== undefined) return failure(problem);
    // A step that stumbles over what it finds: the database is not as this extension wrote it.
    if (failed !== undefined) return failure({ code: "unavailable", detail: String(error) });
    throw error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted by itself, as it does when the storage is full.
  }
}

type Upgrade = IDBPTransaction<unknown, string[], "versionchange">;

async function migrate(step: Migration, typed: Database, typedUpgrade: unknown): Promise<void> {
  // Schema tells of the current version; a step works on stores that it does not know yet, or no more.
  const database = typed as unknown as IDBPDatabase;
  const upgrade = typedUpgrade as Upgrade;
  for (const [name, { key, indexes }] of Object.entries(step.newStores)) {
    const store = database.createObjectStore(name, { keyPath: key });
    addIndexes(store, indexes);
  }
  for (const [name, indexes] of Object.entries(step.newIndexes)) addIndexes(upgrade.objectStore(name), indexes);
  for (const name of Object.keys(step.records)) {
    if (name in step.newStores) continue;
    let cursor = await upgrade.objectStore(name).openCursor();
    while (cursor) {
      await cursor.update(migrateRecord(step, name, cursor.value));
      cursor = await cursor.continue();
    }
  }
}

type Indexed = Pick<IDBPObjectStore<unknown, string[], string, "versionchange">, "createIndex">;

function addIndexes(store: Indexed, indexes: StoreShape["indexes"]): void {
  for (const [index, path] of Object.entries(indexes)) {
    if (typeof path === "string") store.createIndex(index, path);
    else store.createIndex(index, path.each, { multiEntry: true });
  }
}
