import { describe, expect, it } from "vitest";
import { shareLeft } from "../../../../shared/verdict/share-left.ts";

const day = 86_400_000;

describe("the share of a life that is left", () => {
  it.each([
    [0.25, { remaining: 25 * day, lifetime: 100 * day }],
    [0, { remaining: -day, lifetime: 100 * day }],
    [1, { remaining: 500 * day, lifetime: 100 * day }],
    [1, { remaining: day, lifetime: 0 }],
    [1, {}],
  ])("is %d", (share, verdict) => {
    expect(shareLeft(verdict)).toBe(share);
  });
});
