import type { StorageDump } from "./test-browser.ts";

/** Reads all that the extension stores. Runs inside a page of the extension: it may use nothing from around it. */
export const dumpStorage = async (): Promise<StorageDump> => {
  const asJson = (value: unknown): unknown => {
    if (value instanceof CryptoKey) return { cryptoKey: value.type, extractable: value.extractable };
    if (value instanceof ArrayBuffer) return asJson(new Uint8Array(value));
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
    }
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return value.map(asJson);
    if (value instanceof Map) return asJson([...value]);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asJson(one)]));
    return value;
  };
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const databases: Record<string, Record<string, unknown[]>> = {};
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await done(indexedDB.open(name));
    const stores: Record<string, unknown[]> = {};
    for (const store of database.objectStoreNames) {
      const records = await done(database.transaction(store).objectStore(store).getAll());
      stores[store] = records.map(asJson);
    }
    database.close();
    databases[name] = stores;
  }
  return {
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    sync: await chrome.storage.sync.get(null),
    databases,
  };
};
