import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { DistrustedIssuer } from "../../../shared/renewal/distrust.ts";
import { type Surroundings, usageStatus } from "../command/surroundings.ts";
import { type CheckArguments, readCheckArguments } from "./check-arguments.ts";
import { type CheckRecord, refusedRecord } from "./check-record.ts";
import { type Checking, makeChecker } from "./crew/checker.ts";
import { type Crew, gatherCrew } from "./crew/crew.ts";
import { statusOf } from "./exit-status.ts";
import { formats } from "./formats/formats.ts";
import { inOrder } from "./in-order.ts";
import { type Entry, listTargets } from "./list-targets.ts";
import { showProgress } from "./progress.ts";
import { readLines } from "./read-lines.ts";
import { checkUsage } from "./usage.ts";

/** Outcomes that may wait behind a slow host: some megabytes. */
const window = 4096;

/** From so many hosts on, other threads save more time than their start takes. */
const manyHosts = 64;

/** `notafter check …`: gives the exit status. `args` come after the command's name. */
export async function check(
  args: readonly string[],
  surroundings: Surroundings,
  distrust: readonly DistrustedIssuer[],
): Promise<number> {
  const { stdout, stderr, now } = surroundings;
  const read = readCheckArguments(args);
  const usage = async (message: string): Promise<number> => {
    await stderr.write(`notafter check: ${message}\nnotafter check --help shows what there is.\n`);
    return usageStatus;
  };
  if (!read.ok) return usage(read.problem);
  if (read.value === "help") {
    await stdout.write(checkUsage);
    return 0;
  }
  const { ca, concurrency, timeout, format: name } = read.value;
  let crew: Crew;
  try {
    const checking = { authorities: ca === undefined ? [] : await readAuthorities(ca), timeout, distrust };
    crew = crewFor(checking, concurrency, surroundings);
  } catch (error) {
    return usage(`${ca}: ${messageOf(error)}`);
  }

  let repeats = 0;
  const entries = listTargets(linesOf(read.value, surroundings), read.value.starttls, () => repeats++);
  const work = async (entry: Entry): Promise<CheckRecord> =>
    entry.kind === "refused" ? refusedRecord(entry.line, entry.problem) : crew.check(entry.target);
  const format = formats[name]();
  const progress = showProgress(stderr, now);
  let status: number | undefined;
  try {
    for await (const record of inOrder(entries, work, { concurrency, window: Math.max(window, concurrency) })) {
      if (stdout.isTerminal) await progress.clear();
      // Not before something is known: a file that cannot be read leaves nothing half-written.
      if (status === undefined) await stdout.write(format.head());
      status = Math.max(status ?? 0, statusOf[record.level]);
      await stdout.write(format.record(record));
      await progress.count(statusOf[record.level] > 0);
    }
    if (status === undefined) await stdout.write(format.head());
    for (const piece of format.tail()) await stdout.write(piece);
  } catch (error) {
    await progress.clear();
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    return usage(`${read.value.input}: ${messageOf(error)}`);
  } finally {
    await crew.close();
  }
  await progress.clear();
  if (repeats > 0) await stderr.write(`${repeats} ${repeats === 1 ? "line names" : "lines name"} a host again.\n`);
  return status ?? usage("The list holds no host.");
}

/** @throws where one of the authorities cannot be read */
function crewFor(checking: Checking, concurrency: number, { now, threads }: Surroundings): Crew {
  return gatherCrew({
    here: makeChecker(checking, now),
    startThread: () => threads.start(checking),
    most: Math.min(threads.most, concurrency - 1),
    worth: manyHosts,
  });
}

async function* linesOf({ hosts, input }: CheckArguments, { stdin }: Surroundings): AsyncGenerator<string> {
  yield* hosts;
  if (input !== undefined) yield* readLines(input === "-" ? stdin : createReadStream(input));
}

async function readAuthorities(path: string): Promise<readonly string[]> {
  const blocks = (await readFile(path, "utf8")).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (blocks === null) throw new Error("There is no certificate in PEM form in it.");
  return blocks;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
