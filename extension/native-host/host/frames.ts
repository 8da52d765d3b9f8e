/** A frame of native messaging: 32 bits of length in the machine's byte order, then so many bytes of UTF-8 JSON. */
export function frame(message: unknown, littleEndian: boolean): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(message));
  const whole = new Uint8Array(4 + body.length);
  new DataView(whole.buffer).setUint32(0, body.length, littleEndian);
  whole.set(body, 4);
  return whole;
}

/** What came: a frame's bytes, or one that is longer than allowed, after which the stream cannot be read on. */
export type Received = { readonly kind: "body"; readonly body: Uint8Array } | { readonly kind: "too-long" };

/** The frames in a stream of bytes, in whatever pieces it comes. Holds at most one frame and one piece. */
export async function* readFrames(
  stream: AsyncIterable<Uint8Array>,
  { littleEndian, longest }: { readonly littleEndian: boolean; readonly longest: number },
): AsyncGenerator<Received> {
  let rest = new Uint8Array(0);
  for await (const piece of stream) {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    let at = 0;
    while (bytes.length - at >= 4) {
      const length = new DataView(bytes.buffer, at).getUint32(0, littleEndian);
      if (length > longest) {
        yield { kind: "too-long" };
        return;
      }
      if (bytes.length - at - 4 < length) break;
      yield { kind: "body", body: bytes.slice(at + 4, at + 4 + length) };
      at += 4 + length;
    }
    rest = bytes.slice(at);
  }
}
