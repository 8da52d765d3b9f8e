import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostReply } from "../../../../shared/native-host/protocol.ts";
import { readHostReply } from "../../../../shared/native-host/read-reply.ts";
import { readHostRequest } from "../../../../shared/native-host/read-request.ts";

describe("a request", () => {
  it.each<[unknown, unknown]>([
    [
      { id: 0, type: "hello" },
      { id: 0, type: "hello" },
    ],
    [
      { id: 1, type: "check", host: "WWW.bücher.example", port: 443, extra: 1 },
      { id: 1, type: "check", host: "www.xn--bcher-kva.example", port: 443 },
    ],
    [
      { id: 1, type: "check", host: "::1", port: 25, starttls: "smtp", timeout: 500 },
      { id: 1, type: "check", host: "[::1]", port: 25, starttls: "smtp", timeout: 500 },
    ],
    [
      { id: 2, type: "cancel", cancels: 1 },
      { id: 2, type: "cancel", cancels: 1 },
    ],
  ])("%j is understood", (message, expected) => {
    expect(readHostRequest(message)).toEqual({ ok: true, value: expected });
  });

  it.each<[unknown, unknown]>([
    [null, { code: "not-a-request" }],
    [[], { code: "not-a-request" }],
    [{ id: -1, type: "hello" }, { code: "not-a-request" }],
    [{ id: 1.5, type: "hello" }, { code: "not-a-request" }],
    [{ id: 1 }, { code: "not-a-request", id: 1 }],
    [
      { id: 1, type: "shell" },
      { code: "unknown-type", id: 1 },
    ],
    [
      { id: 1, type: "cancel" },
      { code: "not-a-request", id: 1 },
    ],
    ...[
      { host: "a/b", port: 1 },
      { host: "a:1", port: 1 },
      { host: "u@a", port: 1 },
      { host: "", port: 1 },
      { host: "*.a", port: 1 },
      { host: "a", port: 0 },
      { host: "a", port: 65536 },
      { host: "a", port: "443" },
      { host: "a", port: 1, starttls: "gopher" },
      { host: "a", port: 1, starttls: "toString" },
      { host: "a", port: 1, timeout: 1 },
      { host: "a".repeat(301), port: 1 },
    ].map((more): [unknown, unknown] => [
      { id: 1, type: "check", ...more },
      { code: "not-a-request", id: 1 },
    ]),
  ])("%j is refused", (message, problem) => {
    expect(readHostRequest(message)).toEqual({ ok: false, problem });
  });

  it("is never taken for one when it is something else", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !readHostRequest(value).ok));
  });
});

const replies: readonly HostReply[] = [
  { id: 1, type: "hello", protocol: 1, version: "0.1.0", can: ["check"], starttls: ["smtp"] },
  {
    id: 1,
    type: "checked",
    trust: "outside-validity",
    detail: "CERT_HAS_EXPIRED",
    chain: ["MIIB", "MIIC"],
    sha256: "a".repeat(64),
    protocol: "TLSv1.3",
    cipher: "TLS_AES_256_GCM_SHA384",
    address: "127.0.0.1",
  },
  { id: 1, type: "failed", code: "not-tls", detail: "x" },
  { type: "refused", code: "not-json" },
  { id: 3, type: "refused", code: "too-many" },
];

describe("a reply", () => {
  it.each(replies)("%j is understood", (reply) => {
    expect(readHostReply(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
  });

  it("is refused when any of its fields is missing or of another kind", () => {
    for (const reply of replies) {
      for (const key of Object.keys(reply).filter((one) => one !== "detail")) {
        if (reply.type === "refused" && key === "id") continue;
        const { [key]: _, ...rest }: Record<string, unknown> = { ...reply };
        expect(readHostReply(rest), `${reply.type} without ${key}`).toBeUndefined();
        expect(readHostReply({ ...reply, [key]: { odd: true } }), `${reply.type} with an odd ${key}`).toBeUndefined();
      }
    }
    expect(readHostReply({ id: 1, type: "checked", chain: [] })).toBeUndefined();
    fc.assert(fc.property(fc.jsonValue(), (value) => readHostReply(value) === undefined));
  });
});
