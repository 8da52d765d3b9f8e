import type { Page } from "puppeteer";

export interface RawDatabase {
  readonly name: string;
  readonly version: number;
  /** Store → key path. */
  readonly keys: Readonly<Record<string, string>>;
  /** Store → index → key path. */
  readonly indexes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly records: Readonly<Record<string, readonly unknown[]>>;
}

/** Arguments of `evaluate` are JSON: bytes go as an object of their own. */
const withBytes = (records: RawDatabase["records"]): RawDatabase["records"] =>
  JSON.parse(JSON.stringify(records, (_, value) => (value instanceof Uint8Array ? { $bytes: [...value] } : value)));

/** Makes a database as another version of the extension would have, without the extension's code. */
export const makeDatabase = (page: Page, raw: RawDatabase): Promise<void> =>
  page.evaluate(
    ({ name, version, keys, indexes, records }) =>
      new Promise<void>((resolve, reject) => {
        const bytes = (value: unknown): unknown =>
          typeof value === "object" && value !== null && "$bytes" in value && Array.isArray(value.$bytes)
            ? Uint8Array.from(value.$bytes)
            : value;
        const revived = (record: unknown): unknown =>
          Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, bytes(value)]));
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => {
          for (const [each, keyPath] of Object.entries(keys)) {
            const made = request.result.createObjectStore(each, { keyPath });
            for (const [index, path] of Object.entries(indexes?.[each] ?? {})) made.createIndex(index, path);
            for (const record of records[each] ?? []) made.add(revived(record));
          }
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    { ...raw, records: withBytes(raw.records) },
  );

/** What a database holds, read without the extension's code and without a version. */
export const dumpDatabase = (page: Page, name: string): Promise<Pick<RawDatabase, "version" | "records">> =>
  page.evaluate(
    (wanted) =>
      new Promise<{ version: number; records: Record<string, unknown[]> }>((resolve, reject) => {
        const request = indexedDB.open(wanted);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const records: Record<string, unknown[]> = {};
          for (const each of names) {
            const all = transaction.objectStore(each).getAll();
            all.onsuccess = () => {
              records[each] = all.result;
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve({ version: database.version, records });
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    name,
  );
