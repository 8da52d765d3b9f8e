import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../../../extension/native-host/check/read-lines.ts";
import { longestLine } from "../../../../../shared/watch/host-list.ts";

async function lines(bytes: Uint8Array, size: number): Promise<readonly string[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const seen: string[] = [];
  for await (const line of readLines(pieces())) if (line !== "") seen.push(line);
  return seen;
}

describe("lines", () => {
  it("are the same however the bytes are cut", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" })),
        fc.integer({ min: 1, max: 7 }),
        async (texts, size) => {
          const text = texts.join("\r\n");
          const expected = text.split(/[\r\n]/).filter((line) => line !== "");
          if (text.startsWith("\ufeff")) return;
          expect(await lines(Buffer.from(text), size)).toEqual(expected);
        },
      ),
    ));

  it.each([
    ["UTF-8 with its mark", Buffer.from("\ufeffa.example\nb.example")],
    ["UTF-16, as Windows' editor writes it", Buffer.from("\ufeffa.example\r\nb.example", "utf16le")],
    ["UTF-16, big-endian", Buffer.from("\ufeffa.example\r\nb.example", "utf16le").swap16()],
  ])("of %s", async (_, bytes) => {
    expect(await lines(bytes, 1000)).toEqual(["a.example", "b.example"]);
  });

  it("that are too long are cut where that shows", async () => {
    const text = `${"x".repeat(1_000_000)}\nb.example`;
    const [long = "", next] = await lines(Buffer.from(text), 4096);
    expect(long.length).toBeGreaterThan(longestLine);
    expect(long.length).toBeLessThan(longestLine + 5000);
    expect(next).toBe("b.example");
  });
});
