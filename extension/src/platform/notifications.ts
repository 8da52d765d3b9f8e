import { browser } from "./browser.ts";
import { report } from "./report.ts";

export interface ShownNotification {
  /** One that is shown under the same id is replaced. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** Shows a notification of the system. Fulfilled once the browser has taken it; rejects without the permission. */
export async function showNotification({ id, title, message }: ShownNotification): Promise<void> {
  await browser.notifications.create(id, { type: "basic", iconUrl: icon(), title, message });
}

/** The largest that the build made of the icon. */
function icon(): string {
  const sizes = Object.entries(browser.runtime.getManifest().icons ?? {});
  const [largest] = sizes.sort(([one], [other]) => Number(other) - Number(one));
  return browser.runtime.getURL(largest?.[1] ?? "");
}

let hearsClicks = false;

/**
 * Calls back with the id of a notification that was clicked, and takes it away. The permission is optional; without it
 * nothing is registered, and a later call tries again.
 */
export function onNotificationClicked(act: (id: string) => Promise<void>): void {
  if (hearsClicks || !browser.notifications) return;
  hearsClicks = true;
  browser.notifications.onClicked.addListener((id) => {
    const acted = async (): Promise<void> => {
      await act(id);
      await browser.notifications.clear(id);
    };
    acted().catch((error) => report("opening what a notification is about", error));
  });
}
