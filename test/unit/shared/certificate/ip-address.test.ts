import { isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromHex } from "../../../../shared/certificate/hex.ts";
import { formatIpAddress, parseIpAddress } from "../../../../shared/certificate/ip-address.ts";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? expect.fail();

describe("to text", () => {
  test.each<[hex: string, text: string | undefined]>([
    ["c0000201", "192.0.2.1"],
    ["00000000", "0.0.0.0"],
    ["20010db8000000000000000000000001", "2001:db8::1"],
    // RFC 5952 §4.2.2: a single group of zeros is not shortened
    ["20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
    // §4.2.3: the longest run, and of equals the first
    ["20010000000000010000000000000001", "2001:0:0:1::1"],
    ["20010db8000000000001000000000001", "2001:db8::1:0:0:1"],
    ["00000000000000000000000000000000", "::"],
    ["00000000000000000000000000000001", "::1"],
    ["00010000000000000000000000000000", "1::"],
    ["00000000000100010001000100010001", "::1:1:1:1:1:1"],
    ["00100000000000000000000000000100", "10::100"],
    ["fe800000000000000000abcdef012345", "fe80::abcd:ef01:2345"],
    // §5
    ["00000000000000000000ffffc0000201", "::ffff:192.0.2.1"],
    ["", undefined],
    ["c00002", undefined],
    ["c0000201ffffff00", undefined],
    [`${"00".repeat(32)}`, undefined],
  ])("%s is %s", (hex, text) => {
    expect(formatIpAddress(bytes(hex))).toBe(text);
  });

  it("agrees with the URL Standard, which serialises as RFC 5952 §4 has it", () => {
    const group = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(0xffff) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        fc.pre(groups[5] !== 0xffff);
        const full = groups.map((value) => value.toString(16)).join(":");
        const address = Uint8Array.from(groups.flatMap((value) => [value >> 8, value & 0xff]));
        expect(`[${formatIpAddress(address)}]`).toBe(new URL(`http://[${full}]/`).hostname);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("from text", () => {
  test.each<[text: string, hex: string]>([
    ["192.0.2.1", "c0000201"],
    ["::", "00".repeat(16)],
    ["[::1]", `${"00".repeat(15)}01`],
    ["2001:DB8::1", "20010db8000000000000000000000001"],
    ["1:2:3:4:5:6:7:8", "00010002000300040005000600070008"],
    ["1::", `0001${"00".repeat(14)}`],
    ["1:2:3:4:5:6:7::", "00010002000300040005000600070000"],
    ["::ffff:192.0.2.1", "00000000000000000000ffffc0000201"],
    ["64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221"],
    ["1:2:3:4:5:6:192.0.2.1", "000100020003000400050006c0000201"],
  ])("%s", (text, hex) => {
    expect(Buffer.from(parseIpAddress(text) ?? []).toString("hex")).toBe(hex);
  });

  test.each([
    "",
    "example.com",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.01",
    "192.0.2.1.",
    "0x7f.1",
    "3221225985",
    "[192.0.2.1]",
    "[::1",
    "::1]",
    "[]",
    ":",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    ":1:2:3:4:5:6:7",
    "12345::",
    "fe80::1%eth0",
    "::192.0.2.1:1",
    "g::",
    "١٩٢.0.2.1",
  ])("%s is none", (text) => {
    expect(parseIpAddress(text)).toBeUndefined();
  });

  it("agrees with Node on what is an address", () => {
    const near = fc.stringMatching(/^[0-9a-f:.]{1,24}$/);
    fc.assert(
      fc.property(fc.oneof(near, fc.ipV4(), fc.ipV6()), (text) => {
        expect(parseIpAddress(text) !== undefined).toBe(isIP(text) !== 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("comes back from the text of any address", () => {
    const address = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(address, (value) => {
        expect(parseIpAddress(formatIpAddress(value) ?? "")).toEqual(value);
      }),
    );
  });
});
