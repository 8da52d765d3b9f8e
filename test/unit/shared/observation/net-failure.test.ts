import { describe, expect, it } from "vitest";
import { isBlockedPort } from "../../../../shared/observation/blocked-ports.ts";
import { netFailure } from "../../../../shared/observation/net-failure.ts";

describe("what a browser says of a request that failed", () => {
  it.each([
    ["net::ERR_NAME_NOT_RESOLVED", { code: "name-not-found" }],
    ["NS_ERROR_UNKNOWN_HOST", { code: "name-not-found" }],
    ["net::ERR_INTERNET_DISCONNECTED", { code: "offline" }],
    ["net::ERR_CONNECTION_REFUSED", { code: "connection-refused" }],
    ["NS_ERROR_NET_RESET", { code: "connection-reset" }],
    ["net::ERR_UNSAFE_PORT", { code: "blocked-port" }],
    ["net::ERR_SOMETHING_NEW", { code: "failed", detail: "net::ERR_SOMETHING_NEW" }],
    ["SSL received a record.", { code: "handshake-failed", detail: "SSL received a record." }],
    ["", { code: "failed" }],
  ])("%j is %j", (error, expected) => {
    expect(netFailure(error)).toEqual(expected);
  });

  it.each([
    [25, true],
    [993, true],
    [443, false],
    [8443, false],
    [5432, false],
  ])("port %i is blocked: %j", (port, expected) => {
    expect(isBlockedPort(port)).toBe(expected);
  });
});
