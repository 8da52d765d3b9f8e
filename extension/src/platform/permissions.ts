import type { Permissions } from "webextension-polyfill";
import { browser } from "./browser.ts";
import { isFirefox } from "./which-browser.ts";

/** What "site access" means: every https site, and the events that carry certificates and commits. */
const siteAccess = {
  origins: ["https://*/*"],
  permissions: isFirefox ? ["webNavigation", "webRequest", "webRequestBlocking"] : ["webNavigation", "webRequest"],
} as Permissions.Permissions; // the polyfill's list of optional permissions lacks Firefox' webRequestBlocking

export const hasSiteAccess = (): Promise<boolean> => browser.permissions.contains(siteAccess);

/** Asks the user. Call it straight from a click handler: the browsers refuse it elsewhere. */
export const requestSiteAccess = (): Promise<boolean> => browser.permissions.request(siteAccess);

export async function removeSiteAccess(): Promise<void> {
  await browser.permissions.remove(siteAccess);
}

/**
 * What the native host needs. For Mozilla what a program beside the browser is told has left the browser, so Firefox asks
 * for that too ("Firefox built-in consent for data collection", Extension Workshop).
 */
const hostPermission = {
  permissions: ["nativeMessaging"],
  ...(isFirefox && { data_collection: ["browsingActivity"] }),
} as Permissions.Permissions; // nor does the list know data_collection

export const hasHostPermission = (): Promise<boolean> => browser.permissions.contains(hostPermission);

/** Asks the user, as `requestSiteAccess` does. */
export const requestHostPermission = (): Promise<boolean> => browser.permissions.request(hostPermission);

export async function removeHostPermission(): Promise<void> {
  await browser.permissions.remove(hostPermission);
}

/** To show a message outside the browser's window. */
const notificationPermission = { permissions: ["notifications"] } satisfies Permissions.Permissions;

export const hasNotificationPermission = (): Promise<boolean> => browser.permissions.contains(notificationPermission);

/** Asks the user, as `requestSiteAccess` does. */
export const requestNotificationPermission = (): Promise<boolean> =>
  browser.permissions.request(notificationPermission);

export async function removeNotificationPermission(): Promise<void> {
  await browser.permissions.remove(notificationPermission);
}

/** Calls back when the user gave or took back a permission, here or in the browser's own settings. */
export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
