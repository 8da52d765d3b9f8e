import { endianness } from "node:os";
import { answerChecks } from "./answer-check.ts";
import { serve } from "./serve.ts";

/** Serves the browser that started this process over its standard streams, until the browser closes them. */
export async function runHost(version: string): Promise<void> {
  // A browser that went away takes no more answers: there is nobody left to tell.
  process.stdout.on("error", () => process.exit(0));
  await serve({
    input: process.stdin,
    output: (bytes) => void process.stdout.write(bytes),
    littleEndian: endianness() === "LE",
    version,
    answer: answerChecks(),
  });
}
