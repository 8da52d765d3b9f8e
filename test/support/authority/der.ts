/** One DER value: tag byte, length, contents. Nothing is checked: what is written may be wrong on purpose. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  return Uint8Array.from([tag, ...lengthBytes(body.length), ...body]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...contents);

/** Text as UTF-8 bytes under any string tag: 0x0c UTF8String, 0x13 PrintableString, 0x16 IA5String, 0x17 UTCTime, 0x18 GeneralizedTime. */
export const text = (tag: number, value: string): Uint8Array => tlv(tag, new TextEncoder().encode(value));

/** OBJECT IDENTIFIER from dotted text (X.690 §8.19). */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80);
    return groups;
  });
  return tlv(0x06, Uint8Array.from(bytes));
}

/** INTEGER from unsigned big-endian bytes: a zero is put in front of a high bit, needless zeros go (X.690 §8.3). */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const significant = from < 0 ? Uint8Array.of(0) : bytes.slice(from);
  return tlv(0x02, (significant[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...significant) : significant);
}
