import type { Browser } from "puppeteer";

/** Runs privileged code inside Firefox: WebDriver BiDi with `moz:scope: chrome`, open with `--remote-allow-system-access`. */
export interface ChromeScope {
  /** The value must be a string, a number or a boolean. @throws with Firefox's words when the code throws */
  run(code: string): Promise<string | number | boolean | undefined>;
}

interface Connection {
  send(method: string, parameters: object): Promise<unknown>;
  emit(event: string, parameters: unknown): unknown;
}

/** Puppeteer keeps its WebDriver connection to itself and has no call for privileged scopes; this is the one place that takes it. */
export async function chromeScope(browser: Browser): Promise<ChromeScope> {
  const connection = connectionOf(browser);
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = at(tree, "result", "contexts", "0", "context");
  if (typeof context !== "string")
    throw new Error("Firefox shows no privileged window. Is --remote-allow-system-access set?");
  return {
    run: async (code) => {
      const expression = `(async () => { ${code} })()`;
      const answer = await connection.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
      if (at(answer, "result", "type") !== "success")
        throw new Error(`Firefox: ${String(at(answer, "result", "exceptionDetails", "text"))}`);
      const value = at(answer, "result", "result", "value");
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
    },
  };
}

/**
 * Makes known to puppeteer a tab that it has not heard of: Firefox 153 sends no event for a web page that a link of an
 * extension's page opened, though it lists the tab.
 * @returns whether there is such a tab
 */
export async function announceTab(browser: Browser, matches: (url: URL) => boolean): Promise<boolean> {
  const connection = connectionOf(browser);
  const contexts = at(await connection.send("browsingContext.getTree", { maxDepth: 0 }), "result", "contexts");
  const found = Array.isArray(contexts) ? contexts.find((one) => matches(new URL(String(at(one, "url"))))) : undefined;
  if (found === undefined) return false;
  connection.emit("browsingContext.contextCreated", found);
  return true;
}

function connectionOf(browser: Browser): Connection {
  const connection = at(browser, "connection");
  if (!isConnection(connection))
    throw new Error("Puppeteer keeps its WebDriver connection elsewhere than in version 25.");
  return connection;
}

const isConnection = (value: unknown): value is Connection =>
  typeof at(value, "send") === "function" && typeof at(value, "emit") === "function";

/** The property at the end of a path, undefined where it breaks off. */
function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}
