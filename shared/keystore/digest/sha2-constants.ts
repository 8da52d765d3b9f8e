/**
 * The constants of SHA-2, made as FIPS 180-4 §4.2 and §5.3 define them: the first 64 bits of the fractional parts of
 * square and cube roots of primes. The 32-bit hashes take the upper half of the same numbers, SHA-224 the lower half of
 * SHA-384's.
 */
const primes = firstPrimes(80);

/** 64-bit round constants as pairs of words, upper word first. */
export const roundConstants: Int32Array = pairs(primes.map((prime) => root(prime, 3n)));
/** The initial value of SHA-512, and of SHA-256 in the upper words. */
export const initialFirst: Int32Array = pairs(primes.slice(0, 8).map((prime) => root(prime, 2n)));
/** The initial value of SHA-384, and of SHA-224 in the lower words. */
export const initialSecond: Int32Array = pairs(primes.slice(8, 16).map((prime) => root(prime, 2n)));

export const upperWords = (pairsOfWords: Int32Array): Int32Array => pairsOfWords.filter((_, index) => index % 2 === 0);
export const lowerWords = (pairsOfWords: Int32Array): Int32Array => pairsOfWords.filter((_, index) => index % 2 === 1);

function firstPrimes(count: number): readonly bigint[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found.map(BigInt);
}

/** 64 bits of the fraction of a root: the whole root of the number shifted by 64 bits a degree, less what is above. */
function root(value: bigint, degree: bigint): bigint {
  const shifted = value << (64n * degree);
  let low = 0n;
  for (let bit = 1n << 70n; bit > 0n; bit >>= 1n) if ((low | bit) ** degree <= shifted) low |= bit;
  return BigInt.asUintN(64, low);
}

function pairs(values: readonly bigint[]): Int32Array {
  return Int32Array.from(values.flatMap((value) => [Number(value >> 32n), Number(value & 0xffffffffn)]));
}
