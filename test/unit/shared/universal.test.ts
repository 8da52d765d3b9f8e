import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const probe = `${shared}probe-of-the-environment.ts`;

/** The compiler's messages for a file of these lines that lay in shared/, by line. */
function messages(lines: readonly string[]): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${shared}tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => expect.fail("no tsconfig.json"),
    },
  );
  if (config === undefined) expect.fail("no configuration");
  const { options } = config;
  const environment = config.fileNames.filter((name) => name.endsWith(".d.ts"));
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(probe, `${lines.join("\n")}\nexport {};\n`, ts.ScriptTarget.ES2022, true);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => (name === probe ? source : getSourceFile(name, ...rest));
  host.fileExists = (name) => name === probe || fileExists(name);
  const program = ts.createProgram([...environment, probe], options, host);
  const found = lines.map(() => "");
  for (const { start = 0, messageText } of program.getSemanticDiagnostics(source)) {
    found[source.getLineAndCharacterOfPosition(start).line] = ts.flattenDiagnosticMessageText(messageText, " ");
  }
  return found;
}

describe("the environment of shared/", () => {
  it("has what browsers, workers and Node share", () => {
    const lines = [
      'import * as x509 from "@peculiar/x509"; export type Request = x509.Pkcs10CertificateRequest;',
      'export const a: string = new URL("https://www.example.com").hostname;',
      'export const b: string | null = new URLSearchParams("a=b").get("a");',
      'export const c: string = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode(atob(btoa("x"))));',
      'export const d: Promise<ArrayBuffer> = crypto.subtle.digest("SHA-256", new Uint8Array(1));',
      'export const e: Promise<CryptoKeyPair> = crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);',
      "export const f: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(16));",
    ];
    expect(messages(lines)).toEqual(lines.map(() => ""));
  });

  it("has nothing else: not even beside a package that might bring it", () => {
    const names = ["document", "window", "fetch", "process", "Buffer", "indexedDB", "localStorage", "navigator"];
    const more = [
      "setTimeout",
      "queueMicrotask",
      "console",
      "chrome",
      "browser",
      "require",
      "XMLHttpRequest",
      "WebSocket",
    ];
    const lines = ['import "@peculiar/x509";', ...[...names, ...more].map((name) => `void ${name};`)];
    const found = messages(lines);
    expect(found[0]).toBe("");
    for (const [index, message] of found.slice(1).entries())
      expect(message, lines[index + 1]).toMatch(/^Cannot find name/);
  });

  it("does not lend types that the DOM would not: a view of shared memory is no BufferSource", () => {
    expect(messages(['export const f = (der: Uint8Array) => crypto.subtle.digest("SHA-256", der);'])[0]).toMatch(
      /not assignable/,
    );
  });
});
