import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthority } from "../support/authority/authority.ts";
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

const day = 86_400_000;
/** Certificates hold whole seconds. */
const now = Date.UTC(2026, 10, 22, 12);

let site: StorePage;
let leaves: readonly (readonly number[])[];
beforeAll(async () => {
  site = await serveStorePage();
  const authority = await createAuthority(now);
  const issue = async (names: readonly string[], from: number, until: number) => {
    const { der } = await authority.issue({ names, notBefore: now + from * day, notAfter: now + until * day });
    return [...der];
  };
  leaves = await Promise.all([
    issue(["www.example.com", "EXAMPLE.com"], -100, 100),
    issue(["*.example.com"], -10, 200),
    issue(["www.example.com"], 1, 300),
    issue(["192.0.2.1", "2001:db8::1"], -10, 10),
  ]);
});
afterAll(() => site.close());

describe.each(["chromium", "firefox"] as const)("the user's own certificates in %s", (kind) => {
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

  it("are found for each host that they cover: the valid one that ends last", async () => {
    const found = await page.evaluate(
      async (ders, at) => {
        const opened = await store.openDatabase({ name: "owned" });
        if (!opened.ok) return opened;
        const bytes = [...ders.map((der) => Uint8Array.from(der)), new Uint8Array([1, 2, 3])];
        const kept = await store.keepOwned(opened.value, bytes, at);
        const again = await store.keepOwned(opened.value, bytes.slice(0, 1), at);
        if (!kept.ok || !again.ok) return [kept, again];
        const which = async (host: string, when = at) => {
          const one = await store.ownedFor(opened.value, host, when);
          return one.ok ? kept.value.findIndex(({ sha256 }) => sha256 === one.value?.sha256) : one;
        };
        const hosts = ["www.example.com", "example.com", "a.example.com", "a.b.example.com", "example.org"];
        const byHost = await Promise.all([...hosts, "192.0.2.1", "[2001:db8::1]"].map((host) => which(host)));
        const tomorrow = await which("www.example.com", at + 2 * 86_400_000);
        const [, wildcard] = kept.value;
        await store.forgetOwned(opened.value, wildcard ? [wildcard.sha256] : []);
        const without = [await which("www.example.com"), await which("a.example.com")];
        const left = await opened.value.count("owned");
        opened.value.close();
        return {
          names: kept.value.map(({ names }) => names),
          addedAt: kept.value[0]?.addedAt,
          byHost,
          tomorrow,
          without,
          left,
        };
      },
      leaves.map((leaf) => [...leaf]),
      now,
    );
    expect(found).toEqual({
      names: [["www.example.com", "example.com"], ["*.example.com"], ["www.example.com"], ["192.0.2.1", "2001:db8::1"]],
      addedAt: now,
      byHost: [1, 0, 1, -1, -1, 3, 3],
      tomorrow: 2,
      without: [0, -1],
      left: 3,
    });
  });

  it("are exported and taken in with everything else, and nothing is where one is damaged", async () => {
    const outcome = await page.evaluate(
      async (ders, at) => {
        const open = async (name: string) => {
          const opened = await store.openDatabase({ name });
          if (!opened.ok) throw new Error(opened.problem.code);
          return opened.value;
        };
        const [from, to] = [await open("owned-from"), await open("owned-to")];
        await store.keepOwned(
          from,
          ders.map((der) => Uint8Array.from(der)),
          at,
        );
        await store.watchHosts(from, [{ host: "www.example.com", port: 443 }], at);
        const exported = await store.exportEverything(from);
        if (!exported.ok) throw new Error(exported.problem.code);
        const owned = [...(exported.value.stores["owned"] ?? []), { leaf: new Uint8Array([1, 2, 3]), addedAt: at }];
        const damaged = await store.importEverything(to, { schema: 3, stores: { ...exported.value.stores, owned } });
        const afterDamage = await Promise.all(store.storeNames.map((name) => to.count(name)));
        const taken = await store.importEverything(to, exported.value);
        const same = JSON.stringify(await store.exportEverything(to)) === JSON.stringify(exported);
        await store.forgetHosts(from, ["www.example.com:443"]);
        const afterForgetting = await from.count("owned");
        for (const database of [from, to]) database.close();
        return { damaged, afterDamage, taken, same, afterForgetting };
      },
      leaves.map((leaf) => [...leaf]),
      now,
    );
    expect(outcome).toEqual({
      damaged: { ok: false, problem: { code: "bad-record", store: "owned", index: 4 } },
      afterDamage: [0, 0, 0, 0],
      taken: { ok: true, value: 1 },
      same: true,
      afterForgetting: 4,
    });
  });
});
