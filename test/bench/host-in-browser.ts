import type { TestBrowser } from "../support/browsers/launch.ts";
import { type HostPrograms, isGone } from "../support/native-host/host-programs.ts";
import { until } from "../support/until.ts";

/** Switches the native host on, as the settings page does. */
export const switchHostOn = (browser: TestBrowser): Promise<void> =>
  browser.inExtension(() => chrome.storage.local.set({ settings: { sources: { "native-host": true } } }));

/** Forgets what was seen, so that the host is asked by the next load too, and lets the background come to rest. */
export const forgetVisits = (browser: TestBrowser): Promise<void> =>
  browser.inExtension(async () => {
    await chrome.storage.session.clear();
    // Any message: it is answered after the events before it.
    await chrome.runtime.sendMessage({ notafter: "watch-state", request: { origin: "https://none.example" } });
  });

/** Stops the background, and with it the host. `forgetVisits` wakes it alone. */
export async function stopHost(browser: TestBrowser, programs: HostPrograms): Promise<void> {
  await browser.killBackground();
  await until("the host's end", async () => (await programs.started()).every(isGone));
}
