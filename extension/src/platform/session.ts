import { browser } from "./browser.ts";

const key = "started";

/** Whether the background was not started yet since the browser was, or since the extension was loaded. True once. */
export async function isFirstStart(): Promise<boolean> {
  if ((await browser.storage.session.get(key))[key] === true) return false;
  await browser.storage.session.set({ [key]: true });
  return true;
}

/** Has the background started with the browser; what there is to do then is done at every start. */
export function startWithBrowser(): void {
  browser.runtime.onStartup.addListener(() => undefined);
}
