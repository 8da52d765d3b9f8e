/** A cipher of eight-byte blocks with its key set. `at` is where the block begins; it is changed in place. */
export interface BlockCipher {
  readonly encrypt: (bytes: DataView<ArrayBuffer>, at: number) => void;
  readonly decrypt: (bytes: DataView<ArrayBuffer>, at: number) => void;
}

export const blockBytes = 8;
