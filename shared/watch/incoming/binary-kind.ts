/** What bytes are that are no text. */
export type BinaryKind =
  | "certificate"
  | "pkcs7"
  | "pkcs12"
  | "private-key"
  | "request"
  | "key-store"
  | "spreadsheet"
  | "unknown";

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte);

/** 1.2.840.113549.1.7.2, signedData. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** Told by the first bytes, of which others read the rest: DER, or BER with lengths that are not told beforehand. */
export function binaryKind(bytes: Uint8Array): BinaryKind {
  // Java's key stores (JKS, JCEKS); Office Open XML is a ZIP file, the spreadsheets before it OLE.
  if (startsWith(bytes, 0xfe, 0xed, 0xfe, 0xed) || startsWith(bytes, 0xce, 0xce, 0xce, 0xce)) return "key-store";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "spreadsheet";
  const inner = within(bytes);
  if (inner === undefined) return "unknown";
  if (startsWith(inner, ...signedData)) return "pkcs7";
  // PFX ::= SEQUENCE { version INTEGER {v3(3)}, … } (RFC 7292 §4); keys are of version 0 or 1 (RFC 5958, 8017, 5915).
  if (startsWith(inner, 0x02, 0x01, 0x03, 0x30)) return "pkcs12";
  if (startsWith(inner, 0x02, 0x01, 0x00) || startsWith(inner, 0x02, 0x01, 0x01)) return "private-key";
  const innermost = within(inner);
  if (innermost === undefined) return "unknown";
  // EncryptedPrivateKeyInfo begins with an algorithm; a request with its version, a certificate of version 3 with a tag.
  if (innermost[0] === 0x06) return "private-key";
  if (startsWith(innermost, 0x02, 0x01, 0x00, 0x30)) return "request";
  return innermost[0] === 0xa0 || innermost[0] === 0x02 ? "certificate" : "unknown";
}

/** What follows the head of a SEQUENCE. */
function within(bytes: Uint8Array): Uint8Array | undefined {
  const length = bytes[1];
  if (bytes[0] !== 0x30 || length === undefined) return undefined;
  return bytes.subarray(length > 0x80 ? 2 + (length & 0x7f) : 2);
}
