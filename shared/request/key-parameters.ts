import type { PublicKey } from "../certificate/certificate.ts";

/** One kind of key: how WebCrypto makes it, how it signs, and what the user reads about it. */
export interface KeyParameters {
  readonly label: string;
  /** One sentence for the chooser. */
  readonly note: string;
  readonly generate: EcKeyGenParams | RsaHashedKeyGenParams | Algorithm;
  readonly sign: EcdsaParams | Algorithm;
  /** Algorithm parameters to import the same key from PKCS#8 or SPKI. */
  readonly importAs: EcKeyImportParams | RsaHashedImportParams | Algorithm;
}

/**
 * RSA is offered at the three sizes that every authority takes, with the exponent 65537: the Baseline Requirements
 * §6.1.5-6 allow more, Let's Encrypt does not (boulder goodkey/good_key.go). P-521 is refused by Let's Encrypt, Ed25519
 * by every public authority (§6.1.5, "No other algorithms or key sizes are permitted"), so neither has a row yet.
 */
const rsa = (modulusLength: number, label: string, note: string): KeyParameters => ({
  label,
  note,
  generate: {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: "SHA-256",
  },
  sign: { name: "RSASSA-PKCS1-v1_5" },
  importAs: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
});

const ec = (namedCurve: string, hash: string, label: string, note: string): KeyParameters => ({
  label,
  note,
  generate: { name: "ECDSA", namedCurve },
  sign: { name: "ECDSA", hash },
  importAs: { name: "ECDSA", namedCurve },
});

/** The keys on offer, in the order of the chooser. A new kind is a new row. */
export const keyParameters = {
  "ec-p256": ec("P-256", "SHA-256", "EC P-256", "Small and fast. Every current browser and server takes it."),
  "rsa-2048": rsa(2048, "RSA 2048", "For old servers and appliances that cannot use EC keys."),
  "rsa-3072": rsa(3072, "RSA 3072", "Where a policy asks for more than 2048 bits."),
  "rsa-4096": rsa(
    4096,
    "RSA 4096",
    "The largest that every authority takes. Slower to make and for the server to use.",
  ),
} as const satisfies Readonly<Record<string, KeyParameters>>;

export type KeyChoice = keyof typeof keyParameters;

export const defaultKeyChoice: KeyChoice = "ec-p256";

/** All choices in the order of the chooser. */
export const keyChoices: readonly KeyChoice[] = ["ec-p256", "rsa-2048", "rsa-3072", "rsa-4096"];

/** Whether a text (of a form, a setting, an argument) names a key on offer. */
export const isKeyChoice = (text: string): text is KeyChoice => Object.hasOwn(keyParameters, text);

/** The choice of the same kind and size as a certificate's key; undefined where none is on offer. */
export function keyChoiceLike(key: Pick<PublicKey, "algorithm" | "bits" | "curve">): KeyChoice | undefined {
  if (key.algorithm === "ec" && key.curve === "P-256") return "ec-p256";
  const rsaChoice = `rsa-${key.bits}`;
  return key.algorithm === "rsa" && isKeyChoice(rsaChoice) ? rsaChoice : undefined;
}

/**
 * Makes a new signing key pair. It is extractable, since the private key has to reach the user's server: export it once
 * and let go of it. Throws what WebCrypto throws (a key that the platform cannot make, no randomness).
 */
export async function generateKeyPair(choice: KeyChoice, crypto: Crypto): Promise<CryptoKeyPair> {
  const parameters: KeyParameters = keyParameters[choice];
  const keys = await crypto.subtle.generateKey(parameters.generate, true, ["sign", "verify"]);
  if (!("privateKey" in keys)) throw new TypeError(`${choice} is not a key pair`);
  return keys;
}
