import { toHex } from "./hex.ts";

/** SHA-256 of the bytes (for a certificate: of its whole DER) as lower-case hex. */
export async function sha256Hex(der: Uint8Array): Promise<string> {
  // A copy, because WebCrypto's type takes no view of shared memory.
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(der))));
}

/** `9f2c…` as people compare it: `9F:2C:…`. */
export const colonHex = (hex: string): string => hex.toUpperCase().replace(/..(?=.)/g, "$&:");
