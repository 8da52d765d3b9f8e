import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Outcome } from "./program.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface HostProgram {
  /** The one file, fresh from the sources. */
  readonly path: string;
  /** Runs it as a command, with this standard input. */
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Starts it as a browser does and gives its streams. */
  start(args?: readonly string[], environment?: Readonly<Record<string, string>>): HostProcess;
  remove(): Promise<void>;
}

interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface HostProcess {
  send(bytes: Uint8Array): void;
  /** A request as a frame of this machine. */
  ask(message: unknown): void;
  /** The next reply. @throws where the host ends before it */
  reply(): Promise<unknown>;
  /** Closes its input and gives status and signal. */
  end(): Promise<{ readonly status: number | null; readonly signal: string | null; readonly stderr: string }>;
  kill(): void;
}

/** Builds the program as the package does, into a folder of its own. */
export async function buildHostProgram(): Promise<HostProgram> {
  const folder = await mkdtemp(join(tmpdir(), "notafter-host-"));
  const path = join(folder, "notafter.mjs");
  await build({
    entryPoints: [here("../../extension/native-host/main.ts")],
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    logLevel: "warning",
    outfile: path,
  });
  return {
    path,
    run: (args, { input = "", environment = {} } = {}) =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [path, ...args],
          { timeout: 30_000, maxBuffer: 1 << 26, env: { ...process.env, ...environment } },
          (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
        );
        child.stdin?.on("error", () => undefined).end(input);
      }),
    start: (args = ["chrome-extension://abcdefghijklmnopabcdefghijklmnop/"], environment = {}) =>
      startHost(path, args, environment),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function startHost(path: string, args: readonly string[], environment: Readonly<Record<string, string>>): HostProcess {
  const child = spawn(process.execPath, [path, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const closed = once(child, "close");
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  child.stdin.on("error", () => undefined);
  let buffer = Buffer.alloc(0);
  const pieces = child.stdout[Symbol.asyncIterator]();
  const send = (bytes: Uint8Array): void => void child.stdin.write(bytes);
  const fill = async (length: number): Promise<void> => {
    while (buffer.length < length) {
      const { done, value } = await pieces.next();
      if (done) throw new Error(`The host ended. ${stderr}`);
      buffer = Buffer.concat([buffer, value]);
    }
  };
  return {
    send,
    ask: (message) => {
      const body = Buffer.from(JSON.stringify(message));
      const length = new Uint8Array(Uint32Array.of(body.length).buffer);
      send(Buffer.concat([length, body]));
    },
    reply: async () => {
      await fill(4);
      const length = new Uint32Array(Uint8Array.from(buffer.subarray(0, 4)).buffer)[0] ?? 0;
      await fill(4 + length);
      const text = buffer.subarray(4, 4 + length).toString();
      buffer = buffer.subarray(4 + length);
      return JSON.parse(text);
    },
    end: async () => {
      child.stdin.end();
      // Whoever holds the iterator has to read to the end of it.
      while (!(await pieces.next()).done);
      const [status, signal]: readonly unknown[] = await closed;
      return {
        status: typeof status === "number" ? status : null,
        signal: typeof signal === "string" ? signal : null,
        stderr,
      };
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
