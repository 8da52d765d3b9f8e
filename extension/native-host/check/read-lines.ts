import { longestLine } from "../../../shared/watch/host-list.ts";

/**
 * The lines of a byte stream, whatever ends them; UTF-8, or UTF-16 where its byte order mark says so. What is beyond
 * `longestLine` of a line is dropped but for one character, which shows that it is too long: memory does not grow with it.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let rest = "";
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    decoder ??= new TextDecoder(encodingOf(chunk));
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/[\r\n]/);
    rest = (lines.pop() ?? "").slice(0, longestLine + 1);
    yield* lines;
  }
  rest += decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
