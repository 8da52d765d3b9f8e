import type { PassphraseProblem } from "../../../../../shared/keystore/passphrase.ts";
import type { PassphraseStrength } from "../../../../../shared/keystore/passphrase-strength.ts";

/** Texts of the fields in which a new passphrase is chosen. */
export const passphraseTexts = {
  passphrase: "Passphrase",
  again: "The same once more",
  show: "Show what I type",
  strength: {
    weak: "Weak: a stranger with the file could guess it.",
    fair: "Fair: it keeps one attacker busy for years.",
    strong: "Strong.",
  } satisfies Record<PassphraseStrength["level"], string>,
  strengthHelp: "Four or five words that do not belong together are easy to keep and hard to guess.",
  problems: {
    empty: "Write a passphrase.",
    "too-short": "Use at least 8 characters.",
    "too-long": "That is too long for the programs that will open the file. Use at most 1000 bytes.",
    "control-character":
      "It contains a tab, a line end or another control character. Programs cannot read that from a prompt.",
    "not-text": "It contains half a character. Type it again.",
    mismatch: "The two are not the same. Nothing was made. Type the second one again.",
  } satisfies Record<PassphraseProblem["code"], string>,
};
