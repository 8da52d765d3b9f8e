import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { BlockCipher } from "../../../../../shared/keystore/cipher/block-cipher.ts";
import { decryptCbc, encryptCbc } from "../../../../../shared/keystore/cipher/cbc.ts";
import { des, tripleDes } from "../../../../../shared/keystore/cipher/des.ts";
import { rc2 } from "../../../../../shared/keystore/cipher/rc2.ts";
import { rc4 } from "../../../../../shared/keystore/cipher/rc4.ts";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));
const hex = (data: Uint8Array) => Buffer.from(data).toString("hex");

function checkBlock(cipher: BlockCipher, plain: string, encrypted: string) {
  const block = bytes(plain);
  const view = new DataView(block.buffer);
  cipher.encrypt(view, 0);
  expect(hex(block)).toBe(encrypted);
  cipher.decrypt(view, 0);
  expect(hex(block)).toBe(plain);
}

test.each([
  // FIPS 81 appendix B; NIST SP 800-17 appendix A and B: variable plaintext, variable key, substitution tables.
  ["0123456789abcdef", "4e6f772069732074", "3fa40e8a984d4815"],
  ["0101010101010101", "8000000000000000", "95f8a5e5dd31d900"],
  ["0101010101010101", "0000000000000001", "166b40b44aba4bd6"],
  ["8001010101010101", "0000000000000000", "95a8d72813daa94d"],
  ["7ca110454a1a6e57", "01a1d6d039776742", "690f5b0d9a26939b"],
  ["0131d9619dc1376e", "5cd54ca83def57da", "7a389d10354bd271"],
])("DES with %s makes %s into %s", (key, plain, encrypted) => checkBlock(des(bytes(key)), plain, encrypted));

test.each([
  // RFC 2268 §5.
  ["0000000000000000", 63, "0000000000000000", "ebb773f993278eff"],
  ["ffffffffffffffff", 64, "ffffffffffffffff", "278b27e42e2f0d49"],
  ["3000000000000000", 64, "1000000000000001", "30649edf9be7d2c2"],
  ["88", 64, "0000000000000000", "61a8a244adacccf0"],
  ["88bca90e90875a", 64, "0000000000000000", "6ccf4308974c267f"],
  ["88bca90e90875a7f0f79c384627bafb2", 64, "0000000000000000", "1a807d272bbe5db1"],
  ["88bca90e90875a7f0f79c384627bafb2", 128, "0000000000000000", "2269552ab0f85ca6"],
  ["88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e", 129, "0000000000000000", "5b78d3a43dfff1f1"],
])("RC2 with %s, of which %i bits count, makes %s into %s", (key, bits, plain, encrypted) =>
  checkBlock(rc2(bytes(key), bits), plain, encrypted),
);

test.each([
  ["4b6579", "506c61696e74657874", "bbf316e8d940af0ad3"],
  // RFC 6229 §2, keys of 40 and 128 bits.
  ["0102030405", "00".repeat(16), "b2396305f03dc027ccc3524a0a1118a8"],
  ["0102030405060708090a0b0c0d0e0f10", "00".repeat(16), "9ac7cc9a609d1ef7b2932899cde41b97"],
])("RC4 with %s makes %s into %s", (key, plain, encrypted) => {
  expect(hex(rc4(bytes(key), bytes(plain)))).toBe(encrypted);
  expect(hex(rc4(bytes(key), bytes(encrypted)))).toBe(plain);
});

describe("block chaining", () => {
  it("gives what OpenSSL gives for triple DES, and gives it back", () => {
    const block = fc.uint8Array({ minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), block, fc.uint8Array(), (key, iv, plain) => {
        const openssl = createCipheriv("des-ede3-cbc", key, iv);
        const expected = hex(Buffer.concat([openssl.update(plain), openssl.final()]));
        const encrypted = encryptCbc(tripleDes(key), iv, plain);
        expect(hex(encrypted)).toBe(expected);
        expect(hex(decryptCbc(tripleDes(key), iv, encrypted) ?? new Uint8Array())).toBe(hex(plain));
      }),
    );
  });

  it("does not open what is not whole blocks, or has no padding at its end", () => {
    const cipher = des(bytes("0123456789abcdef"));
    const iv = new Uint8Array(8);
    const encrypted = encryptCbc(cipher, iv, Uint8Array.of(1, 2, 3));
    expect(decryptCbc(cipher, iv, new Uint8Array())).toBeUndefined();
    expect(decryptCbc(cipher, iv, encrypted.subarray(0, 7))).toBeUndefined();
    for (const wrong of [0, 9, 0xff]) {
      const plain = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, wrong);
      expect(decryptCbc(cipher, iv, encryptCbc(cipher, iv, plain).subarray(0, 8))).toBeUndefined();
    }
    const uneven = encryptCbc(cipher, iv, Uint8Array.of(1, 2, 3, 4, 5, 6, 4, 3)).subarray(0, 8);
    expect(decryptCbc(cipher, iv, uneven)).toBeUndefined();
  });

  it("takes three keys for triple DES and nothing else", () => {
    const key = bytes("0123456789abcdef23456789abcdef01456789abcdef0123");
    checkBlock(tripleDes(key), "6bc1bee22e409f96", "714772f339841d34");
  });
});
