import fc from "fast-check";
import { expect, it, test } from "vitest";
import { fileBaseName, renewalFileNames } from "../../../../shared/keystore/file-names.ts";

const dns = (value: string) => ({ kind: "dns", value }) as const;
const ip = (value: string) => ({ kind: "ip", value }) as const;

test.each([
  ["a host", [dns("www.example.com"), dns("example.com")], "www.example.com"],
  ["a wildcard", [dns("*.example.com")], "wildcard.example.com"],
  ["an A-label", [dns("xn--bcher-kva.example")], "xn--bcher-kva.example"],
  ["a host before an address", [ip("192.0.2.1"), dns("www.example.com")], "www.example.com"],
  ["an IPv4 address", [ip("192.0.2.1")], "ip-192.0.2.1"],
  ["an IPv6 address", [ip("2001:db8::1")], "ip-2001-db8--1"],
  ["the unspecified address", [ip("::")], "ip"],
  ["a Windows device", [dns("con.example.com")], "site-con.example.com"],
  ["a host that only begins like a device", [dns("console.example.com")], "console.example.com"],
  ["no name at all", [], "certificate"],
  ["a name that is nothing but dots", [dns("...")], "certificate"],
  ["a path", [dns("../../etc/passwd")], "etc-passwd"],
  ["81 characters", [dns(`${"a".repeat(79)}.b`)], "a".repeat(79)],
])("%s", (_, names, expected) => expect(fileBaseName(names)).toBe(expected));

it("adds the ending of each file", () => {
  expect(renewalFileNames([dns("www.example.com")])).toEqual({
    key: "www.example.com.key",
    request: "www.example.com.csr",
  });
});

it("is safe for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(dns, ip), (value, kind) => {
      expect(fileBaseName([kind(value)])).toMatch(/^(?=.{1,80}$)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/);
      expect(fileBaseName([kind(value)])).not.toContain("..");
    }),
    { numRuns: 500 },
  );
});
