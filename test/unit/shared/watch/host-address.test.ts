import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOrigin, addressText, readAddress } from "../../../../shared/watch/host-address.ts";

describe("an address in columns", () => {
  it.each([
    ["WWW.Example.com", "", "", "www.example.com", 443],
    ["bücher.example", "", "", "xn--bcher-kva.example", 443],
    ["www.example.com.", "8443", "", "www.example.com", 8443],
    ["192.0.2.1", "", "", "192.0.2.1", 443],
    ["2001:DB8:0::1", "", "", "[2001:db8::1]", 443],
    ["[2001:db8::1]", "993", "", "[2001:db8::1]", 993],
    ["mail.example.com", "", "SMTP", "mail.example.com", 25],
    ["intranet", "", "", "intranet", 443],
  ])("%s %s %s", (host, port, starttls, expectedHost, expectedPort) => {
    expect(readAddress(host, port, starttls)).toMatchObject({
      ok: true,
      value: { host: expectedHost, port: expectedPort },
    });
  });

  it.each([
    ["", "", "", "no-host"],
    ["*.example.com", "", "", "wildcard"],
    ["https://www.example.com/", "", "", "not-a-host"],
    ["user@example.com", "", "", "not-a-host"],
    ["a\nb.example", "", "", "not-a-host"],
    ["127.1", "", "", "not-a-host"],
    ["a..b", "", "", "not-a-host"],
    [`${"a".repeat(64)}.example`, "", "", "not-a-host"],
    ["x".repeat(1_000_000), "", "", "not-a-host"],
    ["www.example.com", "0", "", "bad-port"],
    ["www.example.com", "65536", "", "bad-port"],
    ["www.example.com", "443x", "", "bad-port"],
    ["www.example.com", "", "telnet", "bad-starttls"],
  ])("%.30s %s %s is refused: %s", (host, port, starttls, code) => {
    expect(readAddress(host, port, starttls)).toMatchObject({ ok: false, problem: { code } });
  });

  it("is the host that the URL standard makes of it", () => {
    const written = fc.oneof(fc.domain(), fc.stringMatching(/^[a-zA-Z0-9.-]{1,12}$/), fc.constant("xn--a.b"));
    fc.assert(
      fc.property(written, (host) => {
        const read = readAddress(host);
        if (read.ok) expect(read.value.host).toBe(new URL(`https://${host}/`).hostname.replace(/\.$/, ""));
      }),
      { numRuns: 2000 },
    );
  });

  it("is shown with its port where that is not 443, and has the origin of a URL", () => {
    expect(addressText({ host: "[2001:db8::1]", port: 443 })).toBe("[2001:db8::1]");
    expect(addressText({ host: "a.example", port: 25 })).toBe("a.example:25");
    const address = { host: "[2001:db8::1]", port: 8443 };
    expect(addressOrigin(address)).toBe(new URL("https://[2001:db8::1]:8443/x").origin);
  });
});
