import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frame, readFrames } from "../../../../../extension/native-host/host/frames.ts";

async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function read(stream: AsyncIterable<Uint8Array>, littleEndian: boolean, longest = 1000): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const received of readFrames(stream, { littleEndian, longest }))
    seen.push(received.kind === "body" ? JSON.parse(Buffer.from(received.body).toString()) : received.kind);
  return seen;
}

describe("frames", () => {
  it("come out as they went in, however they are cut, in both byte orders", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 5 }),
        fc.array(fc.nat(9), { maxLength: 30 }),
        fc.boolean(),
        async (messages, sizes, littleEndian) => {
          const plain: unknown[] = messages.map((message) => JSON.parse(JSON.stringify(message)));
          const bytes = Buffer.concat(plain.map((message) => frame(message, littleEndian)));
          expect(await read(pieces(bytes, sizes), littleEndian, 100_000)).toEqual(plain);
        },
      ),
    ));

  it("count bytes, not characters", () => {
    expect([...frame("ü", true)]).toEqual([4, 0, 0, 0, 0x22, 0xc3, 0xbc, 0x22]);
    expect([...frame(1, false)]).toEqual([0, 0, 0, 1, 0x31]);
  });

  it("that are too long end the reading before they are held", async () => {
    const bytes = Buffer.concat([frame(1, true), Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1, 2, 3), frame(2, true)]);
    expect(await read(pieces(bytes, []), true)).toEqual([1, "too-long"]);
  });

  it("that are cut off by the end are no frames", async () => {
    expect(await read(pieces(frame("abc", true).subarray(0, 6), []), true)).toEqual([]);
  });
});
