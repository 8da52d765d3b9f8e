/**
 * `npm run bench [-- badge host load keys sizes parser check dashboard]`: figures of the product beside those of the alternative, from the
 * same run. Without a name, all of them. They are also in `.output/bench.json`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Closing } from "../demo/closing.ts";
import { type Stage, setStage } from "../e2e/stage.ts";
import { root } from "../support/build.ts";
import { badgeDelay } from "./badge-delay.ts";
import { badgeThroughHost } from "./badge-through-host.ts";
import { certificateParser } from "./certificate-parser.ts";
import { check } from "./check.ts";
import { dashboard } from "./dashboard.ts";
import { keyAndRequest } from "./key-and-request.ts";
import { loadOverhead } from "./load-overhead.ts";
import { describeMachine, machineLines } from "./machine.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { sizes } from "./sizes.ts";

const measurements: readonly Measurement[] = [
  badgeDelay,
  badgeThroughHost,
  loadOverhead,
  keyAndRequest,
  sizes,
  certificateParser,
  check,
  dashboard,
];

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !measurements.some((one) => one.name === name));
if (unknown.length > 0) {
  say(`There is no measurement ${unknown.join(", ")}. There are: ${measurements.map(({ name }) => name).join(", ")}.`);
  process.exit(64);
}

const closing = new Closing();
try {
  const machine = await describeMachine();
  say(...machineLines(machine));
  const figures: Record<string, Figures["json"]> = {};
  for (const { name, title, run } of measurements) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const start = performance.now();
    const { lines, json } = await withStages(run);
    figures[name] = json;
    say("", `${title} [${name}, ${((performance.now() - start) / 1000).toFixed(0)} s]`, "", ...lines);
  }
  await mkdir(join(root, ".output"), { recursive: true });
  await writeFile(
    join(root, ".output", "bench.json"),
    `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, undefined, 2)}\n`,
  );
  say("", "All figures, load by load, are in .output/bench.json.");
} catch (error) {
  process.exitCode = 1;
  if (!closing.begun) console.error("The measurement stopped; nothing of it is left running.", error);
} finally {
  await closing.all();
}

/** Runs a measurement and closes the stages that it opened; so does Ctrl-C. */
async function withStages(run: Measurement["run"]): Promise<Figures> {
  const closes: (() => Promise<void>)[] = [];
  const openStage = async (): Promise<Stage> => {
    const stage = await setStage();
    let closed: Promise<void> | undefined;
    const close = () => {
      closed ??= stage.close();
      return closed;
    };
    closes.push(close);
    closing.add(close);
    return { ...stage, close };
  };
  try {
    return await run(openStage);
  } finally {
    for (const close of closes.reverse()) await close();
  }
}
