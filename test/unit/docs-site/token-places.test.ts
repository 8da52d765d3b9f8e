import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenPlaces } from "../../../docs-site/build/token-places.ts";

const domain = { token: "domain", text: "www.example.com" };
const file = { token: "file", text: "www.example.com" };

describe("tokens in text that a highlighter has cut", () => {
  test.each([
    ["one segment", ["cp www.example.com.key /srv"], [["cp ", file, ".key /srv"]]],
    ["the ending in the next segment still makes it a file", ["www.example.com", ".key"], [[file], [".key"]]],
    ["no ending: the host", ["server_name ", "www.example.com", ";"], [["server_name "], [domain], [";"]]],
    ["a token over three segments moves into the first", ["x www", ".example", ".com y"], [["x ", domain], [], [" y"]]],
    ["two in one segment", ["www.example.com www.example.com.crt"], [[domain, " ", file, ".crt"]]],
    ["a longer name is not the token", ["www.example.com-old"], [["www.example.com-old"]]],
    ["empty segments", ["", "www.example.com", ""], [[], [domain], []]],
    ["nothing", [], []],
  ])("%s", (_name, segments, pieces) => {
    expect(tokenPlaces(segments)).toEqual(pieces);
  });

  test("the pieces joined are the text, however it was cut", () => {
    const word = fc.constantFrom("www", ".example", ".com", "www.example.com", ".key", " ", "sudo", "-x", "");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (segments) => {
        const pieces = tokenPlaces(segments).flat();
        expect(pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("")).toBe(
          segments.join(""),
        );
      }),
    );
  });
});
