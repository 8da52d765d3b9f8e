import { toHex } from "../certificate/hex.ts";
import { encryptPrivateKey } from "../keystore/encrypted-private-key.ts";
import { type RenewalFileNames, renewalFileNames } from "../keystore/file-names.ts";
import { checkPassphrase, type PassphraseProblem } from "../keystore/passphrase.ts";
import { failure, type Result, success } from "../result.ts";
import { buildRequest, type RequestProblem } from "./build-request.ts";
import { generateKeyPair, type KeyChoice } from "./key-parameters.ts";
import { proveKeyPair } from "./prove-key-pair.ts";
import type { RequestName } from "./request-names.ts";
import type { Subject } from "./subject.ts";

export const renewalMaterialSteps = ["generating-key", "building-request", "encrypting-key", "proving"] as const;
export type RenewalMaterialStep = (typeof renewalMaterialSteps)[number];

export interface RenewalMaterialOrder {
  readonly names: readonly RequestName[];
  readonly subject?: Subject;
  readonly choice: KeyChoice;
  readonly passphrase: string;
  readonly crypto: Crypto;
  /** Called as each step begins. */
  readonly onStep?: (step: RenewalMaterialStep) => void;
}

export interface RenewalMaterial {
  readonly requestPem: string;
  readonly encryptedKeyPem: string;
  /** SHA-256 of the public key's SubjectPublicKeyInfo, lower-case hex: by it the issued certificate is recognised. */
  readonly spkiSha256: string;
  readonly files: RenewalFileNames;
}

/**
 * `crypto-failed`: the browser's cryptography gave an error at a step; `reason` is the error's name, never what it
 * worked on.
 */
export type RenewalMaterialProblem =
  | RequestProblem
  | { readonly code: "passphrase"; readonly problem: PassphraseProblem }
  | { readonly code: "not-proven" }
  | { readonly code: "crypto-failed"; readonly step: RenewalMaterialStep; readonly reason: string };

/**
 * A new key, the request for the names, and the key encrypted under the passphrase, all proven to belong together
 * before anything is returned. The private key leaves WebCrypto once, as bytes that are overwritten after they are
 * encrypted; on failure nothing of it is left.
 */
export async function makeRenewalMaterial(
  order: RenewalMaterialOrder,
): Promise<Result<RenewalMaterial, RenewalMaterialProblem>> {
  const passphrase = checkPassphrase(order.passphrase, order.passphrase);
  if (!passphrase.ok) return failure({ code: "passphrase", problem: passphrase.problem });
  if (order.names.length === 0) return failure({ code: "no-names" });
  let step: RenewalMaterialStep = "generating-key";
  const begin = (next: RenewalMaterialStep) => {
    step = next;
    order.onStep?.(next);
  };
  try {
    return await make(order, begin);
  } catch (error) {
    return failure({ code: "crypto-failed", step, reason: error instanceof Error ? error.name : "unknown" });
  }
}

async function make(
  { names, subject, choice, passphrase, crypto }: RenewalMaterialOrder,
  begin: (step: RenewalMaterialStep) => void,
): Promise<Result<RenewalMaterial, RenewalMaterialProblem>> {
  begin("generating-key");
  const keys = await generateKeyPair(choice, crypto);

  begin("building-request");
  const request = await buildRequest({ names, keys, choice, crypto, ...(subject === undefined ? {} : { subject }) });
  if (!request.ok) return request;

  begin("encrypting-key");
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  const encryptedKeyPem = await encryptPrivateKey({ pkcs8, passphrase, crypto }).finally(() => pkcs8.fill(0));

  begin("proving");
  const { pem: requestPem, spki } = request.value;
  if (!(await proveKeyPair({ encryptedKeyPem, passphrase, spki, choice, crypto })))
    return failure({ code: "not-proven" });
  const spkiSha256 = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", spki)));
  return success({ requestPem, encryptedKeyPem, spkiSha256, files: renewalFileNames(names) });
}
