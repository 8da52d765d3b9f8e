import fc from "fast-check";
import { beforeAll, describe, expect, it, test } from "vitest";
import { toHex } from "../../../../shared/certificate/hex.ts";
import { buildRequest } from "../../../../shared/request/build-request.ts";
import { generateKeyPair, type KeyChoice } from "../../../../shared/request/key-parameters.ts";
import { readRequest } from "../../../../shared/request/read-request.ts";
import type { RequestName } from "../../../../shared/request/request-names.ts";
import type { Subject, SubjectProblem } from "../../../../shared/request/subject.ts";

const names = [{ kind: "dns", value: "www.example.com" }] as const;
let keys: CryptoKeyPair;
beforeAll(async () => {
  keys = await generateKeyPair("ec-p256", crypto);
});

const build = (subject: Subject = {}, wanted: readonly RequestName[] = names, choice: KeyChoice = "ec-p256") =>
  buildRequest({ names: wanted, subject, keys, choice, crypto });

async function built(subject?: Subject, wanted?: readonly RequestName[]) {
  const request = await build(subject, wanted);
  if (!request.ok) throw new Error(request.problem.code);
  const read = await readRequest(request.value.der, crypto);
  if (!read.ok) throw new Error(read.problem.code);
  return { ...request.value, read: read.value };
}

it("gives a request that is signed, with the names and the key", async () => {
  const { pem, spki, read } = await built({ C: "DE", O: "Example GmbH", L: "Köln" }, [
    ...names,
    { kind: "ip", value: "2001:db8::1" },
  ]);
  expect(pem).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n[\s\S]*\n-----END CERTIFICATE REQUEST-----\n$/);
  expect(read.signature).toBe("valid");
  expect(read.unreadable).toEqual([]);
  expect(read.names).toEqual([...names, { kind: "ip", value: "2001:db8::1" }]);
  expect(toHex(read.publicKey.spki)).toBe(toHex(spki));
  expect(read.subject.flat().map(({ type, value }) => `${type}=${value}`)).toEqual([
    "C=DE",
    "L=Köln",
    "O=Example GmbH",
    "CN=www.example.com",
  ]);
});

it("writes the country as PrintableString and all else as UTF8String", async () => {
  const { der } = await built({ C: "DE", O: "DE" });
  expect(toHex(der)).toContain("060355040613024445");
  expect(toHex(der)).toContain("060355040a0c024445");
});

describe("what is refused", () => {
  it("a request without names", async () => {
    expect(await build({}, [])).toEqual({ ok: false, problem: { code: "no-names" } });
  });

  test.each<[Subject, SubjectProblem]>([
    [{ C: "USA" }, { code: "bad-country", field: "C" }],
    [{ C: "de" }, { code: "bad-country", field: "C" }],
    [{ O: "x".repeat(65) }, { code: "too-long", field: "O" }],
    [{ L: "x".repeat(129) }, { code: "too-long", field: "L" }],
    [{ O: "a\u0000b" }, { code: "control-character", field: "O" }],
    [{ O: "a\nb" }, { code: "control-character", field: "O" }],
    [{ O: "a\ud800" }, { code: "not-text", field: "O" }],
  ])("the subject %j", async (subject, problem) => {
    expect(await build(subject)).toEqual({ ok: false, problem: { code: "subject", problem } });
  });

  it("keys whose public half is another's: nothing is handed out", async () => {
    const other = await generateKeyPair("ec-p256", crypto);
    const mixed = { privateKey: keys.privateKey, publicKey: other.publicKey };
    const request = await buildRequest({ names, keys: mixed, choice: "ec-p256", crypto });
    expect(request).toEqual({ ok: false, problem: { code: "not-as-ordered" } });
  });

  it("a key that is not the one in the request: nothing is handed out", async () => {
    const other = await generateKeyPair("ec-p256", crypto);
    const exported = [keys.publicKey, other.publicKey];
    const subtle = new Proxy(crypto.subtle, {
      get: (target, key) =>
        key === "exportKey"
          ? (format: "spki") => target.exportKey(format, exported.shift() ?? other.publicKey)
          : Reflect.get(target, key, target).bind(target),
    });
    const swapped = new Proxy(crypto, { get: (target, key) => (key === "subtle" ? subtle : Reflect.get(target, key)) });
    const request = await buildRequest({ names, keys, choice: "ec-p256", crypto: swapped });
    expect(request).toEqual({ ok: false, problem: { code: "not-as-ordered" } });
  });

  it("names that do not read back as they were given", async () => {
    expect(await build({}, [{ kind: "ip", value: "2001:DB8::1" }])).toEqual({
      ok: false,
      problem: { code: "not-as-ordered" },
    });
  });
});

it("keeps any subject and any names, letter for letter", async () => {
  const text = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...` ,+"\\<>;=#/'`), fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })),
    })
    .map((value) => [...value].slice(0, 64).join(""))
    .filter((value) => !/\p{Cc}|\p{Cs}/u.test(value));
  const hosts = fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.record({ O: text, L: text }), hosts, async (subject, domains) => {
      const wanted = domains.map((domain) => ({ kind: "dns", value: domain.toLowerCase() }) as const);
      const { read } = await built(subject, wanted);
      expect(read.names).toEqual(wanted);
      const values = new Map(read.subject.flat().map(({ type, value }) => [type, value]));
      expect([values.get("O") ?? "", values.get("L") ?? ""]).toEqual([subject.O, subject.L]);
    }),
    { numRuns: 60 },
  );
});

it("holds a thousand names", async () => {
  const many = Array.from(
    { length: 1000 },
    (_, index) => ({ kind: "dns", value: `host-${index}.example.com` }) as const,
  );
  expect((await built({}, many)).read.names).toHaveLength(1000);
});
