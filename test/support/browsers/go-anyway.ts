import type { Page } from "puppeteer";
import { until } from "../until.ts";

/** Navigates; a page that ends in the browser's error page (expired, self-signed, reset) is a result, not a failure. */
export async function goAnyway(page: Page, url: string): Promise<void> {
  // A moz-extension page never reports its load event to WebDriver (measured on Firefox 153).
  const waitUntil = url.startsWith("moz-extension:") ? [] : ("load" as const);
  try {
    await page.goto(url, { waitUntil });
  } catch (error) {
    if (!isNavigationError(error)) throw error;
    // Chromium tells of the failure before its error page is there; Firefox tells when it is.
    if (error.message.includes("net::ERR_")) await until("the browser's error page", () => page.url().startsWith("chrome-error:"));
  }
}

const isNavigationError = (error: unknown): error is Error =>
  error instanceof Error && /net::ERR_|NS_ERROR_|SSL_ERROR_|SEC_ERROR_|MOZILLA_PKIX_ERROR_|neterror|certerror|Error: \w+ #onNavigationCommitted/.test(error.message);
