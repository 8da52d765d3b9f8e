import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Performance } from "./perform.ts";
import type { ServerReport } from "./report.ts";
import type { GuideTexts } from "./server.ts";

/** New mount, network and process namespaces: whatever runs in them ends with the first process. */
export const isolated = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"] as const;

const patience = 60_000;

/** Executes one platform's guides, given as texts, in isolation. Throws when the run itself broke. */
export async function execute(platform: string, texts: GuideTexts): Promise<ServerReport> {
  const folder = mkdtempSync(join(tmpdir(), "guides-"));
  const [job, report, scratch] = [join(folder, "job.json"), join(folder, "report.json"), join(folder, "scratch")];
  try {
    mkdirSync(scratch);
    const performance: Performance = { platform, texts, scratch, report };
    writeFileSync(job, JSON.stringify(performance));
    const script = fileURLToPath(new URL("perform.ts", import.meta.url));
    await finished(
      spawn("unshare", [...isolated, process.execPath, script, job], { stdio: ["ignore", "inherit", "inherit"] }),
    );
    return JSON.parse(readFileSync(report, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Waits for the end. A run that hangs, or is interrupted, is ended with everything in its namespaces. */
function finished(run: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => void run.kill("SIGKILL");
    const impatience = setTimeout(end, patience);
    process.on("SIGINT", end).on("SIGTERM", end);
    run.on("error", reject);
    run.on("exit", (status, signal) => {
      clearTimeout(impatience);
      process.off("SIGINT", end).off("SIGTERM", end);
      if (status === 0) resolve();
      else reject(new Error(`The run broke off (${signal ?? status}).`));
    });
  });
}
