import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { toPem } from "../../../../shared/certificate/pem.ts";
import { integer, nullValue, objectIdentifier, octetString, sequence } from "../../../../shared/keystore/der-writer.ts";
import { decryptPrivateKey, encryptPrivateKey } from "../../../../shared/keystore/encrypted-private-key.ts";
import { encodeEncryptedKey, encodePbes2 } from "../../../../shared/keystore/pbes2.ts";

const passphrase = "three words and 7";
const label = "ENCRYPTED PRIVATE KEY";
let pkcs8: Uint8Array<ArrayBuffer>;
let pem: string;
let der: Uint8Array;

beforeAll(async () => {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  pem = await encryptPrivateKey({ pkcs8, passphrase, crypto, iterations: 1000 });
  der = Buffer.from(pem.replace(/-----[^-]+-----|\n/g, ""), "base64");
});

const open = async (file: string | Uint8Array, with_ = passphrase) => {
  const opened = await decryptPrivateKey(file, with_, crypto);
  return opened.ok ? "opened" : opened.problem.code;
};

describe("what was encrypted", () => {
  it("opens from PEM and from DER and is what it was", async () => {
    expect(await decryptPrivateKey(pem, passphrase, crypto)).toEqual({ ok: true, value: pkcs8 });
    expect(await decryptPrivateKey(der, passphrase, crypto)).toEqual({ ok: true, value: pkcs8 });
    expect(await open(`My key\r\n${pem.replaceAll("\n", "\r\n")}`)).toBe("opened");
  });

  it("has another salt and initialisation vector every time", async () => {
    const again = await encryptPrivateKey({ pkcs8, passphrase, crypto, iterations: 1000 });
    expect(new Set([pem, again].map((text) => text.slice(0, 200))).size).toBe(2);
  });

  it("does not open with another passphrase, and says that it is that", async () => {
    for (let index = 0; index < 300; index += 1)
      expect(await open(pem, `${passphrase}${index}`)).toBe("wrong-passphrase");
  });

  it("holds nothing of the key in the clear", () => {
    const scalar = Buffer.from(pkcs8).subarray(36, 68);
    expect(Buffer.from(der).includes(scalar)).toBe(false);
  });
});

describe("a file that is not as it was", () => {
  test.each([
    ["", "no-encrypted-key"],
    ["hello", "no-encrypted-key"],
    [toPem("PRIVATE KEY", Uint8Array.of(0x30, 0)), "no-encrypted-key"],
    [toPem(label, Uint8Array.of()), "damaged"],
    [toPem(label, Uint8Array.of(0x30, 0)), "damaged"],
    [`-----BEGIN ${label}-----\nMIH1`, "damaged"],
  ])("%j: %s", async (text, code) => expect(await open(text)).toBe(code));

  it("is damaged when it is cut or when something follows", async () => {
    expect(await open(der.subarray(0, -1))).toBe("damaged");
    expect(await open(Buffer.concat([der, Uint8Array.of(0)]))).toBe("damaged");
  });

  it("is damaged, not locked, when a bit of its last block has changed", async () => {
    const changed = Uint8Array.from(der);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(await open(changed)).toBe("damaged");
  });

  it("is never a throw, whatever bit has changed, and never another key of the same shape", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length * 8 - 1), async (bit) => {
        const changed = Uint8Array.from(der);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const opened = await decryptPrivateKey(changed, passphrase, crypto);
        // CBC has no checksum: a bit within the key's own octets passes, and is what proveKeyPair is there for.
        if (opened.ok) expect(opened.value).toHaveLength(pkcs8.length);
        else expect(["damaged", "unsupported", "wrong-passphrase"]).toContain(opened.problem.code);
      }),
      { numRuns: 400 },
    );
  });

  it("is never a throw for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await open(bytes)).toBe("damaged");
      }),
    );
  });
});

describe("a hostile file", () => {
  const salt = new Uint8Array(16);
  const iv = new Uint8Array(16);
  const encrypted = new Uint8Array(64);

  test.each([10_000_001, 2 ** 31 - 1, 2 ** 52])("may not ask for %d rounds", async (iterations) => {
    expect(await open(encodeEncryptedKey(encodePbes2({ salt, iterations, iv }), encrypted))).toBe("unsupported");
  });

  test.each([0])("may not ask for %d rounds", async (iterations) => {
    expect(await open(encodeEncryptedKey(encodePbes2({ salt, iterations, iv }), encrypted))).toBe("damaged");
  });

  test.each([0, 15, 17])("may not have %d encrypted bytes", async (length) => {
    const algorithm = encodePbes2({ salt, iterations: 1, iv });
    expect(await open(encodeEncryptedKey(algorithm, new Uint8Array(length)))).toBe("damaged");
  });

  test.each([
    [
      "PBES1",
      "1.2.840.113549.1.5.3",
      "1.2.840.113549.1.5.12",
      "1.2.840.113549.2.9",
      "2.16.840.1.101.3.4.1.42",
      "unsupported",
    ],
    [
      "scrypt",
      "1.2.840.113549.1.5.13",
      "1.3.6.1.4.1.11591.4.11",
      "1.2.840.113549.2.9",
      "2.16.840.1.101.3.4.1.42",
      "unsupported",
    ],
    [
      "HMAC-MD5",
      "1.2.840.113549.1.5.13",
      "1.2.840.113549.1.5.12",
      "1.2.840.113549.2.1",
      "2.16.840.1.101.3.4.1.42",
      "unsupported",
    ],
    [
      "AES-GCM",
      "1.2.840.113549.1.5.13",
      "1.2.840.113549.1.5.12",
      "1.2.840.113549.2.9",
      "2.16.840.1.101.3.4.1.46",
      "unsupported",
    ],
    [
      "AES-CBC",
      "1.2.840.113549.1.5.13",
      "1.2.840.113549.1.5.12",
      "1.2.840.113549.2.9",
      "2.16.840.1.101.3.4.1.42",
      "wrong-passphrase",
    ],
  ])("with %s", async (_, scheme, derivation, prf, cipher, code) => {
    const function_ = sequence(objectIdentifier(prf), nullValue());
    const algorithm = sequence(
      objectIdentifier(scheme),
      sequence(
        sequence(objectIdentifier(derivation), sequence(octetString(salt), integer(1), function_)),
        sequence(objectIdentifier(cipher), octetString(iv)),
      ),
    );
    expect(await open(encodeEncryptedKey(algorithm, encrypted))).toBe(code);
  });
});
