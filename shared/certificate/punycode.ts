const base = 36;
const tMin = 1;
const tMax = 26;

/**
 * Decodes the part of a label after `xn--` (RFC 3492 §6.2), lower case. Undefined where it is not Punycode.
 * Whether the outcome is a label that IDNA allows is for the caller to find out.
 */
export function decodePunycode(encoded: string): string | undefined {
  const delimiter = encoded.lastIndexOf("-");
  const output = encoded.slice(0, Math.max(delimiter, 0)).split("");
  let codePoint = 128;
  let bias = 72;
  let position = 0;

  for (let at = delimiter + 1; at < encoded.length; ) {
    const before = position;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(encoded.charCodeAt(at++));
      // NaN past the end, too: no comparison with it holds.
      if (!(digit < base)) return undefined;
      position += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff) return undefined;
    }
    const count = output.length + 1;
    bias = adapt(position - before, count, before === 0);
    codePoint += Math.floor(position / count);
    if (codePoint > 0x10ffff) return undefined;
    position %= count;
    output.splice(position++, 0, String.fromCodePoint(codePoint));
  }
  return output.join("");
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digitOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : Number.NaN;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, count: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38));
}
