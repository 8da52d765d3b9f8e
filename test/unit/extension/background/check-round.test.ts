import { describe, expect, it } from "vitest";
import { type CheckEnd, checkRound, mostWithoutNetwork } from "../../../../extension/src/background/check-round.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { watched } from "../../shared/watch/watched-hosts.ts";

/** A list whose hosts stay due until they were checked; `ends` says how the check of each one ends. */
function listOf(count: number, ends: (host: WatchedHost, nth: number) => CheckEnd = () => "kept") {
  const due = new Map(Array.from({ length: count }, (_, index) => [index, watched(`h${index}.example`)] as const));
  const checked: string[] = [];
  let running = 0;
  let most = 0;
  return {
    checked,
    most: () => most,
    left: () => due.size,
    parts: {
      due: async (wanted: number) => [...due.values()].slice(0, wanted),
      check: async (host: WatchedHost) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, checked.length % 3));
        running -= 1;
        checked.push(host.host);
        const end = ends(host, checked.length);
        if (end !== "not-kept") for (const [key, one] of due) if (one === host) due.delete(key);
        return end;
      },
    },
  };
}

describe("a round of checks", () => {
  it("checks each host once, four at a time, until none is due", async () => {
    const list = listOf(30);
    expect(await checkRound(list.parts)).toBe("done");
    expect(list.checked.toSorted()).toEqual([...new Set(list.checked)].sort());
    expect(list.checked).toHaveLength(30);
    expect(list.most()).toBe(4);
  });

  it("checks nobody twice whose check ended while the list was read", async () => {
    const { checked, parts } = listOf(30);
    const due = async (wanted: number): Promise<readonly WatchedHost[]> => {
      const read = await parts.due(wanted);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return read;
    };
    expect(await checkRound({ ...parts, due })).toBe("done");
    expect(checked.toSorted()).toEqual([...new Set(checked)].sort());
    expect(checked).toHaveLength(30);
  });

  it("ends at once where nothing is due", async () => {
    expect(await checkRound(listOf(0).parts)).toBe("done");
  });

  it("leaves the rest for later when every host speaks of the network", async () => {
    const list = listOf(100, () => "no-network");
    expect(await checkRound(list.parts)).toBe("no-network");
    expect(list.checked.length).toBeLessThanOrEqual(mostWithoutNetwork + 3);
    expect(list.left()).toBeGreaterThan(80);
  });

  it("goes on where some of many do", async () => {
    const list = listOf(100, (_, nth) => (nth % 6 === 0 ? "kept" : "no-network"));
    expect(await checkRound(list.parts)).toBe("done");
  });

  it("does not check for ever what cannot be kept", async () => {
    const list = listOf(100, () => "not-kept");
    expect(await checkRound(list.parts)).toBe("not-kept");
    expect(list.checked.length).toBeLessThanOrEqual(4);
    expect(await checkRound({ ...list.parts, due: async () => undefined })).toBe("not-kept");
  });
});
