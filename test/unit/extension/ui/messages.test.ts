import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../../extension/src/ui/messages/en/", import.meta.url);
const files = readdirSync(folder);
const modules: readonly (readonly [string, Record<string, unknown>])[] = await Promise.all(
  files.map(async (file) => [file, await import(new URL(file, folder).href)] as const),
);

/** Every text of a messages file with its place; functions are called with words and numbers that they take. */
function textsOf(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value === "function") return [[place, String(value(2, 3, "x"))]];
  if (typeof value !== "object" || value === null) throw new Error(`${place} is no text`);
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${place}.${key}`));
}

const texts = modules.flatMap(([file, module]) => Object.values(module).flatMap((value) => textsOf(value, file)));

describe("the texts on screen", () => {
  it("are all there", () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(texts.length).toBeGreaterThan(250);
    const empty = texts.filter(([place, text]) => text.trim() === "" && !place.endsWith("no-personalisation"));
    expect(empty).toEqual([]);
  });

  it.each([
    ["an exclamation mark", /!/],
    ["a straight apostrophe or quotation mark", /['"]/],
    ["three dots for an ellipsis", /\.\.\./],
    ["the words of other products", /\b(please|oops|sorry|successfully|click here|whitelist)\b/i],
    ["a double space", / {2}/],
  ])("hold no %s", (_, pattern) => {
    expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
  });
});
