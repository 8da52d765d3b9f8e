import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Certificate, CertificateProblem } from "../../../../shared/certificate/certificate.ts";
import { largestCertificate, parseCertificate } from "../../../../shared/certificate/parse-certificate.ts";
import { createAuthority } from "../../../support/authority/authority.ts";
import { oid, sequence, text, tlv } from "../../../support/authority/der.ts";
import {
  type CertificateParts,
  commonName,
  ecKey,
  extension,
  extensions,
  nested,
  nothing,
  validity,
  writeCertificate,
} from "./written-certificate.ts";

const subjectAlternativeName = "2.5.29.17";
const ordinary = writeCertificate();

function parsed(der: Uint8Array): Certificate {
  const result = parseCertificate(der);
  return result.ok ? result.value : expect.fail(`${result.problem.code} at ${result.problem.offset}`);
}

function problem(der: Uint8Array): CertificateProblem["code"] | undefined {
  const result = parseCertificate(der);
  return result.ok ? undefined : result.problem.code;
}

describe("an ordinary certificate", () => {
  it("gives all its facts", () => {
    expect(parsed(ordinary)).toEqual({
      der: ordinary,
      version: 3,
      serial: "009f01",
      signature: { oid: "1.2.840.10045.4.3.2", name: "ecdsa-with-SHA256", weak: false },
      issuer: [[{ oid: "2.5.4.3", type: "CN", value: "Issuer" }]],
      subject: [[{ oid: "2.5.4.3", type: "CN", value: "www.example.com" }]],
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2027, 0, 1),
      publicKey: { algorithm: "ec", bits: 256, curve: "P-256", spki: ecKey() },
      alternativeNames: [{ kind: "dns", value: "www.example.com" }],
      isAuthority: false,
      issuerUrls: [],
    });
  });

  it("may be a view into more bytes", () => {
    const around = Uint8Array.from([1, 2, 3, ...ordinary, 4]);
    expect(parsed(around.subarray(3, 3 + ordinary.length))).toEqual(parsed(ordinary));
  });
});

describe("what real certificates do", () => {
  test.each<[what: string, parts: Partial<CertificateParts>, facts: Partial<Certificate>]>([
    ["version 1", { version: nothing, extensions: nothing }, { version: 1, alternativeNames: [] }],
    [
      "version 1 with extensions",
      { version: nothing },
      { version: 1, alternativeNames: [{ kind: "dns", value: "www.example.com" }] },
    ],
    ["version 1 written out", { version: tlv(0xa0, tlv(0x02, Uint8Array.of(0))) }, { version: 1 }],
    ["version 2", { version: tlv(0xa0, tlv(0x02, Uint8Array.of(1))) }, { version: 2 }],
    ["a negative serial number", { serial: tlv(0x02, Uint8Array.of(0xff, 0x01)) }, { serial: "ff01" }],
    ["serial number zero", { serial: tlv(0x02, Uint8Array.of(0)) }, { serial: "00" }],
    ["a serial number of 40 bytes", { serial: tlv(0x02, new Uint8Array(40).fill(0x5a)) }, { serial: "5a".repeat(40) }],
    ["no subject", { subject: sequence() }, { subject: [] }],
    [
      "no end (RFC 5280 §4.1.2.5)",
      { validity: validity("260101000000Z", "99991231235959Z") },
      { notAfter: 253402300799000 },
    ],
    [
      "dates the wrong way round",
      { validity: validity("270101000000Z", "260101000000Z") },
      { notAfter: Date.UTC(2026, 0, 1) },
    ],
    [
      "unique identifiers",
      { extensions: Uint8Array.from([...tlv(0x81, Uint8Array.of(0, 1)), ...tlv(0x82, Uint8Array.of(0, 1))]) },
      { alternativeNames: [] },
    ],
    [
      "a key of a kind unknown",
      { publicKey: sequence(sequence(oid("1.2.3")), tlv(0x03, Uint8Array.of(0))) },
      {
        publicKey: {
          algorithm: "unknown",
          bits: 0,
          spki: sequence(sequence(oid("1.2.3")), tlv(0x03, Uint8Array.of(0))),
        },
      },
    ],
    [
      "names that cannot be read",
      { extensions: extensions(extension(subjectAlternativeName, Uint8Array.of(0x30, 0x80))) },
      { alternativeNames: [], damagedExtensions: [subjectAlternativeName] },
    ],
    [
      "hostile text",
      { subject: commonName("\u202e<script>\0\n") },
      { subject: [[{ oid: "2.5.4.3", type: "CN", value: "\u202e<script>\0\n" }]] },
    ],
  ])("%s", (_, parts, facts) => {
    const all = parsed(writeCertificate(parts));
    expect(all).toMatchObject(facts);
    expect(all).toEqual({ ...all, ...facts });
  });
});

describe("what is no certificate", () => {
  test.each<[what: string, der: Uint8Array, code: CertificateProblem["code"]]>([
    ["nothing", new Uint8Array(), "empty"],
    ["PEM text", new TextEncoder().encode("-----BEGIN CERTIFICATE-----"), "not-a-certificate"],
    ["HTML", new TextEncoder().encode("<!doctype html>"), "not-a-certificate"],
    ["a megabyte and a byte", new Uint8Array(largestCertificate + 1), "too-large"],
    ["one byte", Uint8Array.of(0x30), "truncated"],
    ["a length of 2^32 - 1", Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30), "truncated"],
    ["a length of 2^32", Uint8Array.of(0x30, 0x85, 1, 0, 0, 0, 0, 0x30), "not-der"],
    ["an indefinite length", Uint8Array.from([0x30, 0x80, ...ordinary.subarray(4), 0, 0]), "not-der"],
    ["an empty sequence", sequence(), "not-a-certificate"],
    ["a public key", ecKey(), "not-a-certificate"],
    ["a certificate and a byte", Uint8Array.from([...ordinary, 0]), "trailing-bytes"],
    ["two certificates", Uint8Array.from([...ordinary, ...ordinary]), "trailing-bytes"],
    ["version 4", writeCertificate({ version: tlv(0xa0, tlv(0x02, Uint8Array.of(3))) }), "not-a-certificate"],
    ["a version without number", writeCertificate({ version: tlv(0xa0, tlv(0x02)) }), "not-a-certificate"],
    [
      "a version of two bytes",
      writeCertificate({ version: tlv(0xa0, tlv(0x02, Uint8Array.of(0, 2))) }),
      "not-a-certificate",
    ],
    ["no serial number", writeCertificate({ serial: nothing }), "not-a-certificate"],
    ["text for a serial number", writeCertificate({ serial: text(0x0c, "1") }), "not-a-certificate"],
    ["no algorithm", writeCertificate({ algorithm: sequence() }), "not-a-certificate"],
    ["no dates", writeCertificate({ validity: sequence() }), "bad-time"],
    ["one date", writeCertificate({ validity: validity("260101000000Z") }), "bad-time"],
    ["month 13, day 32", writeCertificate({ validity: validity("991332000000Z", "270101000000Z") }), "bad-time"],
    [
      "a date that does not exist",
      writeCertificate({ validity: validity("260101000000Z", "20260230000000Z") }),
      "bad-time",
    ],
    [
      "a year of six digits",
      writeCertificate({ validity: validity("260101000000Z", "2750000101000000Z") }),
      "bad-time",
    ],
    [
      "a date in text",
      writeCertificate({ validity: sequence(text(0x0c, "260101000000Z"), text(0x0c, "270101000000Z")) }),
      "bad-time",
    ],
    ["an issuer that is no name", writeCertificate({ issuer: sequence(sequence()) }), "bad-name"],
    ["a subject that is no name", writeCertificate({ subject: sequence(tlv(0x31, tlv(0x05))) }), "bad-name"],
    ["no key", writeCertificate({ publicKey: nothing, extensions: nothing }), "bad-key"],
    ["a key without algorithm", writeCertificate({ publicKey: sequence(sequence(), tlv(0x03)) }), "bad-key"],
    ["extensions that are no list", writeCertificate({ extensions: tlv(0xa3, tlv(0x05)) }), "bad-extension"],
  ])("%s", (_, der, code) => {
    expect(problem(der)).toBe(code);
  });

  it("tells where", () => {
    const broken = writeCertificate({ validity: validity("260101000000Z", "991332000000Z") });
    const result = parseCertificate(broken);
    const at = Buffer.from(broken).indexOf("991332") - 2;
    expect(result).toEqual({ ok: false, problem: { code: "bad-time", offset: at } });
  });
});

/** What is guarded against takes minutes or the whole stack; the time limit of a test is bound enough. */
describe("a hostile certificate comes to an end", () => {
  it("with 10,000 names", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => text(0x82, `host-${index}.example.com`));
    const der = writeCertificate({ extensions: extensions(extension(subjectAlternativeName, sequence(...names))) });
    const { alternativeNames } = parsed(der);
    expect(alternativeNames).toHaveLength(10_000);
    expect(alternativeNames.at(-1)).toEqual({ kind: "dns", value: "host-9999.example.com" });
  });

  it("nested 10,000 deep, wherever that is", () => {
    const deep = nested(10_000);
    expect(problem(deep)).toBe("not-a-certificate");
    expect(problem(writeCertificate({ issuer: deep }))).toBe("bad-name");
    expect(problem(writeCertificate({ publicKey: deep }))).toBe("bad-key");
    expect(problem(writeCertificate({ extensions: extensions(deep) }))).toBe("bad-extension");
    const inNames = writeCertificate({ extensions: extensions(extension(subjectAlternativeName, deep)) });
    expect(parsed(inNames).alternativeNames).toEqual([{ kind: "other", value: expect.stringMatching(/^#30/) }]);
  });

  it.each<[what: string, parts: Partial<CertificateParts>]>([
    ["a name of 900 kB", { subject: commonName("x".repeat(900_000)) }],
    ["a serial number of 900 kB", { serial: tlv(0x02, new Uint8Array(900_000)) }],
    [
      "100,000 empty names",
      {
        extensions: extensions(
          extension(subjectAlternativeName, tlv(0x30, Buffer.concat(Array(100_000).fill(tlv(0x82))))),
        ),
      },
    ],
    [
      "50,000 extensions",
      { extensions: tlv(0xa3, tlv(0x30, Buffer.concat(Array(50_000).fill(extension("2.5.29.14", nothing))))) },
    ],
    [
      "an OID of 900 kB",
      { subject: sequence(tlv(0x31, sequence(tlv(0x06, new Uint8Array(900_000).fill(0x81)), text(0x0c, "x")))) },
    ],
  ])("with %s", (_, parts) => {
    const { ok } = parseCertificate(writeCertificate(parts));
    expect(typeof ok).toBe("boolean");
  });
});

describe("any bytes", () => {
  const outcome = (der: Uint8Array): void => {
    const result = parseCertificate(der);
    if (!result.ok) {
      expect(result.problem.offset).toBeGreaterThanOrEqual(0);
      expect(result.problem.offset).toBeLessThanOrEqual(der.length);
      return;
    }
    const { notBefore, notAfter } = result.value;
    for (const time of [notBefore, notAfter]) expect(Math.abs(time)).toBeLessThanOrEqual(8.64e15);
  };

  it("give a result", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), outcome), { numRuns: 2000 });
    const sequenceOf = fc
      .uint8Array({ maxLength: 120 })
      .map((bytes) => sequence(sequence(bytes), sequence(bytes), tlv(0x03, bytes)));
    fc.assert(fc.property(sequenceOf, outcome), { numRuns: 2000 });
  });

  it("of a certificate cut short give a problem", async () => {
    const { der } = await (await createAuthority(Date.UTC(2026, 10, 22))).issue({
      names: ["www.example.com", "192.0.2.1"],
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2027, 0, 1),
    });
    expect(parsed(der).alternativeNames).toHaveLength(2);
    for (let length = 0; length < der.length; length++) {
      expect(problem(der.subarray(0, length))).toBe(length === 0 ? "empty" : "truncated");
    }
  });

  it("of a certificate with any bit or byte changed give a result", () => {
    for (let bit = 0; bit < ordinary.length * 8; bit++) {
      const flipped = ordinary.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      outcome(flipped);
    }
    const change = fc.tuple(fc.nat(ordinary.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const changed = ordinary.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        outcome(changed);
      }),
      { numRuns: 3000 },
    );
  });

  it("of dates, names and serial number come back", () => {
    const second = fc.integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(2049, 11, 31) / 1000 });
    const utc = (time: number): string =>
      `${new Date(time * 1000)
        .toISOString()
        .replace(/\.\d+Z$/, "")
        .replace(/\D/g, "")
        .slice(2)}Z`;
    const names = fc.array(fc.stringMatching(/^[a-z0-9.*-]{1,60}$/), { maxLength: 20 });
    const serials = fc.uint8Array({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(second, second, fc.string({ unit: "grapheme" }), names, serials, (from, to, subject, dns, serial) => {
        const facts = parsed(
          writeCertificate({
            validity: validity(utc(from), utc(to)),
            subject: commonName(subject),
            serial: tlv(0x02, serial),
            extensions: extensions(extension(subjectAlternativeName, sequence(...dns.map((name) => text(0x82, name))))),
          }),
        );
        expect(facts).toMatchObject({
          notBefore: from * 1000,
          notAfter: to * 1000,
          serial: Buffer.from(serial).toString("hex"),
        });
        expect(facts.subject[0]?.[0]?.value).toBe(subject);
        expect(facts.alternativeNames.map(({ value }) => value)).toEqual(dns);
      }),
    );
  });
});
