import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/program.ts";
import { blackboxVersion, probeWithBlackbox } from "./check/blackbox.ts";
import { formatTable, wrap } from "./format-table.ts";
import type { Measurement } from "./measurement.ts";
import { median } from "./statistics.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const program = here("../../extension/native-host/dist/notafter.mjs");

const count = 2000;
const concurrency = 50;
const rounds = 3;
/** One `openssl s_client` costs as much as dozens of handshakes: a sample is enough. */
const opensslSample = 60;
const listLines = 100_000;

/** `notafter check` beside what else can look at 2,000 TLS ports of this machine, and its memory on a long list. */
export const check: Measurement = {
  name: "check",
  title: `notafter check: ${count} TLS hosts, ${concurrency} at a time`,
  run: async () => {
    const folder = await temporaryFolder();
    const servers = await serveHosts();
    try {
      const hosts = servers.ports.map((port) => `127.0.0.1:${port}`);
      const input = await folder.write("hosts", hosts.join("\n"));
      const root = await folder.write("root.pem", servers.root);
      const version = await blackboxVersion();
      const times = {
        ours: [] as number[],
        bare: [] as number[],
        blackbox: [] as number[],
        verifying: [] as number[],
        openssl: [] as number[],
      };
      for (let round = 0; round < rounds; round++) {
        times.bare.push(
          await timed([here("check/bare-loop.ts"), input, String(concurrency)], (text) => text === `${count}\n`),
        );
        times.ours.push(
          await timed([...checkArguments(input), "--ca", root], (text) => text.split('"notAfter"').length > 2 * count),
        );
        if (version === undefined) continue;
        times.blackbox.push(await probeWithBlackbox(folder.path, hosts, concurrency));
        times.verifying.push(await probeWithBlackbox(folder.path, hosts, concurrency, root));
      }
      times.openssl.push(await opensslProcesses(hosts.slice(0, opensslSample)));

      const rate = (list: readonly number[], of = count): number => (of / median(list)) * 1000;
      const ours = rate(times.ours);
      const rows = [
        { name: "notafter check, the whole program", perSecond: ours, limit: "" },
        { name: "a bare tls.connect loop, the whole program", perSecond: rate(times.bare), limit: "≥ 0.9" },
        ...(version === undefined
          ? []
          : [
              { name: `blackbox_exporter ${version}, running already`, perSecond: rate(times.blackbox), limit: "> 1" },
              { name: "the same, which verifies the chain as we do", perSecond: rate(times.verifying), limit: "" },
            ]),
        {
          name: "openssl s_client, one process after another",
          perSecond: rate(times.openssl, opensslSample),
          limit: "≥ 20",
        },
      ].map((row) => ({ ...row, ratio: ours / row.perSecond }));
      const memory = await memoryOnLongList(folder.write, hosts);
      const head = ["what", "hosts a second", "notafter ÷ it", "limit"];
      const cells = rows.map(({ name, perSecond, ratio, limit }) => [
        name,
        perSecond.toFixed(0),
        ratio.toFixed(2),
        limit,
      ]);
      const note =
        `Median of ${rounds} rounds, from the start of a program to its end, with the servers on the same machine. ` +
        `${version === undefined ? "blackbox_exporter is not installed (Debian: prometheus-blackbox-exporter). " : ""}` +
        `With ${listLines.toLocaleString("en")} lines of input (every twentieth a TLS host, the others closed ports) it took ` +
        `${memory.toFixed(0)} MB at most (limit: 150).`;
      return { lines: [...formatTable(head, cells), "", ...wrap(note)], json: { rows, memory, times } };
    } finally {
      await servers.close();
      await folder.remove();
    }
  },
};

const checkArguments = (input: string): readonly string[] => [
  ...[program, "check", "--input", input],
  ...["--format", "json", "--concurrency", String(concurrency)],
];

async function serveHosts() {
  const child = spawn(process.execPath, [here("check/serve-hosts.ts"), String(count)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout);
  const [line] = (await once(lines, "line")) as [string];
  const { ports, root }: { readonly ports: readonly number[]; readonly root: string } = JSON.parse(line);
  const close = async (): Promise<void> => {
    const closed = once(child, "close");
    child.stdin.end();
    await closed;
  };
  return { ports, root, close };
}

/** Milliseconds of one run of Node from its start to its end; what it printed has to tell of every host. */
async function timed(args: readonly string[], complete: (printed: string) => boolean): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    printed += piece;
  });
  await once(child, "close");
  const time = performance.now() - start;
  if (!complete(printed)) throw new Error(`${args.join(" ")} printed ${printed.slice(0, 200)}`);
  return time;
}

/** As a shell's loop does it: one process after another. */
async function opensslProcesses(hosts: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const host of hosts) {
    const child = execFile("openssl", ["s_client", "-connect", host]);
    child.stdin?.end();
    await once(child, "close");
  }
  return performance.now() - start;
}

/** The most memory (MB, resident) of a run over a long list. */
async function memoryOnLongList(
  write: (name: string, content: string) => Promise<string>,
  hosts: readonly string[],
): Promise<number> {
  const lines = Array.from({ length: listLines }, (_, index) =>
    index % 20 === 0 && index / 20 < hosts.length
      ? (hosts[index / 20] ?? "")
      : `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}:1`,
  );
  const input = await write("long-list", lines.join("\r\n"));
  const hook = 'process.on("exit",()=>process.stderr.write("maxRSS "+process.resourceUsage().maxRSS+"\\n"))';
  const child = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, ...checkArguments(input)],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  await once(child, "close");
  return Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024;
}
