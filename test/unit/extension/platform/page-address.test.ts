import { describe, expect, it } from "vitest";
import { pageAddress, readRenewalAddress } from "../../../../extension/src/platform/page-address.ts";
import { siteOf } from "../../../../extension/src/ui/parts/site.ts";

const fragmentOf = (address: string): string => address.slice(address.indexOf("#"));

describe("addresses of the extension's pages", () => {
  it.each(["https://www.example.com", "https://[2001:db8::1]:8443", "https://xn--bcher-kva.example"])(
    "carries %s to the renewal page and back",
    (origin) => {
      expect(readRenewalAddress(fragmentOf(pageAddress.renewal(origin, 7)))).toEqual({ origin, tabId: 7 });
      expect(readRenewalAddress(`#origin=${origin}`)).toEqual({ origin, tabId: -1 });
    },
  );

  it.each([
    "",
    "#",
    "#origin=",
    "#origin=http://a.example",
    "#origin=javascript:alert(1)",
    "#origin=https://a.example/path",
    "#origin=https://user:pw@a.example",
    "#origin=https://",
    "#origin=%E0%A4%A",
    "#tab=-1&origin=x",
  ])("takes no origin from %j", (fragment) => {
    expect(readRenewalAddress(fragment)).toEqual({ tabId: -1 });
  });

  it("names the guide in the query and the values in the fragment", () => {
    const values = { domain: "www.example.com", file: "www.example.com" };
    expect(pageAddress.guide({ values }, "nginx", "backup")).toBe(
      "tabs/guide.html?p=nginx/backup#v=1&d=www.example.com&f=www.example.com",
    );
    expect(pageAddress.guide({ values: { domain: "a;rm -rf" } })).toBe("tabs/guide.html#v=1");
  });
});

describe("a site", () => {
  it.each([
    ["https://www.example.com/a?b#c", { host: "www.example.com", shown: "www.example.com", port: "" }],
    ["https://xn--bcher-kva.example:8443/", { host: "xn--bcher-kva.example", shown: "bücher.example", port: "8443" }],
    ["https://[2001:db8::1]/", { host: "[2001:db8::1]", shown: "[2001:db8::1]", port: "" }],
  ])("is read from %s", (address, site) => {
    expect(siteOf(address)).toMatchObject(site);
  });

  it.each(["http://www.example.com", "chrome://newtab/", "about:blank", "", "file:///etc/hosts", "nonsense"])(
    "is not read from %j",
    (address) => {
      expect(siteOf(address)).toBeUndefined();
    },
  );
});
