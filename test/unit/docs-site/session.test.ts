import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forget, recall, remember } from "../../../docs-site/src/personalisation/session.ts";

const key = "notafter-personalisation";
let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what a tab remembers", () => {
  test("comes back, without where to scroll and what to suggest", () => {
    remember({ values: { domain: "a.example", file: "a" }, at: "step", suggestion: "nginx" });
    expect(recall()).toEqual({ values: { domain: "a.example", file: "a" } });
  });

  test.each(["", "v=1&d=$(id)", "v=1&d=a.example&cmd=x", '{"domain":"a.example"}'])(
    "is checked again: %j is nothing",
    (stored) => {
      kept.set(key, stored);
      expect(recall()).toBeUndefined();
    },
  );

  test("is gone when forgotten", () => {
    remember({ values: { domain: "a.example" } });
    forget();
    expect(recall()).toBeUndefined();
  });

  test("is nothing where the browser blocks storage", () => {
    vi.stubGlobal("sessionStorage", undefined);
    remember({ values: { domain: "a.example" } });
    expect(recall()).toBeUndefined();
    expect(() => forget()).not.toThrow();
  });
});
