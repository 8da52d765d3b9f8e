import { body, children, type DerElement, DerError, expect, tags } from "../../certificate/der-reader.ts";
import { blockBytes } from "../cipher/block-cipher.ts";
import { decryptCbc } from "../cipher/cbc.ts";
import { des, tripleDes } from "../cipher/des.ts";
import { rc2 } from "../cipher/rc2.ts";
import type { Der } from "../der-writer.ts";
import { decryptAesCbc } from "./aes-cbc.ts";
import { algorithmName } from "./algorithm-names.ts";
import { EncryptionError } from "./encryption-error.ts";
import { readAlgorithm, readPositive } from "./read-algorithm.ts";

/** A cipher in CBC mode with its initialisation vector: what is left to give is the key. */
export interface KeyedCbc {
  /** The key's length where its derivation does not name one. */
  readonly keyBytes: number;
  /** The derivation may name another. */
  readonly anyKeyBytes: boolean;
  /** Undefined where the padding shows that the key is another, or the bytes are damaged. */
  readonly decrypt: (key: Der, encrypted: Uint8Array<ArrayBuffer>, crypto: Crypto) => Promise<Der | undefined>;
}

const desCbcOid = "1.3.14.3.2.7";
const tripleDesCbcOid = "1.2.840.113549.3.7";
const rc2CbcOid = "1.2.840.113549.3.2";
const aesKeyBytes: Readonly<Record<string, number>> = {
  "2.16.840.1.101.3.4.1.2": 16,
  "2.16.840.1.101.3.4.1.22": 24,
  "2.16.840.1.101.3.4.1.42": 32,
};

/** AlgorithmIdentifier of an encryption scheme of PBES2 (RFC 8018 appendix B.2). Throws `DerError` and `EncryptionError`. */
export function readCbcCipher(element: DerElement | undefined, within: DerElement): KeyedCbc {
  const { oid, parameters } = readAlgorithm(element, within);
  const keyBytes = aesKeyBytes[oid];
  if (keyBytes !== undefined) {
    const iv = readIv(parameters, 16, within);
    return {
      keyBytes,
      anyKeyBytes: false,
      decrypt: (key, encrypted, crypto) => decryptAesCbc(key, iv, encrypted, crypto),
    };
  }
  if (oid === rc2CbcOid) return readRc2(parameters, within);
  const cipher = oid === tripleDesCbcOid ? tripleDes : oid === desCbcOid ? des : undefined;
  if (cipher === undefined) {
    throw new EncryptionError({ code: "unsupported-algorithm", algorithm: algorithmName(oid) });
  }
  const iv = readIv(parameters, blockBytes, within);
  return {
    keyBytes: cipher === des ? 8 : 24,
    anyKeyBytes: false,
    decrypt: async (key, encrypted) => decryptCbc(cipher(key), iv, encrypted),
  };
}

/** RC2-CBC-Parameter (RFC 8018 appendix B.2.3): the version stands for the bits of the key that count. */
function readRc2(parameters: DerElement | undefined, within: DerElement): KeyedCbc {
  const [first, second] = children(expect(parameters, tags.sequence, within));
  const version = second === undefined ? undefined : readPositive(first, within);
  const iv = readIv(second ?? first, blockBytes, within);
  const bits = effectiveBits(version);
  if (bits === undefined) {
    throw new EncryptionError({ code: "unsupported-algorithm", algorithm: `RC2-CBC of version ${version}` });
  }
  return {
    keyBytes: Math.ceil(bits / 8),
    anyKeyBytes: true,
    decrypt: async (key, encrypted) => decryptCbc(rc2(key, bits), iv, encrypted),
  };
}

function effectiveBits(version: number | undefined): number | undefined {
  if (version === undefined) return 32;
  const known: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };
  return known[version] ?? (version >= 256 && version <= 1024 ? version : undefined);
}

function readIv(element: DerElement | undefined, bytes: number, within: DerElement): Uint8Array<ArrayBuffer> {
  const iv = body(expect(element, tags.octetString, within));
  if (iv.length !== bytes) throw new DerError("not-der", within.start);
  return new Uint8Array(iv);
}
