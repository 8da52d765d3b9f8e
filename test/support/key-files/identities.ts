import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Folder, output } from "../program.ts";

export const keyKinds = ["rsa", "ec", "ed25519"] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A key and its certificate in PEM files, as other people's programs take them. */
export interface Identity {
  readonly keyPath: string;
  readonly certificatePath: string;
  readonly certificate: Buffer;
  /** What tells whether another encoding is the same key. */
  readonly key: string;
}

const algorithms: Readonly<Record<KeyKind, readonly string[]>> = {
  rsa: ["rsa:2048"],
  ec: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  ed25519: ["ed25519"],
};

export async function makeIdentity(folder: Folder, name: string, kind: KeyKind): Promise<Identity> {
  const keyPath = join(folder.path, `${name}.key`);
  const certificatePath = join(folder.path, `${name}.crt`);
  const subject = ["-days", "90", "-subj", `/CN=${name}.example.com`];
  const files = ["-nodes", "-keyout", keyPath, "-out", certificatePath];
  await output("openssl", ["req", "-x509", "-newkey", ...algorithms[kind], ...files, ...subject]);
  const certificate = new X509Certificate(await readFile(certificatePath)).raw;
  return { keyPath, certificatePath, certificate, key: sameKey(await readFile(keyPath)) };
}

/** The parts of a private key, whatever it was encoded as: PEM, or the DER of PKCS#8. */
export function sameKey(encoded: Uint8Array): string {
  const pem = encoded[0] === 0x2d;
  const key = createPrivateKey(
    pem ? Buffer.from(encoded) : { key: Buffer.from(encoded), format: "der", type: "pkcs8" },
  );
  return JSON.stringify(Object.entries(key.export({ format: "jwk" })).sort());
}
