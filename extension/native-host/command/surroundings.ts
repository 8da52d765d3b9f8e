import type { Checking } from "../check/crew/checker.ts";
import type { Thread } from "../check/crew/thread.ts";

/** Where text goes; `isTerminal` tells whether a person watches. */
export interface Output {
  readonly isTerminal: boolean;
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
}

/** The threads that a command may start besides its own; each takes 35 MB. */
export interface Threads {
  readonly most: number;
  readonly start: (checking: Checking) => Thread;
}

/** All that a command touches besides the network: tests give it their own. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly threads: Threads;
}

/** BSD's sysexits: 64 is a wrong command line. */
export const usageStatus = 64;
