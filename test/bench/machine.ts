import { execFile } from "node:child_process";
import { arch, cpus, loadavg, totalmem, type } from "node:os";
import { promisify } from "node:util";
import { type BrowserKind, findBrowser } from "../support/setup/browser-programs.mjs";

/** Where the figures are from: without it they say nothing. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Programs that wanted a core, on average over the minute before: on a busy machine every figure is too high. */
  readonly load: number;
  readonly versions: Readonly<Record<"node" | "openssl" | BrowserKind, string>>;
}

export async function describeMachine(): Promise<Machine> {
  const processors = cpus();
  const [load = 0] = loadavg();
  const [openssl, chromium, firefox] = await Promise.all([
    firstLine("openssl", ["version"]),
    browserVersion("chromium"),
    browserVersion("firefox"),
  ]);
  return {
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${arch()}`,
    load: Math.round(load * 100) / 100,
    versions: { node: process.version, openssl, chromium, firefox },
  };
}

/** On Windows a browser asked for its version opens a window instead. */
async function browserVersion(kind: BrowserKind): Promise<string> {
  const path = findBrowser(kind);
  return path === undefined || process.platform === "win32" ? "unknown" : firstLine(path, ["--version"]);
}

async function firstLine(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout: 20_000 });
    return stdout.split("\n", 1)[0]?.trim() ?? "unknown";
  } catch {
    return "not there";
  }
}

export function machineLines({ processor, cores, memoryGiB, system, load, versions }: Machine): readonly string[] {
  return [
    `${cores} × ${processor}, ${memoryGiB} GiB, ${system}; load before the run ${load}`,
    `Node ${versions.node} · ${versions.openssl}`,
    `${versions.chromium} · ${versions.firefox}`,
  ];
}
