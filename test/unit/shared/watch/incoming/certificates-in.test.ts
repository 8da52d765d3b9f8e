import { beforeAll, describe, expect, it } from "vitest";
import { toPem } from "../../../../../shared/certificate/pem.ts";
import { targetKey } from "../../../../../shared/watch/host-list.ts";
import { readIncoming } from "../../../../../shared/watch/incoming/read-incoming.ts";
import { createAuthority } from "../../../../support/authority/authority.ts";
import type { SiteCertificate } from "../../../../support/authority/site-certificate.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const day = 86_400_000;
const life = { notBefore: Date.now() - day, notAfter: Date.now() + 90 * day };

let site: SiteCertificate;
let rootPem: string;
beforeAll(async () => {
  const authority = await createAuthority();
  rootPem = authority.rootPem;
  site = await authority.issue({ names: ["a.example", "*.a.example", "192.0.2.7", "2001:db8::7"], ...life });
});

const hosts = ["a.example:443", "192.0.2.7:443", "[2001:db8::7]:443"];
function summary(bytes: Uint8Array): unknown {
  const incoming = readIncoming(bytes);
  if (incoming.kind !== "found") return incoming;
  const { wishes, leaves, wildcards, passedOver } = incoming.found;
  return { hosts: wishes.map(targetKey), leaves: leaves.map((leaf) => leaf.length), wildcards, passedOver };
}

describe("certificates of a file", () => {
  it.each<[string, () => Uint8Array, object]>([
    ["DER", () => site.der, {}],
    ["DER with a line end behind it", () => Uint8Array.of(...site.der, 10), {}],
    [
      "PEM with text around it, CRLF",
      () => utf8(`Subject: x\r\n${toPem("CERTIFICATE", site.der).replaceAll("\n", "\r\n")}bye`),
      {},
    ],
    ["OpenSSL's trusted kind", () => utf8(toPem("TRUSTED CERTIFICATE", Uint8Array.of(...site.der, 0x30, 0))), {}],
    ["a chain with its root", () => utf8(`${site.chainPem}${rootPem}`), { authorities: 2 }],
    [
      "one twice, with its key and one that is broken",
      () => utf8(`${site.keyPem}${toPem("CERTIFICATE", site.der).repeat(2)}${toPem("CERTIFICATE", new Uint8Array(9))}`),
      { keys: 1, unreadable: 1 },
    ],
  ])("%s", (_, bytes, passedOver) => {
    expect(summary(bytes())).toEqual({
      hosts,
      leaves: [site.der.length],
      wildcards: ["*.a.example"],
      passedOver: { authorities: 0, unreadable: 0, keys: 0, ...passedOver },
    });
  });

  it("keeps no authority's, and says so", () => {
    expect(readIncoming(utf8(rootPem))).toEqual({ kind: "refused", problem: { code: "no-end-entity" } });
  });
});
