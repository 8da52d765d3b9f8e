import type { Output } from "../command/surroundings.ts";

/** Milliseconds between two drawings: faster, it would cost more than the checks. */
const interval = 100;

/** A line that counts, for a person who waits; nothing where nobody watches. */
export interface Progress {
  count(attention: boolean): Promise<void>;
  /** Makes room for lines on the same terminal; the next count draws again. */
  clear(): Promise<void>;
}

export function showProgress(stderr: Output, now: () => number): Progress {
  let checked = 0;
  let wanting = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  const clear = async (): Promise<void> => {
    if (!visible) return;
    visible = false;
    await stderr.write("\r\x1b[K");
  };
  return {
    clear,
    count: async (attention) => {
      checked++;
      if (attention) wanting++;
      const time = now();
      if (!stderr.isTerminal || time - drawn < interval) return;
      drawn = time;
      visible = true;
      await stderr.write(`\r\x1b[K${checked} checked, ${wanting} to look at`);
    },
  };
}
