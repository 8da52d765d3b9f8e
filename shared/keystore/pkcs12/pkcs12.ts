import type { EncryptionProblem } from "../encryption/encryption-error.ts";

/** What a file says of a certificate or a key. Hostile text. */
export interface BagAttributes {
  /** The alias in Java, the name that Windows shows. */
  readonly friendlyName?: string;
  /** Lower-case hex; a key and its certificate have the same. */
  readonly localKeyId?: string;
}

export interface Pkcs12Certificate extends BagAttributes {
  /** As it stands in the file: not looked into. */
  readonly der: Uint8Array<ArrayBuffer>;
}

export interface Pkcs12Key extends BagAttributes {
  /** DER of the PrivateKeyInfo. The caller overwrites it when done. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
}

/** A key that stayed closed while the rest of the file was opened: Java lets it have a passphrase of its own. */
export interface Pkcs12UnopenedKey extends BagAttributes {
  readonly problem: Pkcs12Problem;
}

/** The contents of a PKCS#12 file (PFX), in the order of the file; what is there twice, once. */
export interface Pkcs12 {
  readonly certificates: readonly Pkcs12Certificate[];
  readonly keys: readonly Pkcs12Key[];
  readonly unopenedKeys: readonly Pkcs12UnopenedKey[];
  /** Whether the file has a seal by passphrase, which fitted. Without one nothing shows that the file is as it was. */
  readonly sealed: boolean;
}

/**
 * `needs-passphrase`: the empty one was given and did not open it. `wrong-passphrase`: neither the seal nor what is
 * encrypted fits. `damaged`: broken structure, or the passphrase opens what is encrypted and the seal does not fit.
 * `too-long`: over `largestKeyFile`.
 */
export type Pkcs12Problem =
  | { readonly code: "not-pkcs12" | "needs-passphrase" | "wrong-passphrase" | "damaged" | "too-long" }
  | EncryptionProblem;
