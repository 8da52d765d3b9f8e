/** TEXT of RFC 5545 §3.3.11. */
export const calendarText = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** UTC date-time of RFC 5545 §3.3.5 (form 2): `20261215T120000Z`. `time` is epoch milliseconds. */
export const calendarTime = (time: number): string =>
  new Date(Math.floor(time / 1000) * 1000).toISOString().replace(/[-:]|\.000/g, "");

const longestLine = 75;

/**
 * Content lines with CRLF, folded at 75 octets (RFC 5545 §3.1) without cutting a character in two: readers decode before
 * they unfold.
 */
export function calendarLines(lines: readonly string[]): string {
  const encoder = new TextEncoder();
  return lines
    .map((line) => {
      let folded = "";
      let octets = 0;
      for (const character of line) {
        const size = encoder.encode(character).length;
        if (octets + size > longestLine) {
          folded += "\r\n ";
          octets = 1;
        }
        folded += character;
        octets += size;
      }
      return `${folded}\r\n`;
    })
    .join("");
}
