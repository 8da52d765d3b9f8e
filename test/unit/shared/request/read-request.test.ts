import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { children, encoding, readElement } from "../../../../shared/certificate/der-reader.ts";
import { toHex } from "../../../../shared/certificate/hex.ts";
import {
  ascii,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  utf8String,
} from "../../../../shared/keystore/der-writer.ts";
import { buildRequest } from "../../../../shared/request/build-request.ts";
import { generateKeyPair } from "../../../../shared/request/key-parameters.ts";
import { readRequest } from "../../../../shared/request/read-request.ts";
import { alternativeNameExtension } from "../../../../shared/request/request-extensions.ts";

const names = [{ kind: "dns", value: "www.example.com" }] as const;
const challengePassword = "1.2.840.113549.1.9.7";
const extensionRequest = "1.2.840.113549.1.9.14";
let keys: CryptoKeyPair;
let der: Uint8Array;

beforeAll(async () => {
  keys = await generateKeyPair("rsa-2048", crypto);
  const request = await buildRequest({ names, keys, choice: "rsa-2048", crypto });
  if (!request.ok) throw new Error(request.problem.code);
  der = request.value.der;
});

/** A request with attributes as given, well or badly formed, signed with the key. */
async function requestWith(...attributes: readonly Uint8Array[]) {
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  const info = sequence(integer(0), sequence(), spki, element(0xa0, ...attributes));
  const signature = new Uint8Array(await crypto.subtle.sign("RSASSA-PKCS1-v1_5", keys.privateKey, info));
  const algorithm = sequence(objectIdentifier("1.2.840.113549.1.1.11"));
  return sequence(info, algorithm, element(0x03, Uint8Array.of(0), signature));
}

const signedPart = (request: Uint8Array) => toHex(encoding(children(readElement(request))[0] ?? readElement(request)));
const attribute = (oid: string, ...values: readonly Uint8Array[]) => sequence(objectIdentifier(oid), setOf(...values));
const withNames = () => attribute(extensionRequest, sequence(alternativeNameExtension(names, false)));

describe("attributes", () => {
  test.each<[string, () => readonly Uint8Array[], readonly string[]]>([
    ["a challenge password", () => [attribute(challengePassword, utf8String("secret"))], []],
    [
      "a challenge password of a type that is none",
      () => [attribute(challengePassword, element(0x1e, ascii("abc")))],
      [],
    ],
    [
      "a challenge password without a value",
      () => [sequence(objectIdentifier(challengePassword))],
      [challengePassword],
    ],
    ["an attribute without a type", () => [sequence()], [""]],
    ["an attribute that is no sequence", () => [octetString(ascii("x"))], [""]],
    ["a broken extension request", () => [attribute(extensionRequest, octetString(ascii("x")))], [extensionRequest]],
  ])("%s: the names stand all the same", async (_, attributes, unreadable) => {
    const read = await readRequest(await requestWith(...attributes(), withNames()), crypto);
    expect(read).toMatchObject({ ok: true, value: { names, signature: "valid", unreadable } });
  });

  it("may be none", async () => {
    expect(await readRequest(await requestWith(), crypto)).toMatchObject({
      ok: true,
      value: { names: [], subject: [] },
    });
  });

  it("of Microsoft's old kind count too", async () => {
    const old = attribute("1.3.6.1.4.1.311.2.1.14", sequence(alternativeNameExtension(names, false)));
    expect(await readRequest(await requestWith(old), crypto)).toMatchObject({ ok: true, value: { names } });
  });
});

describe("the signature", () => {
  it("is invalid when what it signs has changed", async () => {
    const changed = Uint8Array.from(der);
    const at = Buffer.from(der).indexOf("www.example.com");
    changed[at] = "v".charCodeAt(0);
    expect(await readRequest(changed, crypto)).toMatchObject({ ok: true, value: { signature: "invalid" } });
  });

  it("is invalid when it has changed itself", async () => {
    const changed = Uint8Array.from(der);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(await readRequest(changed, crypto)).toMatchObject({ ok: true, value: { signature: "invalid" } });
  });

  it("of an algorithm that WebCrypto lacks is not called invalid", async () => {
    const changed = Buffer.from(der);
    const oid = Buffer.from("2a864886f70d01010b", "hex");
    changed[changed.lastIndexOf(oid) + oid.length - 1] = 0x0e;
    expect(await readRequest(changed, crypto)).toMatchObject({ ok: true, value: { signature: "unsupported" } });
  });
});

describe("what is no request", () => {
  test.each([
    ["nothing", () => new Uint8Array(), "not-a-request"],
    ["an empty sequence", () => sequence(), "not-a-request"],
    ["a request that was cut", () => der.subarray(0, -1), "not-a-request"],
    ["a request with something behind it", () => Buffer.concat([der, Uint8Array.of(0)]), "trailing-bytes"],
  ])("%s", async (_, bytes, code) => {
    expect(await readRequest(bytes(), crypto)).toEqual({ ok: false, problem: { code } });
  });

  it("never throws, whatever the bytes", async () => {
    const changed = fc.tuple(fc.nat(600), fc.nat(255)).map(([at, value]) => {
      const bytes = Uint8Array.from(der);
      bytes[at % bytes.length] = value;
      return bytes;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const read = await readRequest(bytes, crypto);
        // Only the parameters of the outer algorithm, which mean nothing, may differ under a signature that holds.
        if (read.ok && read.value.signature === "valid") expect(signedPart(bytes)).toEqual(signedPart(der));
      }),
      { numRuns: 500 },
    );
  });
});
