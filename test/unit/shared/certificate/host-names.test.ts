import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AlternativeName } from "../../../../shared/certificate/certificate.ts";
import { coversHost, isIpAddress, unicodeHost } from "../../../../shared/certificate/host-names.ts";

const dns = (value: string): AlternativeName => ({ kind: "dns", value });
const ip = (value: string): AlternativeName => ({ kind: "ip", value });

describe("a host is covered", () => {
  test.each<[name: AlternativeName, host: string]>([
    [dns("www.example.com"), "www.example.com"],
    [dns("WWW.Example.COM"), "www.example.com"],
    [dns("www.example.com"), "WWW.EXAMPLE.COM"],
    [dns("www.example.com"), "www.example.com."],
    [dns("*.example.com"), "www.example.com"],
    [dns("*.EXAMPLE.com"), "www.example.com"],
    [dns("*.example.com"), "xn--bcher-kva.example.com"],
    [dns("*.xn--bcher-kva.example"), "www.xn--bcher-kva.example"],
    [dns("localhost"), "localhost"],
    [dns("intranet"), "intranet"],
    [dns("_dmarc.example.com"), "_dmarc.example.com"],
    [ip("192.0.2.1"), "192.0.2.1"],
    [ip("2001:db8::1"), "[2001:db8::1]"],
    [ip("2001:db8::1"), "2001:DB8:0::1"],
    [ip("::ffff:192.0.2.1"), "[::ffff:c000:201]"],
  ])("%o covers %s", (name, host) => {
    expect(coversHost([dns("other.example"), name], host)).toBe(true);
  });

  test.each<[name: AlternativeName, host: string]>([
    [dns("example.com"), "www.example.com"],
    [dns("www.example.com"), "example.com"],
    [dns("*.example.com"), "example.com"],
    [dns("*.example.com"), "a.b.example.com"],
    [dns("*.example.com"), ".example.com"],
    [dns("*.example.com"), "www.example.org"],
    [dns("*.example.com"), "wwwexample.com"],
    [dns("*.*.example.com"), "a.b.example.com"],
    [dns("w*.example.com"), "www.example.com"],
    [dns("*w.example.com"), "www.example.com"],
    [dns("www.*.com"), "www.example.com"],
    [dns("*.com"), "example.com"],
    [dns("*"), "localhost"],
    [dns("*"), "example.com"],
    [dns("*.example.com"), "*.example.com"],
    [dns(""), ""],
    [dns(""), "."],
    [dns("www.example.com\0.evil.test"), "www.example.com"],
    [dns("www.example.com."), "www.example.com"],
    // an address is not a DNS name, nor the other way round (RFC 9525 §6.5)
    [dns("192.0.2.1"), "192.0.2.1"],
    [dns("*.0.2.1"), "192.0.2.1"],
    [dns("::1"), "[::1]"],
    [ip("192.0.2.1"), "192.0.2.2"],
    [ip("192.0.2.1"), "::ffff:192.0.2.1"],
    [{ kind: "other", value: "www.example.com" }, "www.example.com"],
    [{ kind: "uri", value: "www.example.com" }, "www.example.com"],
    [{ kind: "email", value: "www.example.com" }, "www.example.com"],
    [ip("www.example.com"), "www.example.com"],
  ])("%o does not cover %s", (name, host) => {
    expect(coversHost([name], host)).toBe(false);
  });

  it("not by a certificate without names", () => {
    expect(coversHost([], "www.example.com")).toBe(false);
  });

  it("without delay among 10,000 names", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => dns(`n${index}.example.com`));
    expect(coversHost([...names, dns("*.last.example")], "www.last.example")).toBe(true);
    expect(coversHost(names, "n.example.com")).toBe(false);
  });
});

test.each<[host: string, address: boolean]>([
  ["192.0.2.1", true],
  ["[2001:db8::1]", true],
  ["::1", true],
  ["www.example.com", false],
  ["1.example.com", false],
  ["", false],
])("%s is an address: %s", (host, address) => {
  expect(isIpAddress(host)).toBe(address);
});

describe("the Unicode form", () => {
  test.each<[host: string, unicode: string]>([
    ["xn--bcher-kva.example", "bücher.example"],
    ["www.xn--bcher-kva.example", "www.bücher.example"],
    ["XN--BCHER-KVA.example", "bücher.example"],
    ["xn--fa-hia.example", "faß.example"],
    ["xn--r8jz45g.xn--zckzah", "例え.テスト"],
    ["xn--fsqu00a.xn--0zwm56d", "例子.测试"],
    // RFC 3492 §7.1 (B), (L)
    ["xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"],
    ["xn--3b-ww4c5e180e575a65lsy2b", "3年b組金八先生"],
    // Cyrillic: looks like apple.com, which is why both are to be shown
    ["xn--80ak6aa92e.com", "аррӏе.com"],
  ])("of %s is %s", (host, unicode) => {
    expect(unicodeHost(host)).toBe(unicode);
  });

  test.each([
    "www.example.com",
    "192.0.2.1",
    "[::1]",
    "",
    // nothing to decode, digits that do not decode, a code point beyond Unicode, plain ASCII in disguise
    "xn--",
    "xn--a",
    "xn--!.example",
    "xn--99999999.example",
    "xn--example-.com",
    // an upper-case ü, a zero-width space, a right-to-left override: not what IDNA writes
    "xn--Bcher-Kva-.example",
    "xn--ab-zds.example",
    "xn--ab-n1t.example",
    `xn--${"a".repeat(100_000)}.example`,
    "xn--bcher-kva.example/path",
    "xn--bcher-kva.example:443",
    "user@xn--bcher-kva.example",
  ])("of %.40s is none", (host) => {
    expect(unicodeHost(host)).toBe(host);
  });

  it("is the one that Node decodes, for every label that Node encodes", () => {
    const common = fc.constantFrom(..."aßüéñøλжяا日本語한국ไ🔒0-9z");
    // Letters of every script, for the arithmetic is another for each distance between them.
    const any = fc.integer({ min: 0xa1, max: 0x2ffff }).map((code) => String.fromCodePoint(code));
    const letter = any.filter((character) => /\p{L}/u.test(character));
    const letters = fc.string({ unit: fc.oneof(common, letter), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (label) => {
        const ascii = domainToASCII(`${label}.example`);
        fc.pre(ascii !== "");
        expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii));
      }),
      { numRuns: 2000 },
    );
  });

  it("never fails", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^xn--[a-z0-9-]{0,30}$/)), (host) => {
        expect(typeof unicodeHost(host)).toBe("string");
      }),
      { numRuns: 1000 },
    );
  });
});
