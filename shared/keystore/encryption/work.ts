import { EncryptionError } from "./encryption-error.ts";

/**
 * In rounds of WebCrypto's PBKDF2: some ten seconds. A file may ask for 2^31 rounds for each of a thousand keys, and
 * what is under way cannot be stopped. A million rounds for everything in a file, as the careful choose, are well within.
 */
export const mostWork = 20_000_000;

/** What deriving keys for one file may cost; every derivation is paid for before it begins. */
export class Work {
  #left: number;

  constructor(most = mostWork) {
    this.#left = most;
  }

  /** Throws `EncryptionError` (`too-much-work`) where less is left. */
  spend(rounds: number): void {
    if (rounds > this.#left) throw new EncryptionError({ code: "too-much-work" });
    this.#left -= rounds;
  }
}

/** What deriving a key needs besides the passphrase and the parameters. */
export interface Derivation {
  readonly crypto: Crypto;
  readonly work: Work;
}
