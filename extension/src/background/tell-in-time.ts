import { report } from "../platform/report.ts";

/** The first wait lets what belongs together come together; longer ones keep a long round from becoming a stream. */
const waits = { first: 5_000, longest: 10 * 60_000 } as const;

export interface Telling {
  /** Has it told a little later, with whatever else comes until then. */
  readonly soon: () => void;
  /** Tells what still waits, at once. */
  readonly end: () => Promise<void>;
}

/** Calls `tell` once for all that came in a while; the whiles double. */
export function tellInTime(tell: () => Promise<void>): Telling {
  let wait: number = waits.first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        wait = Math.min(wait * 2, waits.longest);
        tell().catch((error) => report("notifying", error));
      }, wait);
    },
    end: async () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      await tell();
    },
  };
}
