import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Evidence, tasks } from "../../shared/guide/guide.ts";
import { content } from "./published.ts";
import type { ServerReport } from "./report.ts";
import type { GuideTexts } from "./server.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function distribution(): string {
  const release = readFileSync("/etc/os-release", "utf8");
  return /^PRETTY_NAME="(.+)"$/m.exec(release)?.[1] ?? "unknown";
}

/**
 * Writes what was executed, with the hash of every text, for the pages to show. Only for a run without a failure.
 * Where nothing but the date is new, the older record stays: tests leave a clean checkout clean.
 */
export function writeEvidence(report: ServerReport, texts: GuideTexts): void {
  const file = new URL(`${report.platform}.json`, folder);
  const evidence: Evidence = {
    platform: report.platform,
    server: report.server,
    distribution: distribution(),
    date: new Date().toISOString().slice(0, 10),
    points: report.points.map(({ point }) => point).sort(),
    guides: Object.fromEntries(tasks.map((task) => [task, sha256(texts[task])])),
  };
  mkdirSync(folder, { recursive: true });
  const known = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (undated(known) !== undated(written(evidence))) writeFileSync(file, written(evidence));
}

const folder = new URL("evidence/", content);
const written = (evidence: Evidence): string => `${JSON.stringify(evidence, null, 2)}\n`;
const undated = (text: string): string => text.replace(/^ {2}"date": .*$/m, "");
