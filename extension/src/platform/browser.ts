import type { Browser } from "webextension-polyfill";

const api: unknown = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");

/**
 * The extension API: `browser` in Firefox, and in Chromium where it has it; `chrome` elsewhere, which gives promises in
 * Manifest V3 just the same. The polyfill itself is needed only where messages are answered (`serve-messages.ts`).
 */
export const browser = api as Browser;
