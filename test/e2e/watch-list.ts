import type { Page } from "puppeteer";
import type { WatchedHost } from "../../shared/watch/watched-host.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";

const chunk = 1000;

/** Puts hosts into the browser's watch list, as if it had long been so. The extension has made its database before. */
export async function seedHosts(browser: TestBrowser, hosts: readonly WatchedHost[]): Promise<void> {
  await openDashboard(browser).then((page) => page.close());
  for (let from = 0; from < hosts.length; from += chunk)
    await browser.inExtension(putHosts, hosts.slice(from, from + chunk));
}

/** The dashboard with everything read. */
export async function openDashboard(browser: TestBrowser, fragment = ""): Promise<Page> {
  const page = await browser.extensionPage(`tabs/dashboard.html${fragment}`);
  await page.locator("[data-list=read], [data-list=empty], [data-list=problem]").wait();
  return page;
}

/** Runs inside a page of the extension. */
const putHosts = (hosts: readonly unknown[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("notafter");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("hosts", "readwrite");
      for (const host of hosts) transaction.objectStore("hosts").put(host);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
