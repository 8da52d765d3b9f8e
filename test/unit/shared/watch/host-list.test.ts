import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestLine, readHost, targetKey } from "../../../../shared/watch/host-list.ts";

const read = (line: string, starttls?: "smtp"): unknown => {
  const result = readHost(line, starttls);
  return result === undefined ? undefined : result.ok ? targetKey(result.value) : `no: ${result.problem}`;
};

describe("a line of a list of hosts", () => {
  it.each<[string, unknown]>([
    ["www.example.com", "www.example.com:443"],
    ["WWW.Example.COM.", "www.example.com:443"],
    ["\ufeffwww.example.com\r", "www.example.com:443"],
    ["  www.example.com:8443  # the shop", "www.example.com:8443"],
    ["# nothing", undefined],
    ["", undefined],
    [" \t", undefined],
    ["bücher.example", "xn--bcher-kva.example:443"],
    ["192.0.2.1", "192.0.2.1:443"],
    ["192.0.2.1:636", "192.0.2.1:636"],
    ["[::1]:8443", "[::1]:8443"],
    ["::1", "[::1]:443"],
    ["2001:DB8::0:1", "[2001:db8::1]:443"],
    ["localhost", "localhost:443"],
    ["_dmarc.example.com", "_dmarc.example.com:443"],
    ["https://www.example.com/shop?a=b#c", "www.example.com:443"],
    ["https://me:secret@www.example.com:8443/", "www.example.com:8443"],
    ["http://www.example.com/", "www.example.com:443"],
    ["http://www.example.com:8080/", "no: plain-http"],
    ["imaps://mail.example.com", "mail.example.com:993"],
    ["imap://mail.example.com", "imap://mail.example.com:143"],
    ["postgresql://u@db.example.com/x", "postgres://db.example.com:5432"],
    ["gopher://example.com", "no: unknown-scheme"],
    ["javascript:alert(1)", "no: bad-port"],
    ["*.example.com", "no: wildcard"],
    ["https://*.example.com/", "no: wildcard"],
    ["www.example.com:0", "no: bad-port"],
    ["www.example.com:65536", "no: bad-port"],
    ["www.example.com:", "no: bad-port"],
    ["www.example.com:https", "no: bad-port"],
    ["www.example.com:-1", "no: bad-port"],
    ["www example com", "no: bad-host"],
    ["=cmd()", "no: bad-host"],
    ["a..b", "no: bad-host"],
    ["8443", "no: bad-host"],
    ["=1+1", "no: bad-host"],
    ["127.1", "no: bad-host"],
    ["0x7f.0.0.1", "no: bad-host"],
    [`${"a".repeat(64)}.example`, "no: bad-host"],
    ["[::1", "no: bad-host"],
    ["a,b", "no: bad-host"],
    ["x".repeat(longestLine + 1), "no: too-long"],
  ])("%j is %j", (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it("takes the port of the protocol that was asked for", () => {
    expect(read("mail.example.com", "smtp")).toBe("smtp://mail.example.com:25");
    expect(read("mail.example.com:587", "smtp")).toBe("smtp://mail.example.com:587");
    expect(read("https://www.example.com", "smtp")).toBe("www.example.com:443");
  });

  it("gives what it can read again, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.domain(), fc.ipV6()), (line) => {
        const first = readHost(line);
        if (!first?.ok) return;
        expect(first.value.port).toBeGreaterThan(0);
        expect(first.value.host).toMatch(/^[\x21-\x7e]+$/);
        expect(readHost(`${first.value.host}:${first.value.port}`)).toMatchObject({
          value: { host: first.value.host, port: first.value.port },
        });
      }),
    );
  });
});
