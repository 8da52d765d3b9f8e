/** A new passphrase as it is typed. */
export interface PassphraseDraft {
  readonly first: string;
  readonly second: string;
  /** Typed for all to see. */
  readonly shown: boolean;
  /** It was to be used, and is told what is wrong with it since. */
  readonly tried: boolean;
}

export const noPassphrase: PassphraseDraft = { first: "", second: "", shown: false, tried: false };

/** What was changed in its fields. */
export type TypedPassphrase = Partial<Omit<PassphraseDraft, "tried">>;
