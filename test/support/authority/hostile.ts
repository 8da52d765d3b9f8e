import type { Issuer } from "./authority.ts";
import { oid, sequence, text, tlv, unsignedInteger } from "./der.ts";
import { makeKeys } from "./keys.ts";
import { fromDer, type SiteCertificate } from "./site-certificate.ts";

/** A time exactly as it is to stand: `{ tag: 0x18, value: "99991231235959Z" }`, or one that no calendar has. */
export interface RawTime {
  readonly tag: number;
  readonly value: string;
}

/** What a hostile leaf is to say. Texts are written as UTF-8 whatever the tag promises. */
export interface HostileWish {
  readonly commonName: string;
  readonly names: readonly string[];
  readonly notBefore: RawTime;
  readonly notAfter: RawTime;
  /** Default: the issuer's own name. */
  readonly issuerCommonName?: string;
}

const utc = (year: string): RawTime => ({ tag: 0x17, value: `${year}0101000000Z` });

/** Ordinary dates, for certificates that are hostile elsewhere. */
export const ordinaryDates = { notBefore: utc("26"), notAfter: utc("27") } as const;

/** Text that tries to break out of a screen, a file or a shell. */
export const hostileTexts = [
  "<img src=x onerror=alert(1)>",
  "\u202Emoc.elpmaxe\u202C",
  "a\u0000b\u001b[31mc\r\nSet-Cookie: d",
  "$(touch /tmp/owned); `id` && \"'\\",
  "\u2066\u200b\ufeff\u00ad",
  "x".repeat(5000),
] as const;

/** Dates that a parser must refuse or survive: years out of the ordinary, months and seconds that do not exist, other spellings. */
export const hostileTimes: readonly RawTime[] = [
  { tag: 0x18, value: "99991231235959Z" },
  { tag: 0x18, value: "00000101000000Z" },
  { tag: 0x18, value: "20261301000000Z" },
  { tag: 0x18, value: "20260230000000Z" },
  { tag: 0x18, value: "20261122246060Z" },
  { tag: 0x18, value: "20261122120000+0530" },
  { tag: 0x18, value: "20261122120000.123456789Z" },
  { tag: 0x17, value: "2611221200Z" },
  { tag: 0x17, value: "not a time" },
  { tag: 0x18, value: "999999991231235959Z" },
];

/** `count` distinct names below one domain. */
export const manyNames = (count: number, domain = "many.test"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `n${index}.${domain}`);

/**
 * A leaf written byte by byte and signed by the issuer's key (ECDSA P-256): the signature is right, the contents are hostile.
 */
export async function mintHostile(issuer: Issuer, wish: HostileWish): Promise<SiteCertificate> {
  const keys = await makeKeys("ec-p256");
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  const serial = Uint8Array.of(0x41, ...crypto.getRandomValues(new Uint8Array(12)));
  const algorithm = sequence(oid("1.2.840.10045.4.3.2"));
  const issuerName =
    wish.issuerCommonName === undefined
      ? new Uint8Array(issuer.certificate.subjectName.toArrayBuffer())
      : name(wish.issuerCommonName);
  const body = sequence(
    tlv(0xa0, unsignedInteger(Uint8Array.of(2))),
    unsignedInteger(serial),
    algorithm,
    issuerName,
    sequence(text(wish.notBefore.tag, wish.notBefore.value), text(wish.notAfter.tag, wish.notAfter.value)),
    name(wish.commonName),
    spki,
    tlv(0xa3, sequence(extension("2.5.29.17", sequence(...wish.names.map((value) => text(0x82, value)))))),
  );
  const raw = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    issuer.keys.privateKey,
    Uint8Array.from(body),
  );
  const leaf = sequence(body, algorithm, tlv(0x03, Uint8Array.of(0), derSignature(new Uint8Array(raw))));
  return fromDer([leaf, new Uint8Array(issuer.certificate.rawData)], keys, Buffer.from(serial).toString("hex"));
}

const name = (commonName: string): Uint8Array => sequence(tlv(0x31, sequence(oid("2.5.4.3"), text(0x0c, commonName))));

const extension = (id: string, value: Uint8Array): Uint8Array => sequence(oid(id), tlv(0x04, value));

/** WebCrypto gives r and s side by side (P1363); certificates carry them as two INTEGERs (RFC 3279 §2.2.3). */
const derSignature = (raw: Uint8Array): Uint8Array =>
  sequence(unsignedInteger(raw.slice(0, raw.length / 2)), unsignedInteger(raw.slice(raw.length / 2)));
