import type { Badge } from "../../../shared/verdict/badge.ts";
import { browser } from "./browser.ts";

/** Shows the badge and the title on the toolbar button for one tab. A tab that is gone by then is no error. */
export async function showOnButton(tabId: number, badge: Badge, title: string): Promise<void> {
  try {
    await Promise.all([
      // The text comes last, so that it never stands on another level's colour.
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeTextColor({ tabId, color: badge.textColour }),
      browser.action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
      browser.action.setBadgeText({ tabId, text: badge.text }),
    ]);
  } catch (error) {
    if (await tabExists(tabId)) throw error;
  }
}

async function tabExists(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.get(tabId);
    return true;
  } catch {
    return false;
  }
}
