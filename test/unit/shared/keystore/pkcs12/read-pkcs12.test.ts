import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toPem } from "../../../../../shared/certificate/pem.ts";
import {
  element,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from "../../../../../shared/keystore/der-writer.ts";
import { largestKeyFile } from "../../../../../shared/keystore/key-file-bytes.ts";
import { certificatesOf, readPkcs12 } from "../../../../../shared/keystore/pkcs12/read-pkcs12.ts";
import {
  bag,
  certificateBag,
  encryptedKeyBag,
  encryptedSafe,
  keyBag,
  pkcs12File,
  safe,
} from "../../../../support/key-files/pkcs12-file.ts";

// What a certificate holds is not looked into.
const [one, two] = [sequence(octetString(Buffer.from("one"))), sequence(octetString(Buffer.from("two")))];
const privateKey = (content: string) =>
  sequence(integer(0), sequence(objectIdentifier("1.3.101.112"), nullValue()), octetString(Buffer.from(content)));
const pkcs8 = privateKey("secret scalar");
const password = "three words";
const seal = { kind: "pkcs12", password } as const;
const id = { localKeyId: Uint8Array.of(1, 0xab) };

async function read(file: Uint8Array, passphrase = password) {
  const opened = await readPkcs12(file, passphrase);
  if (!opened.ok) return opened.problem;
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const { certificates, keys, unopenedKeys, sealed } = opened.value;
  return {
    certificates: certificates.map(({ der, ...names }) => ({ ...names, der: hex(der) })),
    keys: keys.map(({ pkcs8: key, ...names }) => ({ ...names, pkcs8: hex(key) })),
    unopenedKeys,
    sealed,
  };
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const opened = { certificates: [{ der: hex(one) }], keys: [{ pkcs8: hex(pkcs8) }], unopenedKeys: [], sealed: true };
const plain = [safe(certificateBag(one), keyBag(pkcs8))];
const usual = [encryptedSafe([certificateBag(one)], password), safe(encryptedKeyBag(pkcs8, password))];

describe("shapes of a file", () => {
  test.each<[string, Uint8Array, object]>([
    ["nothing encrypted, sealed", pkcs12File(plain, seal), opened],
    ["everything encrypted, sealed", pkcs12File(usual, seal), opened],
    ["sealed by PBMAC1", pkcs12File(usual, { kind: "pbmac1", password }), opened],
    ["without a seal", pkcs12File(usual), { ...opened, sealed: false }],
    ["with bytes behind its end", Buffer.concat([pkcs12File(usual, seal), Buffer.from("\r\n\0\0")]), opened],
    [
      "safe contents within safe contents",
      pkcs12File([safe(bag(6, sequence(certificateBag(one), bag(6, sequence(keyBag(pkcs8))))))], seal),
      opened,
    ],
    ["no bags", pkcs12File([safe()], seal), { ...opened, certificates: [], keys: [] }],
    ["no safes", pkcs12File([], seal), { ...opened, certificates: [], keys: [] }],
  ])("%s", async (_, file, expected) => expect(await read(file)).toEqual(expected));

  test.each([
    ["PEM", (der: Uint8Array) => `certtool says\n${toPem("PKCS12", der)}`],
    ["base64 as a secret store gives it", (der: Uint8Array) => Buffer.from(der).toString("base64")],
    ["base64 in lines", (der: Uint8Array) => `  ${Buffer.from(der).toString("base64").replace(/.{76}/g, "$&\r\n")}\n`],
  ])("is read as %s", async (_, armour) => {
    expect(await read(Buffer.from(armour(pkcs12File(usual, seal))))).toEqual(opened);
  });

  it("is read in BER: indefinite lengths, octet strings in pieces", async () => {
    const indefinite = (tag: number, ...parts: readonly Uint8Array[]) =>
      Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);
    const contents = sequence(safe(certificateBag(one)));
    const pieces = [contents.subarray(0, 10), contents.subarray(10)].map((part) => octetString(part));
    const data = indefinite(
      0x30,
      objectIdentifier("1.2.840.113549.1.7.1"),
      indefinite(0xa0, indefinite(0x24, ...pieces)),
    );
    expect(await read(indefinite(0x30, integer(3), data))).toEqual({ ...opened, keys: [], sealed: false });
  });
});

describe("bags", () => {
  it("keep their order and names; what is there twice is given once, with what either says", async () => {
    const file = pkcs12File(
      [
        safe(certificateBag(two, { friendlyName: "chain ☺" }), certificateBag(one)),
        safe(encryptedKeyBag(pkcs8, password, { ...id, friendlyName: "mine" }), keyBag(privateKey("other"))),
        safe(certificateBag(one, id), certificateBag(two, { friendlyName: "again" }), keyBag(pkcs8)),
      ],
      seal,
    );
    expect(await read(file)).toEqual({
      certificates: [
        { der: hex(two), friendlyName: "chain ☺" },
        { der: hex(one), localKeyId: "01ab" },
      ],
      keys: [{ pkcs8: hex(pkcs8), friendlyName: "mine", localKeyId: "01ab" }, { pkcs8: hex(privateKey("other")) }],
      unopenedKeys: [],
      sealed: true,
    });
  });

  it("of other kinds are passed over: revocation lists, secrets, SDSI certificates, kinds to come", async () => {
    const others = [
      bag(4, sequence()),
      bag(5, sequence()),
      bag(99, sequence()),
      certificateBag(two, {}, "1.2.840.113549.1.9.22.2"),
    ];
    expect(await read(pkcs12File([safe(...others, certificateBag(one), keyBag(pkcs8))], seal))).toEqual(opened);
  });

  it("with broken names are given without them", async () => {
    const broken = (attributes: Uint8Array) =>
      sequence(
        objectIdentifier("1.2.840.113549.1.12.10.1.3"),
        element(0xa0, sequence(objectIdentifier("1.2.840.113549.1.9.22.1"), element(0xa0, octetString(one)))),
        attributes,
      );
    const name = objectIdentifier("1.2.840.113549.1.9.20");
    for (const attributes of [
      element(0x31, integer(1)),
      element(0x31, sequence(name, element(0x31))),
      element(0x31, sequence(name, element(0x31, element(0x01, Uint8Array.of(0xff))))),
      element(0x31, sequence(objectIdentifier("1.2.840.113549.1.9.21"), element(0x31, integer(1)))),
    ]) {
      const found = await read(pkcs12File([safe(broken(attributes))], seal));
      expect(found).toEqual({ ...opened, keys: [] });
    }
  });

  it("are given without their keys to who wants certificates only, and nothing is derived for the keys", async () => {
    const file = pkcs12File([safe(certificateBag(one), encryptedKeyBag(pkcs8, password, {}, 2 ** 31))], seal);
    const withoutKeys = await readPkcs12(file, password, { keys: false });
    expect(withoutKeys.ok && certificatesOf(withoutKeys.value)).toEqual([new Uint8Array(one)]);
    expect(withoutKeys.ok && [withoutKeys.value.keys, withoutKeys.value.unopenedKeys]).toEqual([[], []]);
  });
});

describe("keys that stay closed leave the certificates", () => {
  test.each([
    ["another passphrase", encryptedKeyBag(pkcs8, "not this one", id), { code: "wrong-passphrase" }],
    ["work without end", encryptedKeyBag(pkcs8, password, id, 2 ** 31), { code: "too-much-work" }],
    ["broken structure", bag(2, sequence(sequence(), octetString(pkcs8)), id), { code: "damaged" }],
    [
      "an algorithm that is not supported",
      bag(2, sequence(sequence(objectIdentifier("1.2.840.113549.1.5.3"), nullValue()), octetString(pkcs8)), id),
      { code: "unsupported-algorithm", algorithm: "PBE-MD5-DES" },
    ],
    ["plain, and no key", bag(1, sequence(integer(0)), id), { code: "damaged" }],
  ])("%s", async (_, key, problem) => {
    expect(await read(pkcs12File([safe(key, certificateBag(one))], seal))).toEqual({
      ...opened,
      keys: [],
      unopenedKeys: [{ localKeyId: "01ab", problem }],
    });
    expect(await read(pkcs12File([safe(key)], seal))).toEqual(problem);
  });
});

describe("the passphrase", () => {
  test.each([
    ["everything encrypted, sealed", pkcs12File(usual, seal)],
    ["nothing encrypted, sealed", pkcs12File(plain, seal)],
    ["sealed by PBMAC1", pkcs12File(plain, { kind: "pbmac1", password })],
    ["without a seal", pkcs12File(usual)],
  ])("has to be given, and the right one: %s", async (_, file) => {
    expect(await read(file, "")).toEqual({ code: "needs-passphrase" });
    expect(await read(file, "Three words")).toEqual({ code: "wrong-passphrase" });
    expect(await read(file, "three words ")).toEqual({ code: "wrong-passphrase" });
  });

  test.each(["", "grüne Birnen", "пароль", "seven 🦊 foxes", "x".repeat(500), "\ud800"])("may be %j", async (text) => {
    const safes = [encryptedSafe([certificateBag(one)], text), safe(encryptedKeyBag(pkcs8, text))];
    for (const kind of ["pkcs12", "pbmac1"] as const) {
      expect(await read(pkcs12File(safes, { kind, password: text }), text)).toEqual(opened);
    }
  });

  it("opens in either form, composed or decomposed", async () => {
    for (const typed of ["é", "e\u0301"]) {
      for (const written of ["é", "e\u0301"]) {
        const safes = [encryptedSafe([certificateBag(one)], written), safe(encryptedKeyBag(pkcs8, written))];
        expect(await read(pkcs12File(safes, { ...seal, password: written }), typed)).toEqual(opened);
      }
    }
  });

  it("of the contents may be another than the seal's", async () => {
    expect(await read(pkcs12File(usual, { ...seal, password: "seal" }), "seal")).toEqual({ code: "wrong-passphrase" });
  });
});

describe("a file that is not sound", () => {
  const file = pkcs12File(usual, seal);
  const signed = sequence(integer(3), sequence(objectIdentifier("1.2.840.113549.1.7.2"), element(0xa0, sequence())));
  const enveloped = sequence(objectIdentifier("1.2.840.113549.1.7.3"), element(0xa0, sequence()));
  test.each<[string, Uint8Array, object]>([
    ["empty", new Uint8Array(), { code: "not-pkcs12" }],
    ["text", Buffer.from("Dear customer, attached"), { code: "not-pkcs12" }],
    ["a certificate", Buffer.from(toPem("CERTIFICATE", one)), { code: "not-pkcs12" }],
    ["a private key", pkcs8, { code: "not-pkcs12" }],
    ["another version", Buffer.from(hex(file).replace("020103", "020102"), "hex"), { code: "not-pkcs12" }],
    ["broken PEM", Buffer.from(toPem("PKCS12", file).slice(0, -10)), { code: "not-pkcs12" }],
    ["cut", file.subarray(0, -1), { code: "damaged" }],
    ["cut in the middle", file.subarray(0, file.length / 2), { code: "damaged" }],
    [
      "a seal of nothing",
      sequence(
        integer(3),
        sequence(objectIdentifier("1.2.840.113549.1.7.1"), element(0xa0, octetString(sequence()))),
        sequence(),
      ),
      { code: "damaged" },
    ],
    ["no contents", sequence(integer(3), sequence()), { code: "damaged" }],
    ["sealed with a certificate", signed, { code: "unsupported-algorithm", algorithm: "signed contents" }],
    [
      "encrypted to a certificate",
      pkcs12File([enveloped], seal),
      { code: "unsupported-algorithm", algorithm: "encryption to a certificate" },
    ],
    ["longer than any", Buffer.concat([file, Buffer.alloc(largestKeyFile)]), { code: "too-long" }],
    ["a seal that takes for ever", pkcs12File(plain, { ...seal, iterations: 2 ** 31 }), { code: "too-much-work" }],
    [
      "contents that take for ever",
      pkcs12File([encryptedSafe([], password, 2 ** 40)], seal),
      { code: "too-much-work" },
    ],
  ])("%s", async (_, bytes, problem) => expect(await read(bytes)).toEqual(problem));

  it("takes too much work where a thousand safes take some each", async () => {
    const safes = Array.from({ length: 1000 }, () => encryptedSafe([], password));
    const bounded = (mostWork: number) => readPkcs12(pkcs12File(safes), password, { mostWork });
    expect(await bounded(9_999)).toEqual({ ok: false, problem: { code: "too-much-work" } });
    expect(await bounded(10_000)).toMatchObject({ ok: true });
  });

  test.each([
    ["a safe", usual],
    ["a key", [safe(encryptedKeyBag(pkcs8, password))]],
  ])(
    "is damaged, not locked, where the passphrase opens the contents and the seal does not fit: %s",
    async (_, safes) => {
      const changed = pkcs12File(safes, { ...seal, over: plain });
      expect(await read(changed)).toEqual({ code: "damaged" });
      expect(await read(changed, "another")).toEqual({ code: "wrong-passphrase" });
    },
  );

  it("is never a throw, whatever byte has changed, and a sealed one never opens changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(file);
        changed[at] = (changed[at] ?? 0) ^ change;
        const found = await read(changed);
        if (!("code" in found)) expect(found).toEqual(opened);
      }),
      { numRuns: 1000 },
    );
  });

  it("is never a throw, whatever it is", async () => {
    const head = Buffer.from("3080020103308006092a864886f70d010701a080", "hex");
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.uint8Array({ maxLength: 200 }), async (headed, rest) => {
        await read(headed ? Buffer.concat([head, rest]) : rest);
      }),
      { numRuns: 1000 },
    );
  });
});
