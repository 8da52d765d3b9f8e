import { describe, expect, it, test } from "vitest";
import type { AlternativeName } from "../../../../shared/certificate/certificate.ts";
import { DerError, readElement } from "../../../../shared/certificate/der-reader.ts";
import { type ExtensionFacts, readExtensions } from "../../../../shared/certificate/extensions.ts";
import { oid, sequence, text, tlv } from "../../../support/authority/der.ts";
import { commonName, extension, extensions } from "./written-certificate.ts";

const none: ExtensionFacts = { alternativeNames: [], isAuthority: false, issuerUrls: [] };
const yes = tlv(0x01, Uint8Array.of(0xff));
const no = tlv(0x01, Uint8Array.of(0));

const subjectKey = "2.5.29.14";
const alternativeNames = "2.5.29.17";
const basicConstraints = "2.5.29.19";
const authorityKey = "2.5.29.35";
const informationAccess = "1.3.6.1.5.5.7.1.1";

const read = (...list: readonly Uint8Array[]): ExtensionFacts => readExtensions(readElement(extensions(...list)));

describe("the extensions", () => {
  test.each<[what: string, list: readonly Uint8Array[], facts: Partial<ExtensionFacts>]>([
    ["none", [], {}],
    ["of kinds that are not read", [extension("2.5.29.15", tlv(0x03, Uint8Array.of(5, 0xa0)), yes)], {}],
    [
      "an authority",
      [extension(basicConstraints, sequence(yes, tlv(0x02, Uint8Array.of(0))), yes)],
      { isAuthority: true },
    ],
    [
      "an authority with BER's true",
      [extension(basicConstraints, sequence(tlv(0x01, Uint8Array.of(1))))],
      { isAuthority: true },
    ],
    ["no authority", [extension(basicConstraints, sequence())], {}],
    ["no authority, spelled out", [extension(basicConstraints, sequence(no), no)], {}],
    [
      "a subject key identifier",
      [extension(subjectKey, tlv(0x04, Uint8Array.of(0, 0xab)))],
      { subjectKeyIdentifier: "00ab" },
    ],
    [
      "an authority key identifier",
      [extension(authorityKey, sequence(tlv(0x80, Uint8Array.of(0x69, 0x88))))],
      { authorityKeyIdentifier: "6988" },
    ],
    [
      "an authority key identifier by name and number only",
      [extension(authorityKey, sequence(tlv(0xa1, tlv(0xa4, commonName("x"))), tlv(0x82, Uint8Array.of(1))))],
      {},
    ],
    [
      "where the issuer's certificate is",
      [
        extension(
          informationAccess,
          sequence(
            sequence(oid("1.3.6.1.5.5.7.48.1"), text(0x86, "http://ocsp.example/")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "http://crt.example/a.crt")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "HTTPS://crt.example/b.crt")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "ldap://crt.example/c")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "file:///etc/passwd")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "javascript:alert(1)")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "http://")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), text(0x86, "http://crt.example/\n")),
            sequence(oid("1.3.6.1.5.5.7.48.2"), tlv(0xa4, commonName("x"))),
          ),
        ),
      ],
      { issuerUrls: ["http://crt.example/a.crt", "HTTPS://crt.example/b.crt"] },
    ],
  ])("%s", (_, list, facts) => {
    expect(read(...list)).toEqual({ ...none, ...facts });
  });

  it("may be missing altogether", () => {
    expect(readExtensions(undefined)).toEqual(none);
  });

  test.each<[what: string, id: string, value: Uint8Array]>([
    ["names that are no sequence", alternativeNames, text(0x82, "www.example.com")],
    ["names with a length beyond the end", alternativeNames, Uint8Array.of(0x30, 3, 0x82, 9, 0x61)],
    ["names followed by bytes", alternativeNames, Uint8Array.from([...sequence(text(0x82, "a")), 0])],
    ["names of indefinite length", alternativeNames, Uint8Array.of(0x30, 0x80, 0, 0)],
    ["no names", alternativeNames, new Uint8Array()],
    ["basic constraints that are none", basicConstraints, yes],
    ["a key identifier without its octet string", subjectKey, sequence()],
    ["an authority key that is text", authorityKey, text(0x0c, "key")],
    ["access descriptions that are none", informationAccess, sequence(text(0x86, "http://crt.example/"))],
  ])("broken on their own leave the others readable: %s", (_, id, value) => {
    const other = extension("2.5.29.15", tlv(0x05));
    expect(read(other, extension(id, value))).toEqual({ ...none, damagedExtensions: [id] });
  });

  it("twice the same count once: the first", () => {
    const names = (name: string) => extension(alternativeNames, sequence(text(0x82, name)));
    expect(read(names("first"), names("second"), names("third"))).toEqual({
      ...none,
      alternativeNames: [{ kind: "dns", value: "first" }],
      damagedExtensions: [alternativeNames],
    });
  });

  test.each<[what: string, wrapper: Uint8Array]>([
    ["a wrapper without a list", tlv(0xa3)],
    ["a list that is no sequence", tlv(0xa3, tlv(0x31))],
    ["an extension that is no sequence", extensions(oid(subjectKey))],
    ["an extension without OID", extensions(sequence(tlv(0x04)))],
    ["an extension without value", extensions(sequence(oid(subjectKey)))],
    ["a value that is no octet string", extensions(sequence(oid(subjectKey), text(0x0c, "x")))],
    ["two lists", tlv(0xa3, sequence(), sequence())],
  ])("as a broken list are refused: %s", (_, wrapper) => {
    expect(() => readExtensions(readElement(wrapper))).toThrow(DerError);
  });
});

describe("an alternative name", () => {
  test.each<[what: string, der: Uint8Array, name: AlternativeName]>([
    ["dns", text(0x82, "*.Example.com"), { kind: "dns", value: "*.Example.com" }],
    ["dns with a zero byte", text(0x82, "a\0b"), { kind: "dns", value: "a\0b" }],
    ["dns that is not ASCII", tlv(0x82, Uint8Array.of(0x62, 0xfc)), { kind: "dns", value: "bü" }],
    ["an empty dns name", tlv(0x82), { kind: "dns", value: "" }],
    ["IPv4", tlv(0x87, Uint8Array.of(192, 0, 2, 1)), { kind: "ip", value: "192.0.2.1" }],
    [
      "IPv6",
      tlv(0x87, Uint8Array.from([0x20, 1, 0xd, 0xb8, ...Array(11).fill(0), 1])),
      { kind: "ip", value: "2001:db8::1" },
    ],
    ["an address written as text", text(0x87, "192.0.2.1"), { kind: "other", value: "#87093139322e302e322e31" }],
    ["e-mail", text(0x81, "a@example.com"), { kind: "email", value: "a@example.com" }],
    ["URI", text(0x86, "https://example.com/"), { kind: "uri", value: "https://example.com/" }],
    ["directory name", tlv(0xa4, commonName("a, b")), { kind: "other", value: "CN=a\\, b" }],
    ["a broken directory name", tlv(0xa4, tlv(0x05)), { kind: "other", value: "#a4020500" }],
    ["registered ID", tlv(0x88, oid("1.2.3.4").subarray(2)), { kind: "other", value: "1.2.3.4" }],
    ["a broken registered ID", tlv(0x88), { kind: "other", value: "#8800" }],
    [
      "user principal name",
      tlv(0xa0, oid("1.3.6.1.4.1.311.20.2.3"), tlv(0xa0, text(0x0c, "me@corp.example"))),
      { kind: "other", value: "1.3.6.1.4.1.311.20.2.3=me@corp.example" },
    ],
    [
      "other name that is no text",
      tlv(0xa0, oid("1.2.3"), tlv(0xa0, tlv(0x05))),
      { kind: "other", value: "1.2.3=#0500" },
    ],
    ["a broken other name", tlv(0xa0, oid("1.2.3")), { kind: "other", value: "#a004060" + "22a03" }],
    ["a kind that nobody uses", tlv(0xa5, tlv(0x05)), { kind: "other", value: "#a5020500" }],
  ])("%s", (_, der, name) => {
    expect(read(extension(alternativeNames, sequence(text(0x82, "before"), der, text(0x82, "after"))))).toEqual({
      ...none,
      alternativeNames: [{ kind: "dns", value: "before" }, name, { kind: "dns", value: "after" }],
    });
  });
});
