import { createCipheriv, createHash, createHmac, pbkdf2Sync } from "node:crypto";
import {
  contextPrimitive,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from "../../../shared/keystore/der-writer.ts";

/**
 * PKCS#12 files of any shape, sound or not, written by Node's crypto after RFC 7292: for shapes that no program writes.
 * What the programs write is read in test/interop.
 */
const oids = {
  data: "1.2.840.113549.1.7.1",
  encryptedData: "1.2.840.113549.1.7.6",
  pbes2: "1.2.840.113549.1.5.13",
  pbkdf2: "1.2.840.113549.1.5.12",
  pbmac1: "1.2.840.113549.1.5.14",
  hmacWithSha256: "1.2.840.113549.2.9",
  aes256Cbc: "2.16.840.1.101.3.4.1.42",
  sha256: "2.16.840.1.101.3.4.2.1",
} as const;

const salt = Buffer.from("eight by");
const iv = Buffer.from("sixteen by of iv");
const explicit = (...content: readonly Uint8Array[]) => element(0xa0, ...content);

/** BMPString, big-endian. */
const bmpString = (text: string) => element(0x1e, Buffer.from(text, "utf16le").swap16());
const attribute = (oid: string, value: Uint8Array) => sequence(objectIdentifier(oid), setOf(value));

export interface BagNames {
  readonly friendlyName?: string;
  readonly localKeyId?: Uint8Array;
}

export function bag(type: number, value: Uint8Array, { friendlyName, localKeyId }: BagNames = {}): Uint8Array {
  const attributes = [
    ...(friendlyName === undefined ? [] : [attribute("1.2.840.113549.1.9.20", bmpString(friendlyName))]),
    ...(localKeyId === undefined ? [] : [attribute("1.2.840.113549.1.9.21", octetString(localKeyId))]),
  ];
  const set = attributes.length === 0 ? [] : [setOf(...attributes)];
  return sequence(objectIdentifier(`1.2.840.113549.1.12.10.1.${type}`), explicit(value), ...set);
}

export const certificateBag = (der: Uint8Array, names?: BagNames, type = "1.2.840.113549.1.9.22.1") =>
  bag(3, sequence(objectIdentifier(type), explicit(octetString(der))), names);

export const keyBag = (pkcs8: Uint8Array, names?: BagNames) => bag(1, pkcs8, names);

export const encryptedKeyBag = (pkcs8: Uint8Array, password: string, names?: BagNames, iterations = 10) =>
  bag(2, sequence(pbes2(iterations), octetString(encrypt(pkcs8, password, iterations))), names);

export const safe = (...bags: readonly Uint8Array[]) =>
  sequence(objectIdentifier(oids.data), explicit(octetString(sequence(...bags))));

export function encryptedSafe(bags: readonly Uint8Array[], password: string, iterations = 10): Uint8Array {
  const encrypted = contextPrimitive(0, encrypt(sequence(...bags), password, iterations));
  const info = sequence(objectIdentifier(oids.data), pbes2(iterations), encrypted);
  return sequence(objectIdentifier(oids.encryptedData), explicit(sequence(integer(0), info)));
}

const pbkdf2 = (iterations: number, ...options: readonly Uint8Array[]) =>
  sequence(
    objectIdentifier(oids.pbkdf2),
    sequence(octetString(salt), integer(iterations), ...options, sequence(objectIdentifier(oids.hmacWithSha256))),
  );

const pbes2 = (iterations: number) =>
  sequence(
    objectIdentifier(oids.pbes2),
    sequence(pbkdf2(iterations), sequence(objectIdentifier(oids.aes256Cbc), octetString(iv))),
  );

function encrypt(plain: Uint8Array, password: string, iterations: number): Uint8Array {
  // Files that ask for work without end are not opened: any key will do.
  const key = iterations > 1e6 ? Buffer.alloc(32) : pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

export interface Seal {
  readonly kind: "pkcs12" | "pbmac1";
  readonly password: string;
  readonly iterations?: number;
  /** The safes that the seal is made over, where they are not those of the file. */
  readonly over?: readonly Uint8Array[];
}

export function pkcs12File(safes: readonly Uint8Array[], seal?: Seal): Uint8Array {
  const contents = sequence(...safes);
  const authSafe = sequence(objectIdentifier(oids.data), explicit(octetString(contents)));
  return sequence(
    integer(3),
    authSafe,
    ...(seal === undefined ? [] : [macData(sequence(...(seal.over ?? safes)), seal)]),
  );
}

function macData(contents: Uint8Array, { kind, password, iterations = 10 }: Seal): Uint8Array {
  if (kind === "pbmac1") {
    const key = pbkdf2Sync(password, salt, iterations, 32, "sha256");
    const mac = createHmac("sha256", key).update(contents).digest();
    const parameters = sequence(pbkdf2(iterations, integer(32)), sequence(objectIdentifier(oids.hmacWithSha256)));
    const algorithm = sequence(objectIdentifier(oids.pbmac1), parameters);
    return sequence(sequence(algorithm, octetString(mac)), octetString(Buffer.from("NOT USED")), integer(1));
  }
  const key = iterations > 1e6 ? Buffer.alloc(32) : macKey(password, iterations);
  const mac = createHmac("sha256", key).update(contents).digest();
  const digestInfo = sequence(sequence(objectIdentifier(oids.sha256), element(0x05)), octetString(mac));
  return sequence(digestInfo, octetString(salt), integer(iterations));
}

/** RFC 7292 appendix B.2 for SHA-256: one block of 32 bytes is all that is needed. */
function macKey(password: string, iterations: number): Uint8Array {
  const wide = Buffer.from(`${password}\0`, "utf16le").swap16();
  const fill = (bytes: Buffer) => Buffer.alloc(64 * Math.ceil(bytes.length / 64), bytes);
  let hash: Uint8Array = Buffer.concat([Buffer.alloc(64, 3), fill(salt), fill(wide)]);
  for (let round = 0; round < iterations; round++) hash = createHash("sha256").update(hash).digest();
  return hash;
}
