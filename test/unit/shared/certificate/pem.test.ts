import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type PemProblem, readPem, toPem } from "../../../../shared/certificate/pem.ts";
import { pem as writtenByTests } from "../../../support/authority/site-certificate.ts";

/** Base64 of "ABC". */
const block = "-----BEGIN X-----\nQUJD\n-----END X-----\n";
const abc = Uint8Array.from([65, 66, 67]);

const blocksOf = (text: string) => {
  const read = readPem(text);
  return read.ok ? read.value.map(({ label, der }) => ({ label, der })) : read.problem;
};

describe("is found", () => {
  test.each<[how: string, text: string]>([
    ["as it should be", block],
    ["with CRLF", block.replaceAll("\n", "\r\n")],
    ["with CR", block.replaceAll("\n", "\r")],
    ["without a last line end", block.trimEnd()],
    ["with empty lines", block.replaceAll("\n", "\n\n")],
    ["on one line, as a form makes of it", block.replaceAll("\n", " ")],
    ["without any white space", block.replaceAll("\n", "")],
    ["one character a line", "-----BEGIN X-----\nQ\nU\nJ\nD\n-----END X-----"],
    ["indented, as in YAML", block.replaceAll("\n", "\n    ")],
    ["with trailing spaces and tabs", block.replaceAll("\n", " \t\n")],
    ["with a no-break space of a web page", block.replaceAll("\n", "\u00a0\n")],
    ["after a byte order mark", `\ufeff${block}`],
    ["after openssl's text", `Certificate:\n    Data:\n        Version: 3 (0x2)\n${block}`],
    ["after PKCS#12 bag attributes", `Bag Attributes\n    localKeyID: 01\nsubject=CN = -----\n${block}`],
    ["before other text", `${block}that was it ----- really`],
  ])("%s", (_, text) => {
    expect(blocksOf(text)).toEqual([{ label: "X", der: abc }]);
  });

  it("every block, in order, of any label", () => {
    const text = `${toPem("CERTIFICATE", abc)}noise\n${toPem("CERTIFICATE", new Uint8Array())}${toPem("ENCRYPTED PRIVATE KEY", abc)}`;
    expect(blocksOf(text)).toEqual([
      { label: "CERTIFICATE", der: abc },
      { label: "CERTIFICATE", der: new Uint8Array() },
      { label: "ENCRYPTED PRIVATE KEY", der: abc },
    ]);
  });

  test.each(["\n", "\r\n", "\r"])("with the headers of an encrypted key (line end %j)", (lineEnd) => {
    const lines = [
      "-----BEGIN X-----",
      "Proc-Type: 4,ENCRYPTED",
      "DEK-Info: AES-256-CBC,00FF",
      "",
      "QU",
      "JD",
      "-----END X-----",
    ];
    expect(readPem(lines.join(lineEnd))).toEqual({
      ok: true,
      value: [{ label: "X", der: abc, headers: ["Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-256-CBC,00FF"] }],
    });
  });
});

describe("is refused", () => {
  test.each<[text: string, problem: PemProblem]>([
    ["", { code: "no-block", offset: 0 }],
    ["QUJD", { code: "no-block", offset: 0 }],
    ["-----END X-----", { code: "no-block", offset: 0 }],
    ["a-----BEGIN ", { code: "no-end", offset: 1 }],
    ["-----BEGIN X-----", { code: "no-end", offset: 0 }],
    ["-----BEGIN X-----\nQUJD\n", { code: "no-end", offset: 0 }],
    ["-----BEGIN X-----\nQUJD\n-----END X----", { code: "no-end", offset: 0 }],
    ["-----BEGIN X-----\nQUJD\n-----END Y-----", { code: "no-end", offset: 0 }],
    [`-----BEGIN X-----\nQUJD\n${block}`, { code: "no-end", offset: 0 }],
    ["-----BEGIN X-----\nQUJ\u200bD\n-----END X-----", { code: "bad-base64", offset: 0 }],
    ["-----BEGIN X-----\nQUJD=\n-----END X-----", { code: "bad-base64", offset: 0 }],
    ["-----BEGIN X-----\nPROC: 1\nQUJD\n-----END X-----", { code: "bad-base64", offset: 0 }],
    [`${block}-----BEGIN X-----\nQ*JD\n-----END X-----`, { code: "bad-base64", offset: block.length }],
  ])("%j", (text, problem) => {
    expect(readPem(text)).toEqual({ ok: false, problem });
  });
});

describe("any bytes", () => {
  it("are written in lines of 64 characters", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (der) => {
        expect(toPem("CERTIFICATE", der)).toBe(writtenByTests("CERTIFICATE", der));
      }),
    );
  });

  it("come back from lines of any width and end, with text around", () => {
    const around = fc.string().filter((text) => !text.includes("-----"));
    const lineEnd = fc.constantFrom("\n", "\r\n", "\r", " \n", "\n\n", "");
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        lineEnd,
        around,
        (der, width, end, text) => {
          const lines =
            Buffer.from(der)
              .toString("base64")
              .match(new RegExp(`.{1,${width}}`, "g")) ?? [];
          const written = `${text}-----BEGIN A B-----${end}${lines.join(end)}${end}-----END A B-----${text}`;
          expect(blocksOf(written)).toEqual([{ label: "A B", der }]);
        },
      ),
    );
  });
});

it("never fails otherwise, and comes to an end on text made to take long", () => {
  const parts = fc.constantFrom("-----", "-----BEGIN ", "-----END ", "X", "QUJD", ":", "\n", " ", "\r");
  fc.assert(
    fc.property(
      fc.array(parts).map((list) => list.join("")),
      (text) => void readPem(text),
    ),
    { numRuns: 1000 },
  );
  for (const text of [
    "-----BEGIN X-----",
    "-----BEGIN ",
    "\r\n \t",
    "-----BEGIN X-----\n: \n",
    "-----BEGIN X-----\r-----END X-----",
  ]) {
    readPem(text.repeat(100_000));
    readPem(`-----BEGIN X-----:${text.repeat(100_000)}`);
    readPem(`-----BEGIN X-----:${" \t\n".repeat(100_000)}x-----END X-----`);
  }
});
