import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { policyOf } from "../../../docs-site/build/content-security-policy.ts";

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const directive = (policy: string, name: string): string =>
  policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

test("every inline script and style is hashed, once; those with an address are not", () => {
  const html =
    '<style>a{}</style><script>one()</script><script type="module">two(\n)</script><script>one()</script><script src="/x.js"></script>';
  const policy = policyOf(html);
  expect(directive(policy, "script-src")).toBe(
    `script-src 'self' 'wasm-unsafe-eval' ${hash("one()")} ${hash("two(\n)")}`,
  );
  expect(directive(policy, "style-src")).toBe(`style-src 'self' ${hash("a{}")}`);
});

test("nothing is allowed that was not named", () => {
  const policy = policyOf("");
  expect(directive(policy, "default-src")).toBe("default-src 'none'");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self'");
  expect(directive(policy, "script-src")).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/https?:|\*/);
});
