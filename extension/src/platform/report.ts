/**
 * Where bugs end up: the extension's console, with what was being done. Never pass it a key, a passphrase or a request.
 * Expected failures are values and do not come here.
 */
export function report(doing: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the one reporter of this context
  console.error(`NotAfter: ${doing}`, error);
}
