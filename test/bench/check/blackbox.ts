import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { portOf } from "../../support/port-of.ts";
import { until } from "../../support/until.ts";

/** `NOTAFTER_BLACKBOX`, or what Debian's package installs. */
const program = process.env["NOTAFTER_BLACKBOX"] ?? "prometheus-blackbox-exporter";

/** `ca`: a file of authorities that the chain has to lead to; without it nothing is verified. */
const config = (ca: string | undefined): string =>
  `modules:\n  tls:\n    prober: tcp\n    timeout: 10s\n    tcp:\n      tls: true\n      tls_config:\n        ${
    ca === undefined ? "insecure_skip_verify: true" : `ca_file: ${ca}`
  }\n`;

export const blackboxVersion = async (): Promise<string | undefined> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, ["--version"]);
    return /version (\S+)/.exec(stdout + stderr)?.[1]?.replace(/,$/, "") ?? "unknown";
  } catch {
    return undefined;
  }
};

/** Milliseconds that a running blackbox_exporter takes to probe these hosts over its HTTP interface, so many at a time. */
export async function probeWithBlackbox(
  folder: string,
  hosts: readonly string[],
  concurrency: number,
  ca?: string,
): Promise<number> {
  const path = join(folder, "blackbox.yml");
  await writeFile(path, config(ca));
  const port = await freePort();
  const child = spawn(program, [`--config.file=${path}`, `--web.listen-address=127.0.0.1:${port}`], {
    stdio: "ignore",
  });
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const ask = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, agent }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.once("end", () => resolve(text)).once("error", reject);
      }).once("error", reject);
    });
  try {
    await until("blackbox_exporter", async () => (await ask("/-/healthy")).length > 0);
    const start = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      for (let host = hosts[next++]; host !== undefined; host = hosts[next++]) {
        const metrics = await ask(`/probe?target=${host}&module=tls`);
        if (!metrics.includes("probe_success 1")) throw new Error(`blackbox_exporter did not see ${host}: ${metrics}`);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    return performance.now() - start;
  } finally {
    agent.destroy();
    const closed = once(child, "close");
    child.kill();
    await closed;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
