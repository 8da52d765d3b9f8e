/**
 * Polls until `look` gives something other than undefined or false, and returns it. A look that never settles (its page
 * or worker went away under it) is given up after `patience` milliseconds, and the next one is made.
 * @throws after `timeout` milliseconds, naming what was waited for and the last error
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  {
    timeout = 15_000,
    every = 25,
    patience = 5_000,
  }: { readonly timeout?: number; readonly every?: number; readonly patience?: number } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const seen = await Promise.race([look(), givenUp(Math.min(patience, end - Date.now()))]);
      if (seen !== undefined && seen !== false) return seen;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`Waited ${timeout} ms for ${what}.`, { cause: last });
}

const givenUp = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, undefined).unref());
