import { bytesOf, type Dialogue, ready, refused, textOf, unexpected } from "./dialogue.ts";

/** RFC 4511 §4.14: an ExtendedRequest with this name. */
const startTlsName = bytesOf("1.3.6.1.4.1.1466.20037");
const request = Uint8Array.of(0x30, 29, 0x02, 1, 1, 0x77, 24, 0x80, startTlsName.length, ...startTlsName);

interface Element {
  readonly tag: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** BER with a definite length of at most four octets (RFC 4511 §5.1). Undefined: more bytes are needed. */
function element(bytes: Uint8Array, start: number): Element | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, bodyStart: start + 2, end: start + 2 + first };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4) return { tag: 0, bodyStart: start + 2, end: start + 2 };
  let length = 0;
  for (let at = 0; at < octets; at++) {
    const octet = bytes[start + 2 + at];
    if (octet === undefined) return undefined;
    length = length * 256 + octet;
  }
  return { tag, bodyStart: start + 2 + octets, end: start + 2 + octets + length };
}

const message = (received: Uint8Array): number | undefined => {
  const whole = element(received, 0);
  if (whole === undefined) return undefined;
  // What is no sequence ends at once: there is no point in waiting for the rest of it.
  if (whole.tag !== 0x30) return received.length;
  return whole.end <= received.length ? whole.end : undefined;
};

export function* ldap(): Dialogue {
  const answer = yield { say: request, awaits: message };
  const whole = element(answer, 0);
  const id = whole?.tag === 0x30 ? element(answer, whole.bodyStart) : undefined;
  const response = id?.tag === 0x02 ? element(answer, id.end) : undefined;
  // [APPLICATION 24] ExtendedResponse
  const result = response?.tag === 0x78 ? element(answer, response.bodyStart) : undefined;
  if (response === undefined || result?.tag !== 0x0a || result.end > answer.length)
    return unexpected(textOf(answer.subarray(0, 60)));
  if (result.end === result.bodyStart + 1 && answer[result.bodyStart] === 0) return ready;
  return refused(
    textOf(answer.subarray(result.end, response.end))
      .replace(/[^ -~]+/g, " ")
      .trim(),
  );
}
