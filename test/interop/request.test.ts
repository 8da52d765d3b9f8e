import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { buildRequest } from "../../shared/request/build-request.ts";
import { generateKeyPair, type KeyChoice, keyChoices } from "../../shared/request/key-parameters.ts";
import { readRequestNames } from "../../shared/request/request-names.ts";
import { type Subject, subjectFields } from "../../shared/request/subject.ts";
import { type Folder, output, run, temporaryFolder } from "../support/program.ts";

let folder: Folder;
let defaultKeys: CryptoKeyPair;
beforeAll(async () => {
  folder = await temporaryFolder();
  defaultKeys = await generateKeyPair("ec-p256", crypto);
});
afterAll(() => folder.remove());

const pasted = "www.example.com, *.bücher.example 192.0.2.1 2001:db8::1 ::ffff:192.0.2.7 example.com";

async function requestFor(namesText: string, keys = defaultKeys, choice: KeyChoice = "ec-p256", subject: Subject = {}) {
  const { names, problems } = readRequestNames(namesText);
  expect(problems).toEqual([]);
  const request = await buildRequest({ names, keys, choice, crypto, subject });
  if (!request.ok) throw new Error(JSON.stringify(request.problem));
  return { ...request.value, names };
}

/** What OpenSSL prints of the extension, in our words; IPv6 as it writes it, without "::". */
function opensslNames(text: string): readonly string[] {
  const line = /Subject Alternative Name:[^\n]*\n\s*([^\n]*)/.exec(text)?.[1] ?? "";
  return line.split(", ").map((name) => name.replace(/^(DNS|IP Address):/, "").toLowerCase());
}

const asOpenssl = (value: string): string =>
  ({
    "2001:db8::1": "2001:db8:0:0:0:0:0:1",
    "::ffff:192.0.2.7": "0:0:0:0:0:ffff:c000:207",
  })[value] ?? value;

describe.each(keyChoices)("a request with a key %s", (choice) => {
  it("is verified by OpenSSL, and OpenSSL and GnuTLS see the names that were asked for", async () => {
    const keys = await generateKeyPair(choice, crypto);
    const { pem, names } = await requestFor(pasted, keys, choice);
    const path = await folder.write(`${choice}.csr`, pem);

    const verified = await run("openssl", ["req", "-in", path, "-verify", "-noout"]);
    expect(verified.status).toBe(0);
    expect(verified.stderr).toContain("verify OK");

    const text = await output("openssl", ["req", "-in", path, "-noout", "-text", "-nameopt", "RFC2253"]);
    expect(opensslNames(text)).toEqual(names.map(({ value }) => asOpenssl(value)));
    expect(text).toContain("Subject: CN=www.example.com\n");
    expect(text).toContain(choice === "ec-p256" ? "prime256v1" : `(${choice.slice(4)} bit)`);

    const gnutls = await output("certtool", ["--crq-info", "--infile", path]);
    const seen = [...gnutls.matchAll(/^\s*(?:DNSname|IPAddress): (\S+)/gm)].map(([, value]) => value);
    expect(seen).toEqual(names.map(({ value }) => value));
    expect(gnutls).toContain("Subject: CN=www.example.com\n");
    expect(gnutls).toContain("Self signature: verified");
  });
});

describe("the subject", () => {
  test.each([
    ["a comma and quotes", 'Foo "Bar", Ltd.'],
    ["a backslash", "C\\D"],
    ["a hex look-alike", "#ABCD"],
    ["a plus and an equals sign", 'Foo, Inc. + Bar = "x"'],
    ["spaces around it", "  Foo  "],
    ["semicolons and angle brackets", "<b>;&"],
    ["letters of other scripts", "Łódź Æther 株式会社"],
    ["characters beyond the basic plane", "𝔄𝔠𝔪𝔢 🦊"],
    ["64 characters of two units each", "🦊".repeat(64)],
  ])("holds an organisation with %s, letter for letter", async (_, organisation) => {
    await sameInOpenssl({ O: organisation, C: "DE" });
  });

  it("holds any text that it accepts", async () => {
    const text = (longest: number) =>
      fc
        .oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(..." ,+\"\\<>;=#/aA0'é🦊") }))
        .map((value) => [...value].slice(0, longest).join(""));
    const subjects = fc.record({
      O: text(64),
      L: text(128),
      ST: text(128),
      street: text(128),
      postalCode: text(40),
      C: fc.constantFrom("DE", "US", ""),
    });
    await fc.assert(
      fc.asyncProperty(subjects, (subject) => sameInOpenssl(subject)),
      { numRuns: 60 },
    );
  });

  it.each([
    ["a first name of 65 characters", `${"a".repeat(57)}.example b.example`],
    ["addresses alone", "192.0.2.1"],
  ])("is empty for %s, and the extension is critical", async (_, names) => {
    const path = await folder.write("empty.csr", (await requestFor(names)).pem);
    const text = await output("openssl", ["req", "-in", path, "-noout", "-text", "-verify"]);
    expect(text).toMatch(/Subject: *\n/);
    expect(text).toContain("Subject Alternative Name: critical");
  });

  it("is not empty for a first name of 64 characters", async () => {
    const name = `${"a".repeat(56)}.example`;
    const path = await folder.write("longest.csr", (await requestFor(name)).pem);
    expect(await output("openssl", ["req", "-in", path, "-noout", "-subject", "-nameopt", "RFC2253"])).toBe(
      `subject=CN=${name}\n`,
    );
  });
});

const longNames = {
  C: "countryName",
  ST: "stateOrProvinceName",
  L: "localityName",
  O: "organizationName",
  street: "streetAddress",
  postalCode: "postalCode",
};

/** OpenSSL's own decoding, without escapes: one attribute a line. */
async function sameInOpenssl(subject: Subject): Promise<void> {
  const path = await folder.write(
    "subject.csr",
    (await requestFor("www.example.com", defaultKeys, "ec-p256", subject)).pem,
  );
  const printed = await output("openssl", [
    "req",
    "-in",
    path,
    "-noout",
    "-subject",
    "-verify",
    "-nameopt",
    "sep_multiline,lname,utf8",
  ]);
  const expected = Object.entries(longNames)
    .sort(([one], [other]) => fieldOrder.indexOf(one) - fieldOrder.indexOf(other))
    .flatMap(([field, name]) => {
      const value = Object.entries(subject).find(([key]) => key === field)?.[1];
      return value ? [`    ${name}=${value}`] : [];
    });
  expect(printed.split("\n").slice(1, -1)).toEqual([...expected, "    commonName=www.example.com"]);
}

const fieldOrder = Object.keys(subjectFields);
