import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DerError, readElement } from "../../../../shared/certificate/der-reader.ts";
import { readTime } from "../../../../shared/certificate/der-time.ts";
import { text } from "../../../support/authority/der.ts";

const utcTime = 0x17;
const generalizedTime = 0x18;

const timeOf = (tag: number, value: string): number => readTime(readElement(text(tag, value)));

describe("a time", () => {
  test.each<[tag: number, value: string, iso: string]>([
    [utcTime, "261122131455Z", "2026-11-22T13:14:55Z"],
    [utcTime, "500101000000Z", "1950-01-01T00:00:00Z"],
    [utcTime, "491231235959Z", "2049-12-31T23:59:59Z"],
    [utcTime, "000229000000Z", "2000-02-29T00:00:00Z"],
    [utcTime, "991231235959Z", "1999-12-31T23:59:59Z"],
    // before 2050 a GeneralizedTime is against RFC 5280, yet clear
    [generalizedTime, "20261122131455Z", "2026-11-22T13:14:55Z"],
    [generalizedTime, "20500101000000Z", "2050-01-01T00:00:00Z"],
    [generalizedTime, "99991231235959Z", "9999-12-31T23:59:59Z"],
    // years that Date.UTC moves into the 20th century
    [generalizedTime, "00500101000000Z", "0050-01-01T00:00:00Z"],
    [generalizedTime, "00000101000000Z", "0000-01-01T00:00:00Z"],
    [generalizedTime, "20240229000000Z", "2024-02-29T00:00:00Z"],
  ])("%i %s is %s", (tag, value, iso) => {
    expect(timeOf(tag, value)).toBe(Date.parse(iso));
  });

  test.each<[tag: number, value: string]>([
    [utcTime, ""],
    [utcTime, "not a time"],
    [utcTime, "2611221314Z"],
    [utcTime, "261122131455"],
    [utcTime, "261122131455z"],
    [utcTime, "261122131455+0100"],
    [utcTime, "261122131455Z\n"],
    [utcTime, " 61122131455Z"],
    [utcTime, "-61122131455Z"],
    [utcTime, "991332000000Z"],
    [utcTime, "260001000000Z"],
    [utcTime, "260100000000Z"],
    [utcTime, "260230000000Z"],
    [utcTime, "250229000000Z"],
    [utcTime, "260431000000Z"],
    [utcTime, "261122240000Z"],
    [utcTime, "261122136000Z"],
    [utcTime, "261231235960Z"],
    [utcTime, "20261122131455Z"],
    [utcTime, "٢٦١١٢٢١٣١٤٥٥Z"],
    [generalizedTime, "261122131455Z"],
    [generalizedTime, "20261122131455"],
    [generalizedTime, "20261122131455.5Z"],
    [generalizedTime, "20261122131455+0100"],
    [generalizedTime, "999991231235959Z"],
    [generalizedTime, "21000229000000Z"],
    [generalizedTime, "9".repeat(100_000)],
    [0x0c, "261122131455Z"],
    [0x02, "261122131455Z"],
  ])("%i %.40s is refused", (tag, value) => {
    expect(() => timeOf(tag, value)).toThrow(DerError);
  });

  it("comes back from either form, to the second", () => {
    const second = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true });
    fc.assert(
      fc.property(second, (date) => {
        const digits = date
          .toISOString()
          .replace(/\.\d+Z$/, "")
          .replace(/\D/g, "");
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(timeOf(generalizedTime, `${digits}Z`)).toBe(seconds);
        const year = date.getUTCFullYear();
        if (year >= 1950 && year < 2050) expect(timeOf(utcTime, `${digits.slice(2)}Z`)).toBe(seconds);
      }),
      {
        examples: [
          [new Date("2026-11-22T13:14:55.999Z")],
          [new Date("1950-01-01")],
          [new Date("2049-12-31T23:59:59Z")],
        ],
      },
    );
  });

  it("of any digits is a date that prints the same, or refused", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (digits) => {
        try {
          const time = timeOf(utcTime, `${digits}Z`);
          expect(
            new Date(time)
              .toISOString()
              .replace(/\.\d+Z$/, "")
              .replace(/\D/g, "")
              .slice(2),
          ).toBe(digits);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
