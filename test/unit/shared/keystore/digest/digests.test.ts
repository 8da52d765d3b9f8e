import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digests, hmacDigests } from "../../../../../shared/keystore/digest/by-identifier.ts";
import { hmac, pbkdf2 } from "../../../../../shared/keystore/digest/hmac.ts";

/** Each function by its identifier, with the name that OpenSSL has for it. */
const cases = [
  ["1.3.14.3.2.26", "1.2.840.113549.2.7", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "1.2.840.113549.2.8", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "1.2.840.113549.2.9", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "1.2.840.113549.2.10", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "1.2.840.113549.2.11", "sha512"],
  ["2.16.840.1.101.3.4.2.5", "1.2.840.113549.2.12", "sha512-224"],
  ["2.16.840.1.101.3.4.2.6", "1.2.840.113549.2.13", "sha512-256"],
] as const;

it("has a case for each function", () => {
  expect(cases.map(([oid]) => oid).sort()).toEqual(Object.keys(digests).sort());
  expect(cases.map(([, oid]) => oid).sort()).toEqual(Object.keys(hmacDigests).sort());
});

describe.each(cases)("%s, HMAC %s: %s", (oid, hmacOid, name) => {
  const digest = digests[oid];
  if (digest === undefined) throw new Error(oid);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

  it("is the function of that name, also in HMAC", () => {
    expect(digest.name.replace("-", "").replace("/", "-").toLowerCase()).toBe(name);
    expect(hmacDigests[hmacOid]).toBe(digest);
    expect(digest.of(new Uint8Array())).toHaveLength(digest.bytes);
  });

  it("gives what OpenSSL gives, at every length about a block's", () => {
    for (let length = 0; length <= 300; length++) {
      const message = Uint8Array.from({ length }, (_, index) => index * 7 + length);
      expect(hex(digest.of(message))).toBe(createHash(name).update(message).digest("hex"));
    }
  });

  it("gives what OpenSSL gives for anything, and for keys of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 300 }), (message, key) => {
        expect(hex(digest.of(message))).toBe(createHash(name).update(message).digest("hex"));
        expect(hex(hmac(digest, key)(message))).toBe(createHmac(name, key).update(message).digest("hex"));
      }),
    );
  });

  it.each([0, 1, 2, 100])("hashes a hash %i times", (times) => {
    const start = digest.of(Uint8Array.of(1, 2, 3));
    let expected: Uint8Array = start;
    for (let time = 0; time < times; time++) expected = createHash(name).update(expected).digest();
    expect(hex(digest.again(start, times))).toBe(hex(expected));
  });

  it("derives keys of any length by PBKDF2", () => {
    const [password, salt] = [Buffer.from("three words"), Buffer.from("salt of any length")];
    for (const length of [1, digest.bytes, digest.bytes + 1, 200]) {
      expect(hex(pbkdf2(digest, password, salt, 7, length))).toBe(
        pbkdf2Sync(password, salt, 7, length, name).toString("hex"),
      );
    }
  });
});
