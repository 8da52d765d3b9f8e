import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Audience, NameProblemCode } from "../../../../shared/request/name-rules.ts";
import {
  type RequestName,
  readRequestName,
  readRequestNames,
  requestNamesFrom,
} from "../../../../shared/request/request-names.ts";

describe("an entry that is a name", () => {
  test.each<[entry: string, kind: RequestName["kind"], value: string]>([
    ["www.example.com", "dns", "www.example.com"],
    ["  WWW.Example.COM\t", "dns", "www.example.com"],
    ["bücher.example", "dns", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "dns", "xn--bcher-kva.example"],
    ["*.bücher.example", "dns", "*.xn--bcher-kva.example"],
    ["faß.example", "dns", "xn--fa-hia.example"],
    ["例え.テスト", "dns", "xn--r8jz45g.xn--zckzah"],
    ["www。example。com", "dns", "www.example.com"],
    ["*.example.com", "dns", "*.example.com"],
    ["1.example.com", "dns", "1.example.com"],
    [`${"a".repeat(63)}.example`, "dns", `${"a".repeat(63)}.example`],
    ["192.0.2.1", "ip", "192.0.2.1"],
    ["2001:DB8:0:0:0:0:0:1", "ip", "2001:db8::1"],
    ["[2001:db8::1]", "ip", "2001:db8::1"],
    ["::", "ip", "::"],
    ["::ffff:192.0.2.1", "ip", "::ffff:192.0.2.1"],
  ])("%s", (entry, kind, value) => {
    expect(readRequestName(entry)).toEqual({ ok: true, value: { kind, value } });
  });
});

describe("an entry that is not a name", () => {
  test.each<[entry: string, code: NameProblemCode, forPrivate: NameProblemCode | "accepted"]>([
    ["", "empty", "empty"],
    [" \t ", "empty", "empty"],
    ["https://www.example.com/shop", "web-address", "web-address"],
    ["www.example.com/shop", "web-address", "web-address"],
    ["www.example.com:8443", "port", "port"],
    ["[2001:db8::1]:443", "port", "port"],
    ["www.example.com.", "trailing-dot", "trailing-dot"],
    ["www.example.com。", "trailing-dot", "trailing-dot"],
    ["*", "bare-wildcard", "bare-wildcard"],
    ["*.com", "bare-wildcard", "accepted"],
    ["w*.example.com", "partial-wildcard", "partial-wildcard"],
    ["www.*.example.com", "partial-wildcard", "partial-wildcard"],
    ["*.*.example.com", "partial-wildcard", "partial-wildcard"],
    ["**.example.com", "partial-wildcard", "partial-wildcard"],
    ["www example.com", "bad-character", "bad-character"],
    ["user@example.com", "bad-character", "bad-character"],
    ["www.ex%61mple.com", "bad-character", "bad-character"],
    ["www.example.com;rm", "bad-character", "bad-character"],
    ["10.0.0.0/8", "bad-character", "bad-character"],
    ["fe80::1%eth0", "bad-character", "bad-character"],
    ["www\u0000.example.com", "bad-character", "bad-character"],
    ["\ud800.example.com", "bad-character", "bad-character"],
    ["_dmarc.example.com", "underscore", "accepted"],
    ["＿dmarc.example.com", "underscore", "accepted"],
    ["www..example.com", "empty-label", "empty-label"],
    [".example.com", "empty-label", "empty-label"],
    ["-www.example.com", "hyphen", "hyphen"],
    ["www-.example.com", "hyphen", "hyphen"],
    ["ab--cd.example.com", "hyphen", "hyphen"],
    [`${"a".repeat(64)}.example`, "too-long-label", "too-long-label"],
    [`${"a.".repeat(126)}ab`, "too-long-name", "too-long-name"],
    ["localhost", "single-label", "accepted"],
    ["127.1", "not-a-host", "not-a-host"],
    ["0x7f000001", "not-a-host", "not-a-host"],
    ["2130706433", "not-a-host", "not-a-host"],
    ["１９２.0.2.1", "not-a-host", "not-a-host"],
    ["192.0.2.256", "not-a-host", "not-a-host"],
    ["192.0.2.01", "not-a-host", "not-a-host"],
    ["xn--.example.com", "hyphen", "hyphen"],
    ["xn--zzzzzzz99999999.example.com", "not-a-host", "not-a-host"],
    ["xn--a\u00e4.example.com", "not-a-host", "not-a-host"],
    ["www.exa\u202emple.com", "not-a-host", "not-a-host"],
  ])("%j is %s (for a private authority: %s)", (entry, code, forPrivate) => {
    const codeFor = (audience: Audience) => {
      const name = readRequestName(entry, audience);
      return name.ok ? "accepted" : name.problem.code;
    };
    expect(codeFor("public")).toBe(code);
    expect(codeFor("private")).toBe(forPrivate);
  });
});

describe("pasted text", () => {
  it("takes names set apart by commas, semicolons, spaces and new lines, each once, and tells of every other entry", () => {
    const pasted =
      "www.example.com, example.com;WWW.example.com\r\n\t192.0.2.1 localhost,,\n*.com bücher.example xn--bcher-kva.example";
    expect(readRequestNames(pasted)).toEqual({
      names: [
        { kind: "dns", value: "www.example.com" },
        { kind: "dns", value: "example.com" },
        { kind: "ip", value: "192.0.2.1" },
        { kind: "dns", value: "xn--bcher-kva.example" },
      ],
      problems: [
        { code: "single-label", entry: "localhost" },
        { code: "bare-wildcard", entry: "*.com" },
      ],
    });
  });

  it("is empty for nothing", () => expect(readRequestNames(" ,\n; ")).toEqual({ names: [], problems: [] }));

  it("takes ten thousand names", () => {
    const pasted = Array.from({ length: 10_000 }, (_, index) => `host-${index}.example.com`).join("\n");
    expect(readRequestNames(pasted).names).toHaveLength(10_000);
  });
});

describe("the names of a live certificate", () => {
  const subject = (value: string) => [[{ oid: "2.5.4.3", type: "CN", value }]];

  it("puts the common name first and leaves out what is neither a host nor an address", () => {
    const alternativeNames = [
      { kind: "dns", value: "example.com" },
      { kind: "email", value: "a@example.com" },
      { kind: "dns", value: "www.example.com" },
      { kind: "ip", value: "2001:db8::1" },
      { kind: "uri", value: "https://example.com/" },
      { kind: "dns", value: "<b>x</b>.example.com" },
    ] as const;
    expect(requestNamesFrom({ subject: subject("www.example.com"), alternativeNames })).toEqual({
      names: [
        { kind: "dns", value: "www.example.com" },
        { kind: "dns", value: "example.com" },
        { kind: "ip", value: "2001:db8::1" },
      ],
      problems: [{ code: "bad-character", entry: "<b>x</b>.example.com" }],
    });
  });

  it("takes the common name where there are no alternative names, and only there", () => {
    expect(requestNamesFrom({ subject: subject("old.example.com"), alternativeNames: [] }).names).toEqual([
      { kind: "dns", value: "old.example.com" },
    ]);
    const alternativeNames = [{ kind: "dns", value: "example.com" }] as const;
    expect(requestNamesFrom({ subject: subject("Example Shop"), alternativeNames })).toEqual({
      names: [{ kind: "dns", value: "example.com" }],
      problems: [],
    });
  });
});

describe("any text", () => {
  it("gives names that are safe to write and that read as themselves again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
        for (const name of readRequestNames(text).names) {
          expect(name.value).toMatch(
            name.kind === "dns" ? /^(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/ : /^[0-9a-f:.]+$/,
          );
          expect(readRequestName(name.value)).toEqual({ ok: true, value: name });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never loses an entry without a word", () => {
    const entries = fc.array(
      fc.constantFrom("www.example.com", "localhost", "a b", "*.example.com", "_x.example.com", "::1"),
    );
    fc.assert(
      fc.property(entries, (list) => {
        const { names, problems } = readRequestNames(list.join("\n"));
        for (const entry of list.flatMap((item) => item.split(" "))) {
          expect([...names.map(({ value }) => value), ...problems.map((problem) => problem.entry)]).toContain(entry);
        }
      }),
    );
  });
});
