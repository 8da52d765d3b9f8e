// Key and request in this runtime's WebCrypto against `openssl req -newkey`, in turns, so that both meet the same
// machine. Run by itself: node test/bench/key-and-request.bench.ts [runs]
import { execFile } from "node:child_process";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type KeyChoice, keyChoices } from "../../shared/request/key-parameters.ts";
import { measureKeyAndRequest, median } from "./measure-key-and-request.ts";

export interface KeyAndRequestFigures {
  readonly choice: KeyChoice;
  readonly runs: number;
  /**
   * Medians in milliseconds. OpenSSL's includes the start of the program, as a user who types it waits for that too.
   */
  readonly ours: number;
  readonly openssl: number;
  /** Ours divided by OpenSSL's. */
  readonly ratio: number;
}

const newKeyOptions: Readonly<Record<KeyChoice, readonly string[]>> = {
  "ec-p256": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  "rsa-2048": ["-newkey", "rsa:2048"],
  "rsa-3072": ["-newkey", "rsa:3072"],
  "rsa-4096": ["-newkey", "rsa:4096"],
};

/**
 * Measures every key on offer. The times of RSA keys scatter by nature: with fewer than 15 runs the ratio says little.
 */
export async function benchKeyAndRequest(runs = 15): Promise<readonly KeyAndRequestFigures[]> {
  const figures: KeyAndRequestFigures[] = [];
  for (const choice of keyChoices) {
    await measureKeyAndRequest(choice, 1); // Loading and compiling are not what is measured.
    const ours: number[] = [];
    const openssl: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(...(await measureKeyAndRequest(choice, 1)));
      openssl.push(await measureOpenssl(choice));
    }
    const medians = { ours: median(ours), openssl: median(openssl) };
    figures.push({ choice, runs, ...medians, ratio: medians.ours / medians.openssl });
  }
  return figures;
}

/** Milliseconds of one `openssl req -newkey` with the same names; the key is not encrypted and goes nowhere. */
async function measureOpenssl(choice: KeyChoice): Promise<number> {
  const names = ["-subj", "/CN=www.example.com", "-addext", "subjectAltName=DNS:www.example.com,DNS:example.com"];
  const start = performance.now();
  await promisify(execFile)("openssl", [
    "req",
    "-new",
    "-noenc",
    "-keyout",
    "/dev/null",
    ...newKeyOptions[choice],
    ...names,
  ]);
  return performance.now() - start;
}

/** The figures as lines for a terminal. */
export function formatKeyAndRequest(figures: readonly KeyAndRequestFigures[]): string {
  const rows = figures.map(({ choice, ours, openssl, ratio }) =>
    [choice, ours.toFixed(1), openssl.toFixed(1), ratio.toFixed(2)].map((cell) => cell.padStart(12)).join(""),
  );
  const runs = figures[0]?.runs ?? 0;
  const head = ["key + CSR", "WebCrypto", "openssl", "ratio"].map((cell) => cell.padStart(12)).join("");
  return [head, ...rows, `medians of ${runs} runs in ms`].join("\n");
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  console.log(formatKeyAndRequest(await benchKeyAndRequest(Number(argv[2] ?? 15))));
}
