import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version1 } from "../unit/extension/store/fixtures/version-1.ts";
import { version2 } from "../unit/extension/store/fixtures/version-2.ts";
import { dumpDatabase, makeDatabase } from "./raw-database.ts";
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

const kinds = ["chromium", "firefox"] as const;

let site: StorePage;
beforeAll(async () => {
  site = await serveStorePage();
});
afterAll(() => site.close());

describe.each(kinds)("the store in %s", (kind) => {
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

  it("keeps hosts, checks and certificates, and forgets one or all", async () => {
    const seen = await page.evaluate(async () => {
      const opened = await store.openDatabase({ name: "ordinary" });
      if (!opened.ok) return opened;
      const database = opened.value;
      const value = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
        if (!result.ok) throw new Error(JSON.stringify(result.problem));
        return result.value;
      };
      const wish = (host: string) => ({ host, port: 443, note: `note of ${host}` });
      const { added } = value(
        await store.watchHosts(database, ["a.example", "b.example", "c.example"].map(wish), 1000),
      );
      const again = value(await store.watchHosts(database, [wish("a.example")], 2000));

      const leaf = new Uint8Array([1, 2, 3]);
      const sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
      const facts = {
        names: [],
        trust: "trusted",
        via: "native-host",
        seenAt: 1,
        faults: [],
        faultsOutside: [],
      } as const;
      const shows = (digest: string) => (host: Parameters<Parameters<typeof store.keepCheck>[2]>[0]) => ({
        ...host,
        lastSeen: { ...facts, sha256: digest, notBefore: 0, notAfter: 5 },
      });
      const certificates = () => database.getAllKeys("certificates");
      value(await store.keepCheck(database, "a.example:443", shows(sha256), leaf));
      value(await store.keepCheck(database, "b.example:443", shows(sha256), leaf));
      const shared = await certificates();
      const found = value(await store.findCertificate(database, sha256));
      value(await store.keepCheck(database, "b.example:443", shows("f".repeat(64))));
      const stillShown = await certificates();
      value(
        await store.keepMarks(database, [
          { key: `${sha256}:due`, at: 1 },
          { key: "b.example:443:broken", at: 1 },
        ]),
      );
      value(await store.forgetHosts(database, ["a.example:443", "nobody.example:443"]));
      const afterForgetting = {
        certificates: await certificates(),
        hosts: value(await store.watchedHosts(database)).map(({ id }) => id),
        marks: value(await store.notificationMarks(database)).map(({ key }) => key),
      };
      const late = value(await store.keepCheck(database, "a.example:443", shows(sha256), leaf));
      // Two changes begun together do not undo each other.
      const both = await Promise.all([
        store.changeHosts(database, ["b.example:443"], (host) => ({ ...host, owner: "Ada" })),
        store.changeHosts(database, ["b.example:443"], (host) => ({ ...host, tags: ["shop"] })),
      ]);
      const changed = value(await store.findWatchedHost(database, "b.example:443"));
      value(await store.forgetAll(database));
      const counts = await Promise.all(store.storeNames.map((name) => database.count(name)));
      database.close();
      return {
        added,
        again,
        shared,
        found: found && [...found],
        stillShown,
        afterForgetting,
        late: late ?? "none",
        both: both.every(({ ok }) => ok),
        changed: changed && { owner: changed.owner, tags: changed.tags, note: changed.note },
        counts,
      };
    });
    const sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
    expect(seen).toEqual({
      added: 3,
      again: { changed: [], added: 0, duplicates: 1 },
      shared: [sha256],
      found: [1, 2, 3],
      stillShown: [sha256],
      afterForgetting: {
        certificates: [],
        hosts: ["b.example:443", "c.example:443"],
        marks: ["b.example:443:broken"],
      },
      late: "none",
      both: true,
      changed: { owner: "Ada", tags: ["shop"], note: "note of b.example" },
      counts: [0, 0, 0, 0],
    });
  });

  it("adds a host with its first check, and takes back what was forgotten with all that belongs to it", async () => {
    const outcome = await page.evaluate(async () => {
      const opened = await store.openDatabase({ name: "undone" });
      if (!opened.ok) return opened;
      const database = opened.value;
      const leaf = new Uint8Array([1, 2, 3]);
      const sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
      const seen = {
        sha256,
        notBefore: 0,
        notAfter: 5,
        names: [],
        trust: "trusted",
        via: "native-host",
        seenAt: 900,
        faults: [],
        faultsOutside: [],
      } as const;
      const wish = { host: "a.example", port: 443 };
      const plain = await store.watchHost(database, wish, 1000);
      const checked = await store.watchHost(database, wish, 2000, (host) => ({ ...host, lastSeen: seen }), leaf);
      await store.changeHosts(database, ["a.example:443"], (host) => ({ ...host, note: "ours", tags: ["shop"] }));
      const marks = [`${sha256}:due`, "a.example:443:broken"].map((key) => ({ key, at: 1 }));
      await store.keepMarks(database, [...marks, { key: "b.example:443:broken", at: 1 }]);
      await store.watchHosts(database, [{ host: "b.example", port: 443 }], 1000);
      const before = await store.exportEverything(database);
      const forgotten = await store.forgetHosts(database, ["a.example:443", "gone.example:443"]);
      if (!forgotten.ok) return forgotten;
      const left = await Promise.all(store.storeNames.map((name) => database.count(name)));
      const restored = await store.importEverything(database, { schema: 3, stores: { ...forgotten.value } });
      const after = await store.exportEverything(database);
      database.close();
      return {
        added: plain.ok && plain.value && { addedAt: plain.value.addedAt, seen: plain.value.lastSeen ?? "nothing" },
        checked: checked.ok && checked.value?.addedAt,
        counts: Object.values(forgotten.value).map(({ length }) => length),
        left,
        restored,
        same: JSON.stringify(after) === JSON.stringify(before),
      };
    });
    expect(outcome).toEqual({
      added: { addedAt: 1000, seen: "nothing" },
      checked: 1000,
      counts: [1, 1, 2],
      left: [1, 1, 0, 0],
      restored: { ok: true, value: 1 },
      same: true,
    });
  });

  it("brings a database of version 1 to the current version with all that it held", async () => {
    await makeDatabase(page, { name: "old", version: 1, ...version1 });
    const hosts = await page.evaluate(async () => {
      const opened = await store.openDatabase({ name: "old" });
      if (!opened.ok) return opened;
      const all = await store.watchedHosts(opened.value);
      const shown = await opened.value.countFromIndex("hosts", "sha256", "9f2c".repeat(16));
      const marks = await opened.value.getAllKeys("marks");
      const soonest = await store.soonestHosts(opened.value, 5);
      opened.value.close();
      return {
        version: opened.value.version,
        all,
        shown,
        marks,
        soonest: soonest.ok && soonest.value.map(({ id }) => id),
      };
    });
    expect(hosts).toMatchObject({
      version: 3,
      all: {
        ok: true,
        value: version1.records.hosts
          .map((host) => ({ ...host, owner: "", tags: [] }))
          .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      },
      shown: 1,
      soonest: [version1.records.hosts[0].id],
      marks: version1.records.marks.map(({ key }) => key),
    });
  });

  it("brings a database of version 2 to the current version with all that it held", async () => {
    await makeDatabase(page, { name: "second", version: 2, ...version2 });
    const found = await page.evaluate(async () => {
      const opened = await store.openDatabase({ name: "second" });
      if (!opened.ok) return opened;
      const exported = await store.exportEverything(opened.value);
      const due = await store.dueHosts(opened.value, 1_795_100_500_000, 4);
      const next = await store.nextCheckTime(opened.value, 1_795_100_000_000 - 1);
      const soonest = await store.soonestHosts(opened.value, 5);
      opened.value.close();
      return {
        content: exported.ok ? JSON.parse(JSON.stringify(exported.value)) : exported,
        due: due.ok ? due.value.map(({ id }) => id) : due,
        next,
        soonest: soonest.ok && soonest.value.map(({ id }) => id),
      };
    });
    const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
    const { hosts, marks, certificates } = version2.records;
    expect(found).toEqual({
      content: {
        schema: 3,
        stores: {
          hosts: hosts.toSorted(byId),
          marks,
          certificates: certificates.map(({ sha256, leaf }) => ({ sha256, leaf: { ...leaf } })),
          owned: [],
        },
      },
      due: ["new.example.com:443"],
      next: { ok: true, value: 1_795_100_000_000 },
      soonest: ["shop.example.com:8443"],
    });
  });

  it("refuses a database of a newer version and leaves it untouched", async () => {
    const future = {
      name: "future",
      version: 99,
      keys: { hosts: "id" },
      records: { hosts: [{ id: "x", newer: true }] },
    };
    await makeDatabase(page, future);
    const refused = await page.evaluate(() => store.openDatabase({ name: "future" }));
    expect(refused).toEqual({ ok: false, problem: { code: "future-version", found: 99, known: 3 } });
    expect(await dumpDatabase(page, "future")).toEqual({ version: 99, records: future.records });
  });

  it("leaves a database as it was when a step of the migration fails half-way", async () => {
    // Marks migrate; then the store of hosts, which has to be there, is not.
    const odd = { name: "odd", version: 1, keys: { marks: "key" }, records: { marks: [{ key: "k", at: 1 }] } };
    await makeDatabase(page, odd);
    const refused = await page.evaluate(() => store.openDatabase({ name: "odd" }));
    expect(refused).toMatchObject({ ok: false, problem: { code: "unavailable" } });
    expect(await dumpDatabase(page, "odd")).toEqual({ version: 1, records: odd.records });
  });

  it("steps aside when a newer version wants to migrate, and says so", async () => {
    const outcome = await page.evaluate(async () => {
      let closed = 0;
      const opened = await store.openDatabase({ name: "upgraded", onClosed: () => closed++ });
      if (!opened.ok) return opened;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("upgraded", 4);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      });
      return { closed, after: await store.watchHosts(opened.value, [{ host: "a.example", port: 443 }], 1) };
    });
    expect(outcome).toMatchObject({ closed: 1, after: { ok: false, problem: { code: "unavailable" } } });
  });

  it("takes exported hosts in once, and fills only what was empty", async () => {
    const outcome = await page.evaluate(async () => {
      const open = async (name: string) => {
        const opened = await store.openDatabase({ name });
        if (!opened.ok) throw new Error(opened.problem.code);
        return opened.value;
      };
      const [from, to] = [await open("hosts-from"), await open("hosts-to")];
      const wishes = ["a.example", "b.example"].map((host) => ({ host, port: 443, owner: "Ada", note: "theirs" }));
      await store.watchHosts(from, wishes, 1000);
      await store.watchHosts(to, [{ host: "a.example", port: 443, note: "ours" }], 2000);
      const exported = await store.watchedHosts(from);
      if (!exported.ok) throw new Error(exported.problem.code);
      const [first, again] = [await store.importHosts(to, exported.value), await store.importHosts(to, exported.value)];
      const all = await store.watchedHosts(to);
      for (const database of [from, to]) database.close();
      return {
        added: [first, again].map((result) => (result.ok ? result.value.added : result)),
        hosts: all.ok ? all.value.map(({ host, note, owner }) => `${host} ${note} ${owner}`).sort() : all,
      };
    });
    expect(outcome).toEqual({ added: [1, 0], hosts: ["a.example ours Ada", "b.example theirs Ada"] });
  });

  it("says that an older page blocks it, instead of waiting for ever", async () => {
    const outcome = await page.evaluate(async () => {
      const old = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("blocked", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("hosts", { keyPath: "id" });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const blocked = await store.openDatabase({ name: "blocked" });
      old.close();
      return blocked;
    });
    expect(outcome).toEqual({ ok: false, problem: { code: "blocked" } });
  });

  it("exports everything and takes it in again, of this version and of the first, or nothing of what is damaged", async () => {
    const outcome = await page.evaluate(
      async (old) => {
        const open = async (name: string) => {
          const opened = await store.openDatabase({ name });
          if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
          return opened.value;
        };
        const from = await open("export-from");
        await store.importEverything(from, { schema: 1, stores: old });
        await store.watchHosts(from, [{ host: "new.example", port: 443, owner: "Ada" }], 1000);
        const exported = await store.exportEverything(from);
        if (!exported.ok) throw new Error(exported.problem.code);
        const to = await open("export-to");
        const first = await store.importEverything(to, exported.value);
        const second = await store.importEverything(to, exported.value);
        const copied = await store.exportEverything(to);
        const hosts = [...(exported.value.stores["hosts"] ?? []), { id: "half" }];
        const empty = await open("export-bad");
        const damaged = await store.importEverything(empty, { schema: 2, stores: { hosts } });
        const future = await store.importEverything(empty, { schema: 4, stores: {} });
        const left = await empty.count("hosts");
        return { first, second, same: JSON.stringify(copied) === JSON.stringify(exported), damaged, future, left };
      },
      version1.records as unknown as Record<string, unknown[]>,
    );
    expect(outcome).toEqual({
      first: { ok: true, value: 3 },
      second: { ok: true, value: 0 },
      same: true,
      damaged: { ok: false, problem: { code: "bad-record", store: "hosts", index: 3 } },
      future: { ok: false, problem: { code: "future-version", found: 4, known: 3 } },
      left: 0,
    });
  });
});

describe("a full disk", () => {
  it("is told, and nothing of what did not fit is kept", async () => {
    const profile = await newProfile("chromium");
    const browser = await startBare("chromium", profile);
    const page = await browser.open(site.origin);
    const session = await page.createCDPSession();
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 4_000_000 });
    const outcome = await page.evaluate(async () => {
      const opened = await store.openDatabase({ name: "full" });
      if (!opened.ok) return opened;
      const before = await store.watchHosts(opened.value, [{ host: "a.example", port: 443, note: "kept" }], 1000);
      // What cannot be compressed.
      const noise = () => [...crypto.getRandomValues(new Uint8Array(500))].map((byte) => byte.toString(36)).join("");
      const wish = (host: string) => ({ host, port: 443, note: noise() });
      const many = Array.from({ length: 10_000 }, (_, index) => wish(`h${index}.example`));
      const during = await store.watchHosts(opened.value, many, 2000);
      opened.value.close();
      const again = await store.openDatabase({ name: "full" });
      const after = again.ok ? await store.watchedHosts(again.value) : again;
      return { before: before.ok, during, after: after.ok ? after.value.map(({ note }) => note.slice(0, 10)) : after };
    });
    await browser.close();
    await profile.remove();
    expect(outcome).toEqual({
      before: true,
      during: { ok: false, problem: { code: "storage-full" } },
      after: ["kept"],
    });
  });
});
