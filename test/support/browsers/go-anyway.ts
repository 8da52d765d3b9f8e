import type { Page } from "puppeteer";
import { until } from "../until.ts";

/** Navigates; a page that ends in the browser's error page (expired, self-signed, reset) is a result, not a failure. */
export async function goAnyway(page: Page, url: string): Promise<void> {
  await page.evaluate(markErrorPage);
  let arrived = false;
  const navigation = navigate(page, url).finally(() => {
    arrived = true;
  });
  // Firefox does not tell WebDriver of an error page that follows an error page (measured on 153): it is looked for.
  const look = () => arrived || page.evaluate(isFreshErrorPage);
  await Promise.race([navigation, until("the page or its error", look, { timeout: 40_000, every: 50, patience: 500 })]);
  if (!arrived) navigation.catch(() => undefined);
  else if (!(await navigation)) await until("the browser's error page", () => page.evaluate(isFreshErrorPage));
}

/** Whether the page loaded. Both browsers tell of a failure before their error page is there, and the next navigation would meet it. */
async function navigate(page: Page, url: string): Promise<boolean> {
  try {
    // A moz-extension page never reports its load event to WebDriver (measured on Firefox 153).
    await page.goto(url, { waitUntil: url.startsWith("moz-extension:") ? [] : "load" });
    return true;
  } catch (error) {
    if (isNavigationError(error)) return false;
    throw error;
  }
}

/** These run in the page. Firefox keeps the wanted address as `location` and tells the truth in `documentURI`. */
const isFreshErrorPage = (): boolean =>
  /^(about:(net|cert)error|chrome-error:)/.test(document.documentURI) &&
  document.documentElement.dataset["left"] === undefined;

const markErrorPage = (): void => {
  if (/^(about:(net|cert)error|chrome-error:)/.test(document.documentURI))
    document.documentElement.dataset["left"] = "";
};

const isNavigationError = (error: unknown): error is Error =>
  error instanceof Error &&
  /net::ERR_|NS_ERROR_|SSL_ERROR_|SEC_ERROR_|MOZILLA_PKIX_ERROR_|neterror|certerror|Error: \w+ #onNavigationCommitted/.test(
    error.message,
  );
