import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Renewal } from "./point.ts";
import { points } from "./points.ts";
import type { PointReport, ServerReport } from "./report.ts";
import { setScene } from "./scene.ts";
import type { GuideTexts, Server } from "./server.ts";
import { readServers } from "./servers.ts";

// The inner half of a run: started by execute.ts as the first process of its own namespaces. Never run it by hand:
// it mounts over /etc and /var of wherever it is.

export interface Performance {
  readonly platform: string;
  readonly texts: GuideTexts;
  readonly scratch: string;
  readonly report: string;
}

function reportedVersion({ version: { command, pattern, name } }: Server): string {
  const [program = "", ...args] = command;
  // nginx says it on stderr.
  const said = execFileSync("sh", ["-c", '"$@" 2>&1', "sh", program, ...args], { encoding: "utf8" });
  return `${name} ${pattern.exec(said)?.[1] ?? "of unknown version"}`;
}

async function timed(point: string, check: () => Promise<void>): Promise<PointReport> {
  const begun = performance.now();
  const problem = await check().then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  return { point, milliseconds: Math.round(performance.now() - begun), ...(problem === undefined ? {} : { problem }) };
}

async function perform(server: Server, { texts, scratch }: Performance): Promise<ServerReport> {
  const reports: PointReport[] = [];
  const version = reportedVersion(server);
  const renewal: Renewal = { issued: { leaf: "", intermediates: "", fullchain: "" }, encryptedKey: "" };
  const scene = await setScene(server, texts, scratch).catch((problem: Error) => problem);
  if (scene instanceof Error) {
    return {
      platform: server.platform,
      server: version,
      points: [{ point: "the server is set up", milliseconds: 0, problem: scene.message }],
    };
  }
  for (const [name, check] of points) {
    const report = await timed(name, () => check(scene, renewal));
    reports.push(report);
    if (report.problem !== undefined) break;
  }
  return { platform: server.platform, server: version, points: reports };
}

const job: Performance = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const server = (await readServers()).find(({ platform }) => platform === job.platform);
if (server === undefined) throw new Error(`No server for ${job.platform}`);
writeFileSync(job.report, JSON.stringify(await perform(server, job)));
// The server still runs; it ends with this process, the first of its namespace.
process.exit(0);
