import { SHARE_ENV, Worker } from "node:worker_threads";
import type { Target } from "../../../../shared/watch/host-list.ts";
import type { Program } from "../../command/program.ts";
import type { CheckRecord } from "../check-record.ts";
import type { Checking } from "./checker.ts";

export interface Question {
  readonly id: number;
  readonly target: Target;
}

export interface Answer {
  readonly id: number;
  readonly record: CheckRecord;
}

/** What comes from a thread: first that it can be asked (no answers), then answers. */
export type FromThread = readonly Answer[];

export interface ThreadEvents {
  ready(): void;
  answered(answers: readonly Answer[]): void;
  /** However it came to it; nothing more comes. */
  ended(): void;
}

/** A thread of this process that checks hosts. */
export interface Thread {
  ask(questions: readonly Question[]): void;
  listen(events: ThreadEvents): void;
  close(): Promise<void>;
}

/** Megabytes. As for the main thread: short-lived sockets would make it grow for no gain. */
const nursery = 2;

export function startThread(program: Program, checking: Checking): Thread {
  const packed = program.kind === "executable";
  const worker = new Worker(packed ? program.text() : program.path, {
    eval: packed,
    workerData: checking,
    env: SHARE_ENV,
    resourceLimits: { maxYoungGenerationSizeMb: nursery },
  });
  return {
    ask: (questions) => worker.postMessage(questions),
    listen: ({ ready, answered, ended }) => {
      worker.once("message", ready).on("message", (answers: FromThread) => answered(answers));
      worker.once("exit", ended);
      // The end that follows tells all there is to know: its hosts are checked elsewhere.
      worker.on("error", () => undefined);
    },
    close: async () => void (await worker.terminate()),
  };
}
