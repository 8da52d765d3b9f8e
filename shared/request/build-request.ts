// The polyfill must be there before @peculiar/x509 is evaluated: its decorators call Reflect.getMetadata at once.
import "@abraham/reflection";
import { Extension, Name, Pkcs10CertificateRequestGenerator } from "@peculiar/x509";
import { toPem } from "../certificate/pem.ts";
import { type Der, sameBytes } from "../keystore/der-writer.ts";
import { failure, type Result, success } from "../result.ts";
import { type KeyChoice, type KeyParameters, keyParameters } from "./key-parameters.ts";
import { type ReadRequest, readRequest } from "./read-request.ts";
import { alternativeNameExtension } from "./request-extensions.ts";
import type { RequestName } from "./request-names.ts";
import {
  encodeSubject,
  longestCommonName,
  type Subject,
  type SubjectAttribute,
  type SubjectProblem,
  subjectAttributes,
} from "./subject.ts";

/** A PKCS#10 certification request (RFC 2986). */
export interface CertificateRequest {
  readonly der: Der;
  /** Label `CERTIFICATE REQUEST`. */
  readonly pem: string;
  /** DER of the SubjectPublicKeyInfo in it. */
  readonly spki: Der;
}

export interface RequestOrder {
  /** As `readRequestName` gives them. */
  readonly names: readonly RequestName[];
  readonly subject?: Subject;
  readonly keys: CryptoKeyPair;
  readonly choice: KeyChoice;
  readonly crypto: Crypto;
}

/**
 * `not-as-ordered`: what was built, read again, is not what was asked for, or its signature does not hold. It is never
 * handed out.
 */
export type RequestProblem =
  | { readonly code: "no-names" }
  | { readonly code: "subject"; readonly problem: SubjectProblem }
  | { readonly code: "not-as-ordered" };

/**
 * Builds and signs a request for the names, reads it back and verifies its signature before it returns it. The common
 * name is the first host name where it fits; with neither it nor other attributes the subject is empty. Throws what
 * WebCrypto throws.
 */
export async function buildRequest(order: RequestOrder): Promise<Result<CertificateRequest, RequestProblem>> {
  const { names, keys, crypto } = order;
  if (names.length === 0) return failure({ code: "no-names" });
  const attributes = subjectAttributes(order.subject ?? {}, commonNameOf(names));
  if (!attributes.ok) return failure({ code: "subject", problem: attributes.problem });

  const parameters: KeyParameters = keyParameters[order.choice];
  const request = await Pkcs10CertificateRequestGenerator.create(
    {
      // As DER: the library's parser for names as text or JSON loses quotes, backslashes and what stands before them.
      name: new Name(encodeSubject(attributes.value)),
      keys,
      signingAlgorithm: parameters.sign,
      extensions: [new Extension(alternativeNameExtension(names, attributes.value.length === 0))],
    },
    crypto,
  );
  const der = new Uint8Array(request.rawData);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  const readBack = await readRequest(der, crypto);
  if (!readBack.ok || !asOrdered(readBack.value, names, attributes.value, spki))
    return failure({ code: "not-as-ordered" });
  return success({ der, pem: toPem("CERTIFICATE REQUEST", der), spki });
}

/**
 * The first host name that an X.509 common name can hold (RFC 5280: 64 characters); BR §7.1.4.3 wants it to be one of
 * the alternative names.
 */
function commonNameOf(names: readonly RequestName[]): string | undefined {
  const first = names.find(({ kind }) => kind === "dns")?.value;
  return first !== undefined && first.length <= longestCommonName ? first : undefined;
}

function asOrdered(
  read: ReadRequest,
  names: readonly RequestName[],
  attributes: readonly SubjectAttribute[],
  spki: Uint8Array,
): boolean {
  const subject = read.subject.flat();
  return (
    read.signature === "valid" &&
    sameBytes(read.publicKey.spki, spki) &&
    read.unreadable.length === 0 &&
    read.names.length === names.length &&
    names.every(({ kind, value }, index) => read.names[index]?.kind === kind && read.names[index]?.value === value) &&
    subject.length === attributes.length &&
    attributes.every(({ oid, value }, index) => subject[index]?.oid === oid && subject[index]?.value === value)
  );
}
