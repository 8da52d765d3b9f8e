import { body, children, type DerElement, DerError, expect, readElement, tags } from "../certificate/der-reader.ts";
import { readObjectIdentifier } from "../certificate/object-identifier.ts";
import { failure, type Result, success } from "../result.ts";
import { cbcKeyBits, type Pbes2Parameters, pbes2Oid, pbkdf2Oid, prfHashes } from "./pbes2.ts";

/** What stands in an EncryptedPrivateKeyInfo. */
export interface EncryptedKey {
  readonly parameters: Pbes2Parameters;
  /** A whole number of 16-byte blocks, at least one. */
  readonly encrypted: Uint8Array<ArrayBuffer>;
}

/** `unsupported`: sound, but with another scheme or cipher, or with more work asked for than is reasonable. */
export interface EncryptedKeyProblem {
  readonly code: "damaged" | "unsupported";
}

/** Some seconds of work. A file may name any count up to 2^31 and more, and the browser could not be stopped. */
export const mostIterations = 10_000_000;

const blockBytes = 16;
const hmacWithSha1Oid = "1.2.840.113549.2.7";

class Unsupported extends Error {}

/** DER of an EncryptedPrivateKeyInfo (RFC 5958 §3) under PBES2, PBKDF2 and AES-CBC. Never throws. */
export function readEncryptedKey(der: Uint8Array): Result<EncryptedKey, EncryptedKeyProblem> {
  try {
    return success(read(der));
  } catch (error) {
    if (error instanceof Unsupported) return failure({ code: "unsupported" });
    if (error instanceof DerError) return failure({ code: "damaged" });
    throw error;
  }
}

function read(der: Uint8Array): EncryptedKey {
  const info = expect(readElement(der), tags.sequence, readElement(der));
  const [algorithm, encrypted, ...more] = children(info);
  const scheme = algorithmIn(algorithm, info);
  if (scheme.oid !== pbes2Oid) throw new Unsupported();
  const [derivation, cipher] = children(expect(scheme.parameters, tags.sequence, info));
  const parameters = { ...readDerivation(derivation, info), ...readCipher(cipher, info) };
  const bytes = body(expect(encrypted, tags.octetString, info));
  if (info.end !== der.length || more.length > 0 || bytes.length === 0 || bytes.length % blockBytes !== 0) {
    throw new DerError("not-der", info.end);
  }
  const { length, ...rest } = parameters;
  if (length !== undefined && length * 8 !== rest.keyBits) throw new Unsupported();
  return { parameters: rest, encrypted: new Uint8Array(bytes) };
}

/** PBKDF2-params (RFC 8018 appendix A.2); the function is HMAC-SHA-1 where none is named. */
function readDerivation(element: DerElement | undefined, within: DerElement) {
  const derivation = algorithmIn(element, within);
  if (derivation.oid !== pbkdf2Oid) throw new Unsupported();
  const [salt, iterations, ...options] = children(expect(derivation.parameters, tags.sequence, within));
  // The salt may also name a source elsewhere (an AlgorithmIdentifier); nobody writes that.
  if (salt?.tag !== tags.octetString) throw new Unsupported();
  const length = options[0]?.tag === tags.integer ? readCount(options[0], within) : undefined;
  const named = options.find(({ tag }) => tag === tags.sequence);
  const hash = prfHashes[named === undefined ? hmacWithSha1Oid : algorithmIn(named, within).oid];
  if (hash === undefined) throw new Unsupported();
  return { salt: new Uint8Array(body(salt)), iterations: readCount(iterations, within), hash, length };
}

function readCipher(element: DerElement | undefined, within: DerElement) {
  const cipher = algorithmIn(element, within);
  const keyBits = cbcKeyBits[cipher.oid];
  if (keyBits === undefined) throw new Unsupported();
  const iv = expect(cipher.parameters, tags.octetString, within);
  if (body(iv).length !== blockBytes) throw new DerError("not-der", iv.start);
  return { keyBits, iv: new Uint8Array(body(iv)) };
}

function algorithmIn(element: DerElement | undefined, within: DerElement) {
  const [oid, parameters] = children(expect(element, tags.sequence, within));
  return { oid: readObjectIdentifier(oid, within), parameters };
}

/** A positive INTEGER of at most `mostIterations`. */
function readCount(element: DerElement | undefined, within: DerElement): number {
  const bytes = body(expect(element, tags.integer, within));
  const [first = 0x80] = bytes;
  if (first > 0x7f) throw new DerError("not-der", within.start);
  const count = bytes.reduce((value, byte) => value * 256 + byte, 0);
  if (count === 0) throw new DerError("not-der", within.start);
  if (count > mostIterations) throw new Unsupported();
  return count;
}
