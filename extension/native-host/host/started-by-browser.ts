/**
 * Whether these arguments are those of a browser that starts a native host. Chromium: `chrome-extension://<id>/`, on
 * Windows `--parent-window=…` too (Chrome, "Native messaging"). Firefox: the manifest's path and the add-on's id
 * (MDN, "Native messaging").
 */
export function startedByBrowser(args: readonly string[]): boolean {
  const [first = "", second = ""] = args.filter((arg) => !arg.startsWith("--parent-window"));
  if (/^chrome-extension:\/\/[a-p]{32}\/?$/.test(first)) return true;
  return args.length === 2 && first.endsWith(".json") && /^(\{[0-9a-f-]{36}\}|[\w.+-]*@[\w.-]+)$/i.test(second);
}
