import {
  contextPrimitive,
  type Der,
  element,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from "../der-writer.ts";
import { hmac } from "../digest/hmac.ts";
import { sha1 } from "../digest/sha1.ts";
import { sha256 } from "../digest/sha256.ts";
import { passwordForms } from "../encryption/password-forms.ts";
import { pkcs12Key } from "../encryption/pkcs12-key.ts";
import { type Derivation, Work } from "../encryption/work.ts";
import { encodeEncryptedKey } from "../pbes2.ts";
import { dataOid, encryptedDataOid } from "./bag-identifiers.ts";
import { encodeCertificateBag, encodeKeyBag } from "./encode-bags.ts";
import { type Encrypted, encryptAes, encryptTripleDes } from "./encrypt-contents.ts";

/**
 * `modern`: AES-256-CBC by PBKDF2-HMAC-SHA-256, sealed with SHA-256, as OpenSSL 3 and Java 17 write it; Windows takes it
 * since 10 1709 and Server 2019. `compatible`: 3DES, sealed with SHA-1, for what says of modern files that the
 * passphrase is wrong: older Windows, Java 8, Azure App Service, macOS. Its passphrase has to be good, for it is guessed fast.
 */
export type Pkcs12Protection = "modern" | "compatible";

export interface WritePkcs12Order {
  /** DER of the PrivateKeyInfo; without one the file is a trust store. The caller overwrites it when done. */
  readonly pkcs8?: Uint8Array;
  /** DER; the key's own first, then its chain. */
  readonly certificates: readonly Uint8Array[];
  /** Of the key and its certificate: the alias in Java, the name that Windows shows. */
  readonly friendlyName?: string;
  readonly passphrase: string;
  readonly protection: Pkcs12Protection;
  readonly crypto: Crypto;
  /** Rounds of every derivation; fewer than the default is for tests. */
  readonly iterations?: number;
}

const sealOids = { modern: "2.16.840.1.101.3.4.2.1", compatible: "1.3.14.3.2.26" } as const;
const sealDigests = { modern: sha256, compatible: sha1 } as const;
/** As GnuTLS and NSS take today; as Java took in its time. */
const usualIterations = { modern: 600_000, compatible: 50_000 } as const;

/**
 * DER of a PKCS#12 file (PFX, RFC 7292) with a seal over everything. The passphrase counts in NFC, as everywhere; one
 * beyond ASCII opens in OpenSSL, GnuTLS, NSS and Windows, and not in Java's keytool.
 */
export async function writePkcs12({
  pkcs8,
  certificates,
  friendlyName,
  passphrase,
  protection,
  crypto,
  iterations = usualIterations[protection],
}: WritePkcs12Order): Promise<Der> {
  const sealing: Sealing = {
    passphrase,
    password: passwordForms(passphrase.normalize("NFC")).wide[0] ?? new Uint8Array(),
    protection,
    iterations,
    derivation: { crypto, work: new Work() },
  };
  const [leaf] = certificates;
  // The first certificate's SHA-1, as OpenSSL has it; readers compare it and look no further.
  const localKeyId = pkcs8 === undefined || leaf === undefined ? undefined : sha1.of(leaf);
  const bags = certificates.map((der, index) =>
    encodeCertificateBag(der, index === 0 ? { friendlyName, localKeyId, trusted: !pkcs8 } : { trusted: !pkcs8 }),
  );
  const safes = [await encryptedSafe(sequence(...bags), sealing)];
  if (pkcs8 !== undefined) {
    const { algorithm, bytes } = await encrypt(new Uint8Array(pkcs8), sealing);
    const key = encodeKeyBag(encodeEncryptedKey(algorithm, bytes), { friendlyName, localKeyId });
    safes.push(contentInfo(dataOid, octetString(sequence(key))));
  }
  const contents = sequence(...safes);
  return sequence(integer(3), contentInfo(dataOid, octetString(contents)), await macData(contents, sealing));
}

interface Sealing {
  readonly passphrase: string;
  /** The passphrase in the form of PKCS#12. */
  readonly password: Uint8Array;
  readonly protection: Pkcs12Protection;
  readonly iterations: number;
  readonly derivation: Derivation;
}

const contentInfo = (type: string, content: Uint8Array): Der =>
  sequence(objectIdentifier(type), element(0xa0, content));

const encrypt = (
  plain: Der,
  { passphrase, password, protection, iterations, derivation }: Sealing,
): Promise<Encrypted> =>
  protection === "modern"
    ? encryptAes(plain, passphrase, iterations, derivation)
    : encryptTripleDes(plain, password, iterations, derivation);

/** EncryptedData (RFC 5652 §8) of SafeContents. */
async function encryptedSafe(safeContents: Der, sealing: Sealing): Promise<Der> {
  const { algorithm, bytes } = await encrypt(safeContents, sealing);
  const info = sequence(objectIdentifier(dataOid), algorithm, contextPrimitive(0, bytes));
  return contentInfo(encryptedDataOid, sequence(integer(0), info));
}

/** MacData (RFC 7292 §4). */
async function macData(contents: Der, { password, protection, iterations, derivation }: Sealing): Promise<Der> {
  const digest = sealDigests[protection];
  const salt = derivation.crypto.getRandomValues(new Uint8Array(protection === "modern" ? 16 : 8));
  const key = await pkcs12Key({ digest, purpose: "mac", password, salt, iterations, bytes: digest.bytes }, derivation);
  const algorithm = sequence(objectIdentifier(sealOids[protection]), nullValue());
  return sequence(
    sequence(algorithm, octetString(hmac(digest, key)(contents))),
    octetString(salt),
    integer(iterations),
  );
}
