import { parentPort, workerData } from "node:worker_threads";
import { type Checking, makeChecker } from "./checker.ts";
import type { Answer, FromThread, Question } from "./thread.ts";

/** The inside of a thread: checks what it is asked and answers in batches, one message for what one turn brought. */
export function runThread(now: () => number): void {
  const port = parentPort;
  if (port === null) return;
  const given: Checking = workerData;
  const check = makeChecker(given, now);
  let batch: Answer[] = [];
  const answer = (one: Answer): void => {
    if (batch.push(one) > 1) return;
    setImmediate(() => {
      const answers: FromThread = batch;
      batch = [];
      port.postMessage(answers);
    });
  };
  port.on("message", (questions: readonly Question[]) => {
    for (const { id, target } of questions) void check(target).then((record) => answer({ id, record }));
  });
  const ready: FromThread = [];
  port.postMessage(ready);
}
