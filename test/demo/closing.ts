import { constants } from "node:os";

/**
 * Things that must be closed however the demo ends: the last opened is closed first.
 * Ctrl-C, the end of the terminal and a plain kill close them too, and end the process.
 */
export class Closing {
  readonly #steps: (() => Promise<unknown>)[] = [];
  #ending: Promise<void> | undefined;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => void this.all().finally(() => process.exit(128 + constants.signals[signal])));
    }
  }

  /** Whether the end has begun: failures after it are its consequence, not a fault. */
  get begun(): boolean {
    return this.#ending !== undefined;
  }

  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  all(): Promise<void> {
    this.#ending ??= this.#closeAll();
    return this.#ending;
  }

  async #closeAll(): Promise<void> {
    for (const step of this.#steps.toReversed()) {
      await step().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  }
}
