export const keyTypes = ["ec-p256", "ec-p384", "rsa-1024", "rsa-2048", "rsa-3072", "rsa-4096", "ed25519"] as const;
export type KeyType = (typeof keyTypes)[number];

/** A fresh extractable key pair for signing. `rsa-1024` is there to be refused. */
export async function makeKeys(type: KeyType): Promise<CryptoKeyPair> {
  if (type === "ed25519") return pair(await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]));
  if (type === "ec-p256" || type === "ec-p384") {
    const namedCurve = type === "ec-p256" ? "P-256" : "P-384";
    return crypto.subtle.generateKey({ name: "ECDSA", namedCurve }, true, ["sign", "verify"]);
  }
  const rsa = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: Number(type.slice("rsa-".length)),
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  return crypto.subtle.generateKey(rsa, true, ["sign", "verify"]);
}

function pair(keys: CryptoKey | CryptoKeyPair): CryptoKeyPair {
  if ("privateKey" in keys) return keys;
  throw new TypeError("A signature algorithm makes a pair.");
}

/** The algorithm with which these keys sign, for WebCrypto and for `@peculiar/x509`. */
export const signingAlgorithm = (keys: CryptoKeyPair, hash: string) => ({ name: keys.privateKey.algorithm.name, hash });
