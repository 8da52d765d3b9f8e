/**
 * The bytes behind the head of a SEQUENCE, whatever its length says: to recognise files by how they begin, which cut
 * ones do too. Undefined where bytes begin with something else.
 */
export function sequenceBody(bytes: Uint8Array): Uint8Array | undefined {
  const length = bytes[1] ?? 0;
  return bytes[0] === 0x30 ? bytes.subarray(length > 0x80 ? 2 + (length & 0x7f) : 2) : undefined;
}
