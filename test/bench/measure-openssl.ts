import { execFile } from "node:child_process";
import { devNull } from "node:os";
import { promisify } from "node:util";
import type { KeyChoice } from "../../shared/request/key-parameters.ts";

const newKeyOptions: Readonly<Record<KeyChoice, readonly string[]>> = {
  "ec-p256": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  "rsa-2048": ["-newkey", "rsa:2048"],
  "rsa-3072": ["-newkey", "rsa:3072"],
  "rsa-4096": ["-newkey", "rsa:4096"],
};

/**
 * Milliseconds of one `openssl req -newkey` for the same names, with the start of the program: who types it waits for
 * that too. The key is not encrypted and goes nowhere.
 */
export async function measureOpenssl(choice: KeyChoice): Promise<number> {
  const names = ["-subj", "/CN=www.example.com", "-addext", "subjectAltName=DNS:www.example.com,DNS:example.com"];
  const args = ["req", "-new", "-nodes", "-keyout", devNull, ...newKeyOptions[choice], ...names];
  const start = performance.now();
  await promisify(execFile)("openssl", args);
  return performance.now() - start;
}
