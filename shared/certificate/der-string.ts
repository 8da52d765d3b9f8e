import { body, type DerElement } from "./der-reader.ts";

// Invalid UTF-8 becomes U+FFFD; a byte order mark stays, to be made visible like every other invisible character.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a DER string as it stands: hostile. Undefined where the element is no string.
 * T61 is read as Latin-1, which is what those who still issue it mean; so are the ASCII types beyond ASCII.
 */
export function readString(element: DerElement): string | undefined {
  const bytes = body(element);
  switch (element.tag) {
    case 0x0c: // UTF8String
      return utf8.decode(bytes);
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // TeletexString (T61String)
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return readLatin1(bytes);
    case 0x1c: // UniversalString
      return readWide(bytes, 4);
    case 0x1e: // BMPString
      return readWide(bytes, 2);
    default:
      return undefined;
  }
}

/** One character a byte. Not `TextDecoder("latin1")`: that is Windows-1252 and changes 0x80 to 0x9F. */
export function readLatin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Big-endian units of two (UTF-16) or four bytes (UTF-32); undefined where the last one is not whole. */
function readWide(bytes: Uint8Array, width: 2 | 4): string | undefined {
  if (bytes.length % width !== 0) return undefined;
  let text = "";
  for (let at = 0; at < bytes.length; at += width) {
    let unit = 0;
    for (let index = 0; index < width; index++) unit = unit * 256 + (bytes[at + index] ?? 0);
    // A surrogate of its own stays one, as in any JavaScript string; nothing lies beyond U+10FFFF.
    text += unit > 0x10ffff ? "\ufffd" : String.fromCodePoint(unit);
  }
  return text;
}
