import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { plus, type Tally, tallyOfGuides, tallyOfVitest } from "./support/tally.ts";

/**
 * `npm test`: everything that guards the product, in the order in which a fault is cheapest to find. Each step runs even
 * when an earlier one failed, except that nothing runs against a build that did not come about.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Later steps make no sense without this one. */
  readonly needed?: true;
  /** Counts the step's tests from its output or its report. */
  readonly count?: (output: string, report: string) => Tally;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const reports = `${root}.output/test`;

const vitest = (project: string): Step => ({
  name: project,
  command: [
    "vitest",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reports}/${project}.json`,
  ],
  count: (_, report) => tallyOfVitest(report),
});

const steps: readonly Step[] = [
  { name: "build", command: ["node", "test/build.ts"], needed: true },
  { name: "check", command: ["npm", "run", "--silent", "check"] },
  vitest("unit"),
  vitest("interop"),
  vitest("e2e"),
  { name: "guides", command: ["node", "test/guides/run.ts"], count: tallyOfGuides },
];

interface Outcome {
  readonly status: number;
  readonly output: string;
}

function run([program = "", ...args]: readonly string[]): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ status: code ?? (signal ? 130 : 1), output }));
  });
}

function readReport(name: string): string {
  try {
    return readFileSync(`${reports}/${name}.json`, "utf8");
  } catch {
    return "";
  }
}

const wanted = new Set(process.argv.slice(2));
const chosen = steps.filter(({ name }) => wanted.size === 0 || wanted.has(name));
if (chosen.length < wanted.size) {
  console.error(`npm test -- [${steps.map(({ name }) => name).join(" | ")}]…`);
  process.exit(64);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let total: Tally = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const step of chosen) {
  const began = performance.now();
  console.log(`\n── ${step.name} ──`);
  const { status, output } = await run(step.command);
  const counted = step.count?.(output, readReport(step.name)) ?? { passed: 0, failed: 0, skipped: 0 };
  // A step that failed without a failed test (a crash, a type error) counts as one; 77 says that it could not run here.
  const tally =
    status !== 0 && status !== 77 && counted.failed === 0
      ? plus(counted, { passed: 0, failed: 1, skipped: 0 })
      : counted;
  total = plus(total, tally);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  lines.push(`${step.name.padEnd(8)} ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)`);
  if (status !== 0 && step.needed) break;
}
// In CI nothing may be left out unseen.
const skippedInCi = process.env["CI"] !== undefined && total.skipped > 0;
if (skippedInCi) lines.push(`${total.skipped} tests were skipped, which counts as failed where CI is set`);
console.log(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || skippedInCi || total.passed === 0 ? 1 : 0;
