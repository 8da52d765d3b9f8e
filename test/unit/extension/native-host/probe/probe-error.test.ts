import { expect, it } from "vitest";
import { probeProblemOf } from "../../../../../extension/native-host/probe/probe-error.ts";
import { trustOf } from "../../../../../extension/native-host/probe/trust-of.ts";

it.each<[Record<string, string>, string]>([
  [{ code: "ENOTFOUND" }, "name-not-found"],
  [{ code: "EAI_AGAIN" }, "name-lookup-failed"],
  [{ code: "ECONNREFUSED", syscall: "connect" }, "connection-refused"],
  [{ code: "ECONNRESET", syscall: "read" }, "connection-reset"],
  [{ code: "ECONNRESET" }, "closed"],
  [{ code: "ERR_SSL_WRONG_VERSION_NUMBER", reason: "wrong version number" }, "not-tls"],
  [{ code: "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", reason: "ssl/tls alert handshake failure" }, "handshake-failed"],
  [{ code: "EMFILE" }, "failed"],
])("%j is %s", (fields, code) => {
  expect(probeProblemOf(Object.assign(new Error("x"), fields)).code).toBe(code);
});

it.each<[string | undefined, boolean, string]>([
  [undefined, true, "trusted"],
  [undefined, false, "wrong-name"],
  ["CERT_HAS_EXPIRED", true, "outside-validity"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", true, "untrusted"],
  ["CERT_REVOKED", true, "revoked"],
  ["SOMETHING_NEW", true, "refused"],
])("the chain's result %s with a covered name %s is %s", (code, covered, trust) => {
  expect(trustOf(code, covered)).toBe(trust);
});
