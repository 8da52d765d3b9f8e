import type { PublicKey, SignatureAlgorithm } from "../certificate/certificate.ts";
import { attempt, body, children, type DerElement, expect, readElement, tags } from "../certificate/der-reader.ts";
import { concatBytes, type Der } from "../keystore/der-writer.ts";

/** `unsupported`: WebCrypto has no such algorithm, so nobody has checked. */
export type SignatureVerdict = "valid" | "invalid" | "unsupported";

/** Something signed, as X.509 and PKCS#10 hold it. */
export interface Signed {
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** DER of the part that is signed. */
  readonly signed: Uint8Array;
  /** The BIT STRING's bits: for ECDSA the DER of ECDSA-Sig-Value. */
  readonly signatureBits: Uint8Array;
}

interface Verification {
  readonly importAs: EcKeyImportParams | RsaHashedImportParams | Algorithm;
  readonly verifyAs: EcdsaParams | Algorithm;
  readonly signature: Der;
}

const hashOfOid: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.5": "SHA-1",
  "1.2.840.113549.1.1.11": "SHA-256",
  "1.2.840.113549.1.1.12": "SHA-384",
  "1.2.840.113549.1.1.13": "SHA-512",
  "1.2.840.10045.4.1": "SHA-1",
  "1.2.840.10045.4.3.2": "SHA-256",
  "1.2.840.10045.4.3.3": "SHA-384",
  "1.2.840.10045.4.3.4": "SHA-512",
};

/** Whether the key made the signature. Never throws: bytes that WebCrypto refuses are not a valid signature. */
export async function verifySignature(signed: Signed, crypto: Crypto): Promise<SignatureVerdict> {
  const verification = verificationOf(signed);
  if (typeof verification === "string") return verification;
  const { importAs, verifyAs, signature } = verification;
  try {
    const key = await crypto.subtle.importKey("spki", new Uint8Array(signed.publicKey.spki), importAs, false, [
      "verify",
    ]);
    return (await crypto.subtle.verify(verifyAs, key, signature, new Uint8Array(signed.signed))) ? "valid" : "invalid";
  } catch {
    return "invalid";
  }
}

function verificationOf({
  publicKey,
  signatureAlgorithm,
  signatureBits,
}: Signed): Verification | Exclude<SignatureVerdict, "valid"> {
  const hash = hashOfOid[signatureAlgorithm.oid];
  const isEcdsa = signatureAlgorithm.oid.startsWith("1.2.840.10045.4.");
  const { algorithm, curve, bits } = publicKey;
  if (hash !== undefined && algorithm === "rsa" && !isEcdsa) {
    const name = "RSASSA-PKCS1-v1_5";
    return { importAs: { name, hash }, verifyAs: { name }, signature: new Uint8Array(signatureBits) };
  }
  if (hash !== undefined && isEcdsa && algorithm === "ec" && curve !== undefined && /^P-(256|384|521)$/.test(curve)) {
    const signature = attempt(() => ecdsaPair(signatureBits, Math.ceil(bits / 8)));
    if (signature === undefined) return "invalid";
    return { importAs: { name: "ECDSA", namedCurve: curve }, verifyAs: { name: "ECDSA", hash }, signature };
  }
  return "unsupported";
}

/**
 * SEQUENCE { r, s } (RFC 3279 §2.2.3) to r and s side by side, each as long as the curve's field, as WebCrypto wants
 * them.
 */
function ecdsaPair(der: Uint8Array, length: number): Der | undefined {
  const pair = expect(readElement(der), tags.sequence, readElement(der));
  const [r, s] = children(pair).map((number) => fixedLength(number, length));
  return r === undefined || s === undefined ? undefined : concatBytes([r, s]);
}

function fixedLength(number: DerElement, length: number): Der | undefined {
  const bytes = body(expect(number, tags.integer, number));
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first < 0 ? bytes.subarray(0, 0) : bytes.subarray(first);
  if (significant.length > length || (bytes[0] ?? 0) > 0x7f) return undefined;
  const fixed = new Uint8Array(length);
  fixed.set(significant, length - significant.length);
  return fixed;
}
