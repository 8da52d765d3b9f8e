import { readLatin1 } from "./der-string.ts";

/** RFC 4648 §4 with padding, on one line. */
export const toBase64 = (bytes: Uint8Array): string => btoa(readLatin1(bytes));

/** RFC 4648 §4; white space anywhere and missing padding are tolerated. Undefined for anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
