import { fromBase64 } from "../certificate/base64.ts";
import { readLatin1 } from "../certificate/der-string.ts";
import { readPem } from "../certificate/pem.ts";

/** Trust stores of hundreds of certificates have a few hundred kilobytes. */
export const largestKeyFile = 8 << 20;

/** What is armoured in a file, with its label; the file itself, or what it is the base64 of, has none. */
export interface FileBlock {
  readonly label: string | undefined;
  readonly der: Uint8Array;
}

/** The blocks of a PEM file (RFC 7468), or the one thing that a file is. Undefined where a block is broken. */
export function fileBlocks(file: Uint8Array): readonly FileBlock[] | undefined {
  // The head of anything binary that is longer than 127 bytes.
  if (file[0] === 0x30 && (file[1] ?? 0) >= 0x80) return [{ label: undefined, der: file }];
  const text = readLatin1(file);
  const blocks = readPem(text);
  if (blocks.ok) return blocks.value;
  if (blocks.problem.code !== "no-block") return undefined;
  // Forms and secret stores give DER as base64 without armour: "MI" is how a long SEQUENCE begins there.
  const decoded = text.trimStart().startsWith("MI") ? fromBase64(text) : undefined;
  return [{ label: undefined, der: decoded ?? file }];
}
