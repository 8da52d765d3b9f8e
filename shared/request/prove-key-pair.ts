import { decryptPrivateKey } from "../keystore/encrypted-private-key.ts";
import { type KeyChoice, type KeyParameters, keyParameters } from "./key-parameters.ts";

export interface KeyPairClaim {
  /** PEM of the encrypted private key, as it is going to be saved. */
  readonly encryptedKeyPem: string;
  readonly passphrase: string;
  /** DER of the SubjectPublicKeyInfo of the request. */
  readonly spki: Uint8Array<ArrayBuffer>;
  readonly choice: KeyChoice;
  readonly crypto: Crypto;
}

/**
 * Opens the encrypted key again with its passphrase and signs with what is inside; the request's public key must verify
 * it. So the file that the user keeps is shown to be the key of the request, whatever happened between. Resolves to
 * false for anything else.
 */
export async function proveKeyPair({
  encryptedKeyPem,
  passphrase,
  spki,
  choice,
  crypto,
}: KeyPairClaim): Promise<boolean> {
  const opened = await decryptPrivateKey(encryptedKeyPem, passphrase, crypto);
  if (!opened.ok) return false;
  const { importAs, sign }: KeyParameters = keyParameters[choice];
  try {
    const privateKey = await crypto.subtle.importKey("pkcs8", opened.value, importAs, false, ["sign"]);
    const publicKey = await crypto.subtle.importKey("spki", spki, importAs, false, ["verify"]);
    const challenge = crypto.getRandomValues(new Uint8Array(32));
    return await crypto.subtle.verify(
      sign,
      publicKey,
      await crypto.subtle.sign(sign, privateKey, challenge),
      challenge,
    );
  } catch {
    return false; // WebCrypto throws where the bytes are no such key: then it is not proven.
  } finally {
    opened.value.fill(0);
  }
}
