export interface PassphraseStrength {
  /** Estimated log2 of the guesses that an attacker who knows how people choose needs; rounded down. */
  readonly bits: number;
  readonly level: "weak" | "fair" | "strong";
}

/**
 * One current graphics card tries about 15,000 passphrases a second against 600,000 rounds of PBKDF2-HMAC-SHA-256
 * (hashcat's published benchmarks, mode 10900: some 9 million a second at 999 rounds). 45 bits keep it busy for some 37
 * years on average, a rack of a hundred for four months; 65 bits are out of reach of anybody's racks.
 */
export const fairBits = 45;
export const strongBits = 65;

/** What lists of leaked passwords begin with. Any of them costs an attacker nothing worth counting. */
const commonWords = [
  "password passwort passphrase qwertyuiop qwertzuiop qwerty qwertz azerty asdfghjkl asdf zxcvbn letmein",
  "welcome admin administrator root login changeme secret geheim hallo hello iloveyou monkey dragon master",
  "sunshine princess football baseball superman batman trustno summer winter spring autumn sommer january",
  "february march april june july august september october november december server certificate ssl tls test",
  "temp default notafter",
].flatMap((line) => line.split(" "));
const commonWord = new RegExp(commonWords.sort((a, b) => b.length - a.length).join("|"), "y");
const year = /(?:19|20)\d\d/y;
const letters = /\p{L}+/uy;

const commonWordBits = 6;
const yearBits = 6;
/** A word of a list of 7776 (diceware). */
const wordBits = 12.9;
const followingBits = 1;

/**
 * A low estimate of a passphrase's strength, without a dictionary: known words and years count little, anything that
 * reads like a word counts as one word of a list, runs and repetitions count a bit a character, and only what looks
 * random counts by its alphabet.
 */
export function estimateStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize("NFC");
  const bits = Math.floor(countBits(text));
  return { bits, level: bits >= strongBits ? "strong" : bits >= fairBits ? "fair" : "weak" };
}

function countBits(text: string): number {
  const plain = unleet(text.toLowerCase());
  // Characters whose lower case has another length shift the two texts against each other: then the lower case is all
  // there is to look at.
  const source = plain.length === text.length ? text : plain;
  const seen = new Set<string>();
  let bits = 0;
  let index = 0;
  while (index < source.length) {
    const [taken, worth] = tokenAt(source, plain, index);
    const token = plain.slice(index, index + taken);
    bits += seen.has(token) ? followingBits : worth;
    if (taken > 1) seen.add(token);
    index += taken;
  }
  return bits;
}

/** How many characters the next token has, and its bits. */
function tokenAt(source: string, plain: string, index: number): readonly [number, number] {
  const known = matchAt(commonWord, plain, index);
  if (known > 0) return [known, commonWordBits + caseBits(source.slice(index, index + known))];
  const date = matchAt(year, source, index);
  if (date > 0) return [date, yearBits];
  const word = matchAt(letters, source, index);
  const text = source.slice(index, index + word);
  if (word >= 3 && readsLikeWord(text)) return [word, Math.min(wordBits, word * 4.7) + caseBits(text)];
  return [1, follows(source, index) ? followingBits : Math.log2(alphabetOf(source))];
}

function matchAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0].length ?? 0;
}

const caseBits = (text: string): number =>
  /^\p{Ll}*$/u.test(text) ? 0 : /^\p{Lu}?\p{Ll}*$|^\p{Lu}*$/u.test(text) ? 1 : 4;

/**
 * Vowels as often and consonants in clusters as short as in a language: random letters seldom pass, and if they do the
 * estimate is low, not high.
 */
function readsLikeWord(text: string): boolean {
  if (/[^A-Za-z]/.test(text)) return true;
  const vowels = text.match(/[aeiouy]/gi)?.length ?? 0;
  const changesCase = /\p{Ll}\p{Lu}/u.test(text.slice(1)) && !/^(\p{Lu}?\p{Ll}+)+$/u.test(text);
  return !changesCase && vowels >= text.length * 0.2 && vowels <= text.length * 0.7 && !/[^aeiouy]{5}/i.test(text);
}

/** The same character again, or the next one of the alphabet or of the digits, up or down. */
function follows(text: string, index: number): boolean {
  return index > 0 && Math.abs(text.charCodeAt(index) - text.charCodeAt(index - 1)) <= 1;
}

function alphabetOf(text: string): number {
  const sizes: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^A-Za-z\d]/, 20],
  ];
  return Math.max(
    2,
    sizes.reduce((size, [pattern, more]) => size + (pattern.test(text) ? more : 0), 0),
  );
}

const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const unleet = (text: string): string => text.replace(/[013457@$!]/g, (character) => leet[character] ?? character);
