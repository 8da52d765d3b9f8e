/**
 * What the URL standard makes of a host: lower case, A-labels (UTS 46), canonical addresses. Undefined where it refuses
 * it.
 */
export function toAsciiHost(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}
