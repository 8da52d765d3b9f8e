import { beforeEach, describe, expect, it, vi } from "vitest";
import { tellInTime } from "../../../../extension/src/background/tell-in-time.ts";

const minute = 60_000;
let told: number[];
const tell = async (): Promise<void> => void told.push(Date.now());

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  told = [];
  return () => vi.useRealTimers();
});

describe("telling in time", () => {
  it("tells once of what comes together, within seconds", () => {
    const telling = tellInTime(tell);
    for (let count = 0; count < 100; count += 1) telling.soon();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([5_000]);
  });

  it("tells a long round seldom", () => {
    const telling = tellInTime(tell);
    for (let second = 0; second < 3_600; second += 1) {
      telling.soon();
      vi.advanceTimersByTime(1_000);
    }
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(14);
    expect(told.every((at, index) => index === 0 || at - (told[index - 1] ?? 0) <= 11 * minute)).toBe(true);
  });

  it("keeps nothing back at the end", async () => {
    const telling = tellInTime(tell);
    await telling.end();
    expect(told).toEqual([]);
    telling.soon();
    await telling.end();
    vi.advanceTimersByTime(minute);
    expect(told).toHaveLength(1);
  });
});
