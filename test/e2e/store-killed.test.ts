import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newProfile, type Store, type StorePage, serveStorePage, startBare } from "./store-page.ts";

/** What the page's script defines; functions given to `evaluate` see it there. */
declare const store: Store;

let site: StorePage;
beforeAll(async () => {
  site = await serveStorePage();
});
afterAll(() => site.close());

const writes = 200;

describe.each([
  ["chromium", 5],
  ["firefox", 3],
] as const)("%s killed during %i times 200 writes", (kind, rounds) => {
  it("has lost nothing that was confirmed, and has no record half-written", async () => {
    const profile = await newProfile(kind);
    const confirmed = new Set<number>();
    try {
      for (let round = 0; round < rounds; round++) {
        const browser = await startBare(kind, profile);
        const page = await browser.open(site.origin);
        const first = round * writes;
        // Anywhere in the first three quarters of the writes, so that others are always under way.
        const deadline = first + Math.floor((0.75 * writes * (2 * round + 1)) / (2 * rounds));
        const reached = new Promise<void>((resolve) => {
          site.hear((number) => {
            confirmed.add(number);
            if (number >= deadline) resolve();
          });
        });
        page.evaluate(writeOn, first, writes).catch(() => undefined); // its page goes away under it
        await reached;
        await browser.kill();
        site.hear(() => undefined);

        const revived = await startBare(kind, profile);
        const state = await (await revived.open(site.origin)).evaluate(readBack);
        await revived.close();
        expect(state.unreadable).toBe(0);
        expect(state.halves).toEqual([]);
        expect([...confirmed].filter((number) => !state.whole.includes(number))).toEqual([]);
        // The kill came in the middle: not all of the round's writes were made.
        expect(state.whole).not.toContain(first + writes - 1);
      }
    } finally {
      await profile.remove();
    }
    expect(confirmed.size).toBeGreaterThan(rounds);
  }, 180_000);
});

/** In the page: ten hosts at once, again and again; the first of each ten is then checked, with its certificate. */
async function writeOn(first: number, count: number): Promise<void> {
  const opened = await store.openDatabase({ name: "killed" });
  if (!opened.ok) return;
  for (let number = first; number < first + count; number++) {
    const wish = (_: unknown, place: number) => ({
      host: `h${place}.n${number}.example`,
      port: 443,
      note: "x".repeat(900),
    });
    const added = await store.watchHosts(opened.value, Array.from({ length: 10 }, wish), number);
    if (!added.ok) return;
    const leaf = crypto.getRandomValues(new Uint8Array(1500));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", leaf));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const checked = await store.keepCheck(
      opened.value,
      `h0.n${number}.example:443`,
      (host) => ({
        ...host,
        lastSeen: {
          sha256,
          notBefore: 0,
          notAfter: 1,
          names: [],
          trust: "trusted",
          via: "native-host",
          seenAt: number,
          faults: [],
          faultsOutside: [],
        },
      }),
      leaf,
    );
    if (checked.ok) fetch(`/confirmed/${number}`, { keepalive: true }).catch(() => undefined);
  }
}

/** In the page: the numbers whose ten hosts and check are whole, those of which a part is missing, and what cannot be read. */
async function readBack() {
  const opened = await store.openDatabase({ name: "killed" });
  if (!opened.ok) throw new Error(opened.problem.code);
  const hosts = await store.watchedHosts(opened.value);
  if (!hosts.ok) throw new Error(hosts.problem.code);
  const together = new Map<number, number>();
  const whole: number[] = [];
  const halves: string[] = [];
  for (const { host, lastSeen, note, addedAt } of hosts.value) {
    const number = Number(/n(\d+)/.exec(host)?.[1]);
    together.set(number, (together.get(number) ?? 0) + 1);
    if (note.length !== 900 || addedAt !== number) halves.push(host);
    if (lastSeen?.sha256 === undefined) continue;
    const leaf = await store.findCertificate(opened.value, lastSeen.sha256);
    if (!leaf.ok || leaf.value?.length !== 1500) halves.push(`${host}'s certificate`);
    else whole.push(number);
  }
  for (const [number, count] of together) if (count !== 10) halves.push(`${count} hosts of ${number}`);
  const shown = new Set(hosts.value.flatMap(({ lastSeen }) => lastSeen?.sha256 ?? []));
  for (const sha256 of await opened.value.getAllKeys("certificates"))
    if (!shown.has(String(sha256))) halves.push(`${sha256} is shown by none`);
  const unreadable = (await opened.value.count("hosts")) - hosts.value.length;
  opened.value.close();
  return { whole, halves, unreadable };
}
