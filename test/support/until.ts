/**
 * Polls until `look` gives something other than undefined or false, and returns it.
 * @throws after `timeout` milliseconds, naming what was waited for and the last error
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  { timeout = 15_000, every = 25 }: { readonly timeout?: number; readonly every?: number } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`Waited ${timeout} ms for ${what}.`, { cause: last });
}
