import type { AlternativeName, DistinguishedName, PublicKey, SignatureAlgorithm } from "../certificate/certificate.ts";
import {
  attempt,
  children,
  type DerElement,
  DerError,
  encoding,
  expect,
  readElement,
  tags,
} from "../certificate/der-reader.ts";
import { readExtensions } from "../certificate/extensions.ts";
import { readName } from "../certificate/name-reader.ts";
import { readObjectIdentifier } from "../certificate/object-identifier.ts";
import { readPublicKey } from "../certificate/public-key.ts";
import { readSignatureAlgorithm } from "../certificate/signature-algorithm.ts";
import { failure, type Result, success } from "../result.ts";
import { type SignatureVerdict, verifySignature } from "./verify-signature.ts";

/** The facts in a PKCS#10 certification request (RFC 2986). Text in it is hostile. */
export interface ReadRequest {
  readonly subject: DistinguishedName;
  /** Of the extension request; empty where there is none. */
  readonly names: readonly AlternativeName[];
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: SignatureVerdict;
  /** Object identifiers of attributes and extensions whose value could not be read; `""` where not even that could. */
  readonly unreadable: readonly string[];
}

export interface ReadRequestProblem {
  readonly code: "not-a-request" | "trailing-bytes";
}

/** PKCS#9 extensionRequest (RFC 2985 §5.4.2), and what old Microsoft software writes instead. */
const extensionRequests: readonly string[] = ["1.2.840.113549.1.9.14", "1.3.6.1.4.1.311.2.1.14"];

/**
 * Reads the DER of a request and checks its own signature. An attribute that is broken is named and passed over, the
 * rest still stands. Never throws.
 */
export async function readRequest(der: Uint8Array, crypto: Crypto): Promise<Result<ReadRequest, ReadRequestProblem>> {
  const read = attempt(() => readParts(der));
  if (read === undefined) return failure({ code: "not-a-request" });
  const { end, signed, signatureBits, ...facts } = read;
  if (end !== der.length) return failure({ code: "trailing-bytes" });
  const signature = await verifySignature({ ...facts, signed, signatureBits }, crypto);
  return success({ ...facts, signature });
}

function readParts(der: Uint8Array) {
  const request = expect(readElement(der), tags.sequence, readElement(der));
  const [info, algorithm, signature] = children(request);
  const [version, subject, publicKey, ...rest] = children(expect(info, tags.sequence, request));
  expect(version, tags.integer, request);
  const bits = expect(signature, tags.bitString, request);
  // The count of unused bits, which is 0 in every signature.
  if (der[bits.bodyStart] !== 0) throw new DerError("not-der", bits.start);
  return {
    subject: readName(expect(subject, tags.sequence, request)),
    publicKey: readPublicKey(expect(publicKey, tags.sequence, request)),
    signatureAlgorithm: readSignatureAlgorithm(expect(algorithm, tags.sequence, request)),
    ...readAttributes(rest.find(({ tag }) => tag === 0xa0)),
    signed: encoding(expect(info, tags.sequence, request)),
    signatureBits: der.subarray(bits.bodyStart + 1, bits.end),
    end: request.end,
  };
}

/** `[0] Attributes`; absent in the requests of some old programs, though RFC 2986 §4.1 wants it even when empty. */
function readAttributes(wrapper: DerElement | undefined): Pick<ReadRequest, "names" | "unreadable"> {
  const names: AlternativeName[] = [];
  const unreadable: string[] = [];
  for (const attribute of wrapper === undefined ? [] : children(wrapper)) {
    let oid = "";
    try {
      const [id, values] = children(expect(attribute, tags.sequence, attribute));
      oid = readObjectIdentifier(id, attribute);
      const set = expect(values, tags.set, attribute);
      if (!extensionRequests.includes(oid)) {
        // Challenge passwords and the like: what they say does not matter here, but that they can be read is told.
        children(set);
        continue;
      }
      const extensions = readExtensions(set);
      names.push(...extensions.alternativeNames);
      unreadable.push(...(extensions.damagedExtensions ?? []));
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      unreadable.push(oid);
    }
  }
  return { names, unreadable };
}
