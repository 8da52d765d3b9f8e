import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTokens } from "../../../../shared/guide/example-hosts.ts";
import { fillTokens, splitTokens } from "../../../../shared/guide/tokens.ts";

const values = { domain: "shop.example", file: "shop-2027" };

describe("tokens and their values", () => {
  test.each([
    ["server_name www.example.com;", "server_name shop.example;"],
    ["-connect www.example.com:443", "-connect shop.example:443"],
    ["/etc/ssl/www.example.com.key", "/etc/ssl/shop-2027.key"],
    ["www.example.com.fullchain.pem www.example.com.pem", "shop-2027.fullchain.pem shop-2027.pem"],
    ["sites-available/www.example.com.conf", "sites-available/shop.example.conf"],
    ["/root/www.example.com/", "/root/shop.example/"],
    ["a.www.example.com", "a.www.example.com"],
    ["xwww.example.com", "xwww.example.com"],
    ["www.example.community", "www.example.community"],
    ["www.example.com-old", "www.example.com-old"],
  ])("%s → %s", (text, filled) => {
    expect(fillTokens(text, values)).toBe(filled);
  });

  test("without values, and in pieces, the text stays what it was", () => {
    const text = fc
      .array(fc.oneof(fc.string(), fc.constantFrom("www.example.com", ".key", " ", "-", ".fullchain.pem")))
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (given) => {
        expect(fillTokens(given, {})).toBe(given);
        const joined = splitTokens(given).map((piece) => (typeof piece === "string" ? piece : piece.standsAs));
        expect(joined.join("")).toBe(given);
      }),
    );
  });

  test("a stand-in that no value replaces is found", () => {
    expect(findTokens("www.example.com www.example.com.crt")).toEqual({ used: ["domain", "file"] });
    expect(findTokens("www.example.com example.com").unknown).toBe("example.com");
    expect(findTokens("www.example.com-old").unknown).toBe("www.example.com");
  });
});
