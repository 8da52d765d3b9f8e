import { afterEach, describe, expect, it, vi } from "vitest";
import { copyText } from "../../../../extension/src/platform/clipboard.ts";

afterEach(() => vi.unstubAllGlobals());

describe("the clipboard", () => {
  it.each([
    ["takes the text", { clipboard: { writeText: async () => {} } }, { ok: true }],
    [
      "is denied",
      { clipboard: { writeText: () => Promise.reject(new DOMException("", "NotAllowedError")) } },
      { ok: false, problem: "denied" },
    ],
    ["is not there", {}, { ok: false, problem: "unavailable" }],
  ])("%s", async (_, navigator, result) => {
    vi.stubGlobal("navigator", navigator);
    expect(await copyText("text")).toMatchObject(result);
  });
});
