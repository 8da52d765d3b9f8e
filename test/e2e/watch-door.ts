import { addHosts, type WatchWish } from "../../shared/watch/add-hosts.ts";
import type { WatchedHost } from "../../shared/watch/watched-host.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { until } from "../support/until.ts";

/** The watch list of a driven browser, from outside: what stands in its database, and the message that pages send. */
export interface WatchDoor {
  /** Writes hosts as new ones are written, past the extension's code; with what is known of them. */
  put(...hosts: readonly (WatchWish & Partial<WatchedHost>)[]): Promise<void>;
  /** Has what is due checked, as a page does. */
  checkDue(): Promise<void>;
  /** Has a host checked that is not due, and waits until it was. */
  checkAgain(id: string): Promise<void>;
  host(id: string): Promise<WatchedHost | undefined>;
  hosts(): Promise<readonly WatchedHost[]>;
  /** Polls until the host is as wanted; the error names what it was last. */
  hostOnce(id: string, wanted: (host: WatchedHost) => boolean, timeout?: number): Promise<WatchedHost>;
  /** Keys of the marks, in order. */
  marks(): Promise<readonly string[]>;
  /** Ids of the notifications that are shown. */
  shown(): Promise<readonly string[]>;
}

export function watchDoor(browser: TestBrowser): WatchDoor {
  const records = async (store: string): Promise<readonly unknown[]> =>
    (await browser.storage()).databases["notafter"]?.[store] ?? [];
  const hosts = async () => (await records("hosts")) as readonly WatchedHost[];
  const host = async (id: string) => (await hosts()).find((one) => one.id === id);
  const door: WatchDoor = {
    checkAgain: async (id) => {
      const before = await host(id);
      if (before === undefined) throw new Error(`${id} is not watched.`);
      await door.put({ ...before, nextCheckAt: Date.now() });
      await door.checkDue();
      await door.hostOnce(id, ({ lastCheck }) => lastCheck !== undefined && lastCheck.at > (before.lastCheck?.at ?? 0));
    },
    put: async (...wishes) => {
      const made = wishes.map((wish) => ({ ...addHosts([], [wish], Date.now()).changed[0], ...wish }));
      // Whoever forgets a host makes the database, if there is none: its stores are the extension's own.
      await browser.inExtension(async () => {
        await chrome.runtime.sendMessage({ notafter: "unwatch", request: { id: "nobody" } });
      });
      await browser.inExtension(
        (all) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open("notafter");
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const database = opening.result;
              const writing = database.transaction("hosts", "readwrite");
              for (const one of all) writing.objectStore("hosts").put(one);
              writing.oncomplete = () => {
                database.close();
                resolve();
              };
              writing.onabort = () => reject(writing.error);
            };
          }),
        made,
      );
    },
    checkDue: () =>
      browser.inExtension(async () => {
        await chrome.runtime.sendMessage({ notafter: "check-due", request: {} });
      }),
    hosts,
    host,
    hostOnce: async (id, wanted, timeout = 30_000) => {
      let last: WatchedHost | undefined;
      const look = async () => {
        last = await host(id);
        return last !== undefined && wanted(last) ? last : undefined;
      };
      return until(`the host ${id}`, look, { timeout }).catch((error: unknown) => {
        throw new Error(`${id} did not become what was wanted; it is ${JSON.stringify(last)}.`, { cause: error });
      });
    },
    marks: async () => (await records("marks")).map((mark) => (mark as { key: string }).key).sort(),
    shown: () =>
      browser.inExtension(
        () =>
          new Promise<string[]>((resolve) => chrome.notifications.getAll((all) => resolve(Object.keys(all).sort()))),
      ),
  };
  return door;
}
