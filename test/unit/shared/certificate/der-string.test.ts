import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readElement } from "../../../../shared/certificate/der-reader.ts";
import { readLatin1, readString } from "../../../../shared/certificate/der-string.ts";
import { fromHex } from "../../../../shared/certificate/hex.ts";
import { text, tlv } from "../../../support/authority/der.ts";

test.each<[kind: string, tag: number, hex: string, value: string | undefined]>([
  ["UTF8String", 0x0c, "42c3bc636865720a", "Bücher\n"],
  ["UTF8String with a byte order mark", 0x0c, "efbbbf41", "\ufeffA"],
  ["UTF8String that is not UTF-8", 0x0c, "41ff42", "A\ufffdB"],
  ["UTF8String with a surrogate", 0x0c, "eda080", "\ufffd\ufffd\ufffd"],
  ["UTF8String without text", 0x0c, "", ""],
  ["NumericString", 0x12, "303132", "012"],
  ["PrintableString", 0x13, "4578616d706c65", "Example"],
  ["PrintableString beyond ASCII", 0x13, "42fc", "Bü"],
  ["TeletexString as Latin-1", 0x14, "42fc636865728099", "Bücher\x80\x99"],
  ["IA5String", 0x16, "6140622e63", "a@b.c"],
  ["VisibleString", 0x1a, "41", "A"],
  ["UniversalString", 0x1c, "000000410001f512", "A🔒"],
  ["UniversalString beyond Unicode", 0x1c, "7fffffff00110000", "\ufffd\ufffd"],
  ["UniversalString that is not whole", 0x1c, "00000041ff", undefined],
  ["BMPString", 0x1e, "004100fc4f8b", "Aü例"],
  ["BMPString with a pair of surrogates", 0x1e, "d83ddd12", "🔒"],
  ["BMPString with a lone surrogate", 0x1e, "d83d0041", "\ud83dA"],
  ["BMPString that is not whole", 0x1e, "0041ff", undefined],
  ["INTEGER", 0x02, "41", undefined],
  ["constructed string of BER", 0x2c, "0c0141", undefined],
])("%s", (_, tag, hex, value) => {
  expect(readString(readElement(tlv(tag, fromHex(hex) ?? expect.fail())))).toBe(value);
});

it("gives back any text that was written as UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      expect(readString(readElement(text(0x0c, value)))).toBe(value);
    }),
  );
});

it("reads a megabyte", () => {
  const bytes = new Uint8Array(1 << 20).fill(0xe4);
  expect(readLatin1(bytes)).toBe("ä".repeat(1 << 20));
});
