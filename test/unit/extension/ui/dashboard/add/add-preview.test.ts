import { describe, expect, it } from "vitest";
import { addingOf, addPreview, readTyped } from "../../../../../../extension/src/ui/dashboard/add/add-preview.ts";
import {
  type AddState,
  emptyState,
  hasEntries,
  replaceInLine,
} from "../../../../../../extension/src/ui/dashboard/add/add-state.ts";
import { targetKey } from "../../../../../../shared/watch/host-list.ts";
import { nothing } from "../../../../../../shared/watch/incoming/incoming.ts";

const previewOf = (state: Partial<AddState>) => {
  const whole = { ...emptyState, ...state };
  return addPreview(whole, readTyped(whole.text, whole.starttls));
};
const file = (id: number, text: string, mended: ReadonlyMap<number, string> = new Map()) => {
  const content = readTyped(text, undefined);
  return { id, name: `${id}.txt`, content, mended };
};

describe("what would be added", () => {
  it("joins text and files, and tells new hosts from those that are watched", () => {
    const { plan } = previewOf({
      text: "a.example\nb.example",
      files: [file(1, "b.example\nc.example")],
      watched: new Set(["a.example:443"]),
      owner: " Ada ",
      tags: "shop, eu",
    });
    expect(plan.fresh).toEqual([
      { host: "b.example", port: 443, owner: "Ada", tags: ["shop", "eu"] },
      { host: "c.example", port: 443, owner: "Ada", tags: ["shop", "eu"] },
    ]);
    expect(plan.watched.map(targetKey)).toEqual(["a.example:443"]);
    expect(plan.repeated).toBe(1);
  });

  it("leaves the owner that a file names", () => {
    const { plan } = previewOf({ text: "domain,owner\na.example,Bob\nb.example,", owner: "Ada" });
    expect(plan.fresh.map(({ owner }) => owner)).toEqual(["Bob", "Ada"]);
  });

  it("counts a certificate once that stands in two files", () => {
    const content = { kind: "found", found: { ...nothing, leaves: [Uint8Array.of(1, 2)] } } as const;
    const twice = [1, 2].map((id) => ({ id, name: "x", content, mended: new Map() }));
    expect(previewOf({ files: twice }).plan.leaves).toEqual([Uint8Array.of(1, 2)]);
  });

  it("takes a suggestion for a line of a file, and the problem goes", () => {
    const before = previewOf({ files: [file(1, "*.a.example\n*")] });
    expect(before).toMatchObject({ problemCount: 2, problems: [{ line: 1, file: { name: "1.txt" } }, { line: 2 }] });
    const after = previewOf({ files: [file(1, "*.a.example\n*", new Map([[1, "a.example"]]))] });
    expect(after).toMatchObject({ problemCount: 1, problems: [{ line: 2 }] });
    expect(after.plan.fresh.map(targetKey)).toEqual(["a.example:443"]);
  });

  it.each<[string, Partial<AddState>, string]>([
    ["nothing", {}, "none"],
    ["a new host", { text: "a.example" }, "hosts"],
    ["a watched host", { text: "a.example", watched: new Set(["a.example:443"]) }, "none"],
    ["a tag for a watched host", { text: "a.example", watched: new Set(["a.example:443"]), tags: "x" }, "details"],
    ["a line that cannot be used", { text: "*" }, "none"],
    ["a private key", { text: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----" }, "none"],
  ])("offers for %s what can be done", (_, state, expected) => {
    expect(addingOf(previewOf(state), { ...emptyState, ...state })).toBe(expected);
  });

  it("says why the text as a whole is of no use", () => {
    const text = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----";
    expect(previewOf({ text }).textProblem).toEqual({ code: "private-key" });
    expect(previewOf({ text: "  \n" }).textProblem).toBeUndefined();
  });
});

describe("a line of the text", () => {
  it.each<[string, number, string, string | undefined]>([
    ["a\n*.b # shop\r\nc", 2, "*.b", "a\nX # shop\r\nc"],
    ["*.b\r*.b", 2, "*.b", "*.b\rX"],
    ["name;url\nx;*.b", 2, "*.b", "name;url\nx;X"],
    ["a", 2, "a", undefined],
    ["a", 1, "b", undefined],
    ["a", 1, "", undefined],
  ])("%j, %i: %j is replaced", (text, line, entry, expected) => {
    expect(replaceInLine(text, line, entry, "X")).toBe(expected);
  });

  it("is replaced by what is meant, dollars and all", () => {
    expect(replaceInLine("a", 1, "a", "$&$1")).toBe("$&$1");
  });
});

it("knows when leaving would lose something", () => {
  expect(hasEntries(emptyState)).toBe(false);
  expect(hasEntries({ ...emptyState, text: "a" })).toBe(true);
  const taken = { hosts: [], owned: [] };
  expect(hasEntries({ ...emptyState, text: "a", outcome: { kind: "added", taken } })).toBe(false);
});
