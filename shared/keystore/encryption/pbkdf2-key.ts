import { body, children, type DerElement, expect, tags } from "../../certificate/der-reader.ts";
import type { Der } from "../der-writer.ts";
import { hmacDigests } from "../digest/by-identifier.ts";
import type { Digest } from "../digest/digest.ts";
import { pbkdf2 } from "../digest/hmac.ts";
import { algorithmName } from "./algorithm-names.ts";
import { EncryptionError } from "./encryption-error.ts";
import { readAlgorithm, readPositive } from "./read-algorithm.ts";
import type { Derivation } from "./work.ts";

export interface Pbkdf2Parameters {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  /** The hash in HMAC. */
  readonly digest: Digest;
  readonly keyBytes: number | undefined;
}

const pbkdf2Oid = "1.2.840.113549.1.5.12";
const hmacWithSha1Oid = "1.2.840.113549.2.7";
const inWebCrypto = new Set(["SHA-1", "SHA-256", "SHA-384", "SHA-512"]);
/** More is asked for by nothing that occurs; a file may ask for anything. */
const mostKeyBytes = 1024;

/** AlgorithmIdentifier of PBKDF2 (RFC 8018 appendix A.2). Throws `DerError` and `EncryptionError`. */
export function readPbkdf2(element: DerElement | undefined, within: DerElement): Pbkdf2Parameters {
  const { oid, parameters } = readAlgorithm(element, within);
  if (oid !== pbkdf2Oid) throw unsupported(algorithmName(oid));
  const [salt, iterations, ...options] = children(expect(parameters, tags.sequence, within));
  // The salt may also name a source elsewhere (an AlgorithmIdentifier); nobody writes that.
  if (salt?.tag !== tags.octetString) throw unsupported("PBKDF2 with a salt from elsewhere");
  const keyBytes = options[0]?.tag === tags.integer ? readPositive(options[0], within) : undefined;
  const named = options.find(({ tag }) => tag === tags.sequence);
  const prf = named === undefined ? hmacWithSha1Oid : readAlgorithm(named, within).oid;
  const digest = hmacDigests[prf];
  if (digest === undefined) throw unsupported(`PBKDF2 with ${algorithmName(prf)}`);
  if (keyBytes !== undefined && keyBytes > mostKeyBytes) throw unsupported(`PBKDF2 for ${keyBytes} bytes`);
  return { salt: new Uint8Array(body(salt)), iterations: readPositive(iterations, within), digest, keyBytes };
}

const unsupported = (algorithm: string): EncryptionError =>
  new EncryptionError({ code: "unsupported-algorithm", algorithm });

/** The key of a password. Throws `EncryptionError` where it costs too much. */
export async function pbkdf2Key(
  password: Uint8Array,
  { salt, iterations, digest }: Omit<Pbkdf2Parameters, "keyBytes">,
  bytes: number,
  { crypto, work }: Derivation,
): Promise<Der> {
  const rounds = iterations * Math.ceil(bytes / digest.bytes);
  // HMAC fills its key up with zeros: none at all, which some browsers refuse, is the same as one.
  const key = password.length === 0 ? new Uint8Array(1) : new Uint8Array(password);
  if (!inWebCrypto.has(digest.name)) {
    work.spend(rounds * digest.cost * 4);
    return pbkdf2(digest, key, salt, iterations, bytes);
  }
  work.spend(rounds);
  const material = await crypto.subtle.importKey("raw", key, "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash: digest.name, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, bytes * 8));
}
