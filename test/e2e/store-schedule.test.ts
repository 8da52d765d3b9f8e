import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueChecks, nextWake } from "../../shared/watch/check-schedule.ts";
import { stableShare } from "../../shared/watch/stable-hash.ts";
import type { WatchedHost } from "../../shared/watch/watched-host.ts";
import { day, now, watched } from "../unit/shared/watch/watched-hosts.ts";
import {
  type BareBrowser,
  newProfile,
  type Profile,
  type Store,
  type StorePage,
  serveStorePage,
  startBare,
} from "./store-page.ts";

/** What the page's script defines; functions given to `evaluate` see it there. */
declare const store: Store;

let site: StorePage;
beforeAll(async () => {
  site = await serveStorePage();
});
afterAll(() => site.close());

/** Hosts whose plans lie around `now`, some of them made under a wrong clock; the same for the same seed. */
const plannedHosts = (seed: number, count: number): readonly WatchedHost[] =>
  Array.from({ length: count }, (_, index) => {
    const share = (what: string) => stableShare(`${seed} ${what} ${index}`);
    const wrong = share("clock");
    return watched(`h${index}.seed${seed}.example`, {
      nextCheckAt: Math.round(now + (share("plan") * 2 - 0.5) * day * (wrong < 0.1 ? 30 : 1)),
      ...(share("checked") < 0.7 && {
        lastCheck: { at: Math.round(now - share("check") * day * (wrong > 0.9 ? -30 : 1)), outcome: "seen" as const },
      }),
    });
  });

describe.each(["chromium", "firefox"] as const)("the store's schedule in %s", (kind) => {
  let profile: Profile;
  let browser: BareBrowser;
  let page: Page;
  beforeAll(async () => {
    profile = await newProfile(kind);
    browser = await startBare(kind, profile);
    page = await browser.open(site.origin);
  });
  afterAll(async () => {
    await browser.close();
    await profile.remove();
  });

  it("finds by its indexes the hosts that the pure decision finds in the whole list", async () => {
    const lists = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => plannedHosts(seed, seed * 12));
    const found = await page.evaluate(
      async (all, at) => {
        const results: unknown[] = [];
        for (const [index, hosts] of all.entries()) {
          const opened = await store.openDatabase({ name: `schedule-${index}` });
          if (!opened.ok) return [opened.problem.code];
          await store.importHosts(opened.value, hosts);
          // What no reader takes stands in front of all others, and must not hold them up.
          await opened.value.put("hosts", { id: "broken", nextCheckAt: 0 });
          const due = await store.dueHosts(opened.value, at, 1000);
          const four = await store.dueHosts(opened.value, at, 4);
          const next = await store.nextCheckTime(opened.value, at);
          opened.value.close();
          const ids = (result: typeof due) => (result.ok ? result.value.map(({ id }) => id) : []);
          results.push({ due: ids(due), four: ids(four), next: next.ok ? (next.value ?? "none") : next });
        }
        return results;
      },
      lists,
      now,
    );
    const expected = lists.map((hosts) => {
      const due = dueChecks(hosts, now, new Set(), { atOnce: 1000 }).map(({ id }) => id);
      return { due: due.toSorted(), late: hosts.filter(({ nextCheckAt }) => nextCheckAt <= now).length, all: due };
    });
    expect(found).toHaveLength(lists.length);
    for (const [index, { due, late, all }] of expected.entries()) {
      expect(found[index]).toMatchObject({ next: nextWake(lists[index] ?? [], now) ?? "none" });
      const { due: byIndex, four } = found[index] as { due: string[]; four: string[] };
      expect(byIndex.toSorted()).toEqual(due);
      expect(byIndex.slice(0, late)).toEqual(all.slice(0, late));
      expect(four).toEqual(byIndex.slice(0, 4));
    }
    // The lists hold each kind of host, or this would say nothing.
    expect(expected.some(({ due, late }) => due.length > late && late > 4)).toBe(true);
  });

  it("has the hosts that the user names checked first of all", async () => {
    const outcome = await page.evaluate(async (at) => {
      const opened = await store.openDatabase({ name: "named" });
      if (!opened.ok) return opened;
      await store.watchHosts(
        opened.value,
        ["a.example", "b.example", "c.example"].map((host) => ({ host, port: 443 })),
        at + 1000,
      );
      const before = await store.dueHosts(opened.value, at, 4);
      const changed = await store.checkNow(opened.value, ["c.example:443", "gone.example:443"], at);
      const after = await store.dueHosts(opened.value, at, 4);
      opened.value.close();
      const ids = (result: typeof before) => (result.ok ? result.value.map(({ id }) => id) : result);
      return { before: ids(before), changed: ids(changed), after: ids(after) };
    }, now);
    expect(outcome).toEqual({ before: [], changed: ["c.example:443"], after: ["c.example:443"] });
  });

  it("tells other pages of every change once it is written", async () => {
    const other = await browser.open(site.origin);
    await other.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      store.onWatchNews((news) => heard.push(news));
    });
    const here = await page.evaluate(async () => {
      const heard: unknown[] = [];
      const stop = store.onWatchNews((news) => heard.push(news));
      const opened = await store.openDatabase({ name: "told" });
      if (!opened.ok) return [];
      const wishes = ["a.example", "b.example"].map((host) => ({ host, port: 443 }));
      await store.watchHosts(opened.value, wishes, 1000);
      await store.watchHosts(opened.value, wishes, 1000); // changes nothing
      await store.changeHosts(opened.value, ["a.example:443"], (host) => ({ ...host, owner: "Ada" }));
      await store.checkNow(opened.value, ["b.example:443"], 2000);
      await store.keepCheck(opened.value, "a.example:443", (host) => host);
      await store.keepCheck(opened.value, "gone.example:443", (host) => host);
      await store.forgetHosts(opened.value, ["a.example:443"]);
      await store.forgetAll(opened.value);
      opened.value.close();
      await store.watchHosts(opened.value, wishes, 1000); // fails
      stop();
      return heard;
    });
    const told = [
      ["a.example:443", "b.example:443"],
      ["a.example:443"],
      ["b.example:443"],
      ["a.example:443"],
      ["a.example:443"],
      "everything",
    ];
    expect(here).toEqual(told);
    await other.waitForFunction((count) => Reflect.get(globalThis, "heard").length >= count, {}, told.length);
    expect(await other.evaluate(() => Reflect.get(globalThis, "heard"))).toEqual(told);
  });
});
