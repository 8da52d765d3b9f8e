import { describe, expect, it } from "vitest";
import { frame } from "../../../../../extension/native-host/host/frames.ts";
import { type Answer, serve } from "../../../../../extension/native-host/host/serve.ts";
import { largestReply } from "../../../../../shared/native-host/protocol.ts";
import { readHostReply } from "../../../../../shared/native-host/read-reply.ts";

/** Plays these frames to a host and gives what it said; a check settles when it is cancelled, or at once for port 1. */
async function talk(frames: readonly Uint8Array[], answer: Answer = answerOrWait): Promise<readonly unknown[]> {
  const said: Uint8Array[] = [];
  async function* input(): AsyncGenerator<Uint8Array> {
    yield* frames;
  }
  await serve({
    input: input(),
    output: (bytes) => void said.push(bytes),
    littleEndian: true,
    version: "1.2.3",
    answer,
  });
  return said.map((bytes) => {
    expect(new DataView(bytes.buffer).getUint32(0, true)).toBe(bytes.length - 4);
    expect(bytes.length - 4).toBeLessThanOrEqual(largestReply);
    const reply = JSON.parse(Buffer.from(bytes.subarray(4)).toString());
    expect(readHostReply(reply)).toEqual(reply);
    return reply;
  });
}

const answerOrWait: Answer = ({ id, port }, signal) =>
  new Promise((resolve) => {
    const failed = (code: "closed" | "cancelled") => resolve({ id, type: "failed", code });
    if (port === 1) failed("closed");
    else signal.addEventListener("abort", () => failed("cancelled"));
  });

const ask = (...messages: readonly unknown[]): readonly Uint8Array[] => messages.map((message) => frame(message, true));
const check = (id: number, port: number) => ({ id, type: "check", host: "localhost", port });

describe("the native host", () => {
  it("says what it can", async () => {
    expect(await talk(ask({ id: 7, type: "hello" }))).toMatchObject([
      { id: 7, type: "hello", protocol: 1, version: "1.2.3", can: ["check"] },
    ]);
  });

  it("answers each check, the quick one first, and ends those that are left when the browser goes", async () => {
    expect(await talk(ask(check(1, 2), check(2, 1)))).toEqual([
      { id: 2, type: "failed", code: "closed" },
      { id: 1, type: "failed", code: "cancelled" },
    ]);
  });

  it("cancels one that runs, one that waits, and ignores one that is not there", async () => {
    const many = Array.from({ length: 40 }, (_, id) => check(id, 2));
    const said = await talk(
      ask(...many, { id: 90, type: "cancel", cancels: 39 }, { id: 91, type: "cancel", cancels: 99 }),
    );
    expect(said[0]).toEqual({ id: 39, type: "failed", code: "cancelled" });
  });

  it("refuses what it does not understand and goes on", async () => {
    const garbage = Buffer.concat([Uint8Array.of(3, 0, 0, 0), Buffer.from("{ü", "utf8")]);
    const notUtf8 = Uint8Array.of(2, 0, 0, 0, 0xff, 0xfe);
    const empty = new Uint8Array(4);
    expect(
      await talk([garbage, notUtf8, empty, ...ask([], { id: 1, type: "format-disk" }, { id: 5, type: "hello" })]),
    ).toMatchObject([
      { type: "refused", code: "not-json" },
      { type: "refused", code: "not-json" },
      { type: "refused", code: "not-json" },
      { type: "refused", code: "not-a-request" },
      { id: 1, type: "refused", code: "unknown-type" },
      { id: 5, type: "hello" },
    ]);
  });

  it("refuses an id in use, and more than may wait", async () => {
    const said = await talk(ask(...Array.from({ length: 1033 }, (_, id) => check(id, 2)), check(0, 2), check(2000, 2)));
    expect(said.slice(0, 3)).toEqual([
      { id: 1032, type: "refused", code: "too-many" },
      { id: 0, type: "refused", code: "id-in-use" },
      { id: 2000, type: "refused", code: "too-many" },
    ]);
  });

  it("says so and stops when a frame is too long", async () => {
    expect(await talk([Uint8Array.of(0, 0, 0, 0x7f), ...ask({ id: 1, type: "hello" })])).toEqual([
      { type: "refused", code: "too-long" },
    ]);
  });

  it("keeps a reply within what a browser takes", async () => {
    const seen = {
      type: "checked",
      trust: "trusted",
      sha256: "a".repeat(64),
      protocol: "TLSv1.3",
      cipher: "x",
      address: "::1",
    } as const;
    const long = "A".repeat(600_000);
    const said = await talk(ask(check(1, 1), check(2, 1)), async ({ id }) => ({
      id,
      ...seen,
      chain: id === 1 ? [long, long] : [long + long],
    }));
    expect(said).toMatchObject([
      { id: 1, type: "checked", chain: [long] },
      { id: 2, type: "failed", code: "failed" },
    ]);
  });

  it("survives an answer that throws", async () => {
    expect(await talk(ask(check(1, 1)), () => Promise.reject(new Error("a bug")))).toEqual([
      { id: 1, type: "failed", code: "failed" },
    ]);
  });
});
