import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFailureText } from "../../../../extension/src/ui/messages/en/look.ts";
import { lookCodes, lookDetail, readLookDetail } from "../../../../shared/observation/look-problem.ts";

describe("why a check failed", () => {
  it("is one line that gives back code and words", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lookCodes),
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        (code, detail) => {
          const problem = { code, ...(detail !== undefined && { detail }) };
          expect(readLookDetail(lookDetail(problem))).toEqual(problem);
        },
      ),
    );
  });

  it.each(["", "ECONNREFUSED", "a colon: and more", "timed-outs", "failed:no blank", "Nobody was there."])(
    "takes any other text (%j) for somebody's words",
    (text) => {
      expect(readLookDetail(text)).toEqual({ code: "failed", detail: text });
    },
  );

  it.each(lookCodes)("has a text for %s that says what happened", (code) => {
    const text = checkFailureText(lookDetail({ code, detail: "<words>\u202e" }));
    expect(text).toMatch(/^[A-Z].{10,}[.›]$/u);
    expect(text).not.toMatch(/--|OpenSSL/);
    expect(text).not.toContain("\u202e");
  });
});
