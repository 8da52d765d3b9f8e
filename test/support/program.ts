import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's package of each program that serves as an oracle. */
const packages = {
  openssl: "openssl",
  certtool: "gnutls-bin",
  java: "default-jdk-headless",
  keytool: "default-jdk-headless",
  dpkg: "dpkg",
  certutil: "libnss3-tools",
  pk12util: "libnss3-tools",
  xdotool: "xdotool",
} as const;

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. A missing program is a failed test that names the package, never a skipped one. */
export function run(program: keyof typeof packages, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { timeout: 30_000, env: { ...process.env, LC_ALL: "C.UTF-8" } },
      (error, stdout, stderr) => {
        if (error?.code === "ENOENT") {
          reject(new Error(`${program} is missing. Install it: apt-get install ${packages[program]}`));
        } else resolve({ status: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
      },
    );
  });
}

/** As `run`, and the program has to succeed; gives what it printed. */
export async function output(program: keyof typeof packages, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} gave ${status}: ${stderr}`);
  return stdout;
}

export interface Folder {
  readonly path: string;
  /** Writes a private file and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function temporaryFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), "notafter-test-"));
  return {
    path: folder,
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content, { mode: 0o600 });
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
