import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenPort } from "../../../../extension/src/platform/native-host.ts";
import { switchSource } from "../../../../extension/src/platform/settings.ts";
import { nativeHost } from "../../../../extension/src/sources/native-host.ts";
import type { Stop } from "../../../../extension/src/sources/source.ts";
import { lastHostState } from "../../../../extension/src/store/host-state.ts";
import { keepObservation } from "../../../../extension/src/store/observations.ts";
import type { Observation } from "../../../../shared/observation/observation.ts";
import { browser, fake } from "../../../support/fake-browser.ts";
import { until } from "../../../support/until.ts";
import { checked, type FakePort, fakePorts, hello, leaf } from "./fake-port.ts";

const which = vi.hoisted(() => ({ isFirefox: false }));
vi.mock("../../../../extension/src/platform/which-browser.ts", () => which);
const port = vi.hoisted(() => ({ open: undefined as unknown as OpenPort, can: true }));
vi.mock("../../../../extension/src/platform/native-host.ts", () => ({
  canOpenHost: () => port.can,
  openHostPort: ((events) => port.open(events)) satisfies OpenPort,
}));

type Listener = (details: never) => void;
const event = () => {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    fire: (details: unknown) => {
      for (const listener of listeners) listener(details as never);
    },
  };
};

const webNavigation = { onBeforeNavigate: event(), onCommitted: event(), onErrorOccurred: event() };
const onRemoved = event();
Object.assign(browser, { webNavigation });
Object.assign(browser.tabs, { onRemoved });

let ports: FakePort[];
let told: [tabId: number, seen: Observation][];
let stop: Stop | undefined;

beforeEach(async () => {
  fake.reset();
  const fakes = fakePorts();
  ports = fakes.ports;
  port.open = fakes.open;
  port.can = true;
  told = [];
  for (const id of [1, 2]) fake.tabs.set(id, { id, url: "", incognito: false });
  fake.tabs.set(3, { id: 3, url: "", incognito: true });
  await switchSource("native-host", true);
  stop = nativeHost.start((tabId, seen) => told.push([tabId, seen]));
});
afterEach(() => {
  stop?.();
  which.isFirefox = false;
  vi.restoreAllMocks();
});

const details = (url: string, tabId: number, more: object = {}) => ({
  tabId,
  frameId: 0,
  url,
  timeStamp: Date.now(),
  documentLifecycle: "active",
  ...more,
});
const begin = (url: string, tabId = 1, more: object = {}) =>
  webNavigation.onBeforeNavigate.fire(details(url, tabId, more));
const commit = (url: string, tabId = 1, more: object = {}) => webNavigation.onCommitted.fire(details(url, tabId, more));

const checks = () => ports.flatMap(({ sent }) => sent.filter((one) => one.type === "check"));
const checkNumber = (count: number) => until(`check ${count}`, () => checks()[count - 1]);
/** Everything that could still lead to a check or a word has been done: a store of plain values, and a fingerprint. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await crypto.subtle.digest("SHA-256", leaf);
  }
};
const latest = (): FakePort => ports.at(-1) ?? expect.fail("no port");
const answer = (more: object = {}) => latest().say(checked(latest().checkId, more));
const known = (more: Partial<Observation> = {}): Observation => ({
  origin: "https://a.test",
  via: "native-host",
  seenAt: Date.now(),
  trust: "trusted",
  leaf,
  ...more,
});

describe("the native host as a source", () => {
  it("is asked about a page before it is there, by host and port alone, and tells what it saw", async () => {
    begin("https://user:secret@a.test:8443/path?query#fragment");
    const { id: _, ...asked } = await checkNumber(1);
    expect(asked).toEqual({ type: "check", host: "a.test", port: 8443 });
    answer({ trust: "untrusted" });
    const [tabId, seen] = await until("the word", () => told[0]);
    expect(tabId).toBe(1);
    expect(seen).toMatchObject({ origin: "https://a.test:8443", via: "native-host", trust: "untrusted", leaf });
    expect(seen.sha256).toMatch(/^039058c6/);
    expect(Math.abs(Date.now() - seen.seenAt)).toBeLessThan(5_000);
  });

  it.each<[string, () => unknown]>([
    ["switched off", () => switchSource("native-host", false)],
    [
      "by a background that Chromium has not loaded since the permission came",
      () => {
        port.can = false;
      },
    ],
    ["without its permission", () => vi.spyOn(browser.permissions, "contains").mockResolvedValue(false)],
  ])("is not started %s", async (_, make) => {
    await make();
    begin("https://a.test/");
    commit("https://a.test/");
    await settled();
    expect(ports).toEqual([]);
  });

  it.each<[string, string, number, object]>([
    ["a private window", "https://a.test/", 3, {}],
    ["a tab that is gone", "https://a.test/", 9, {}],
    ["a page without TLS", "http://a.test/", 1, {}],
    ["a page of the browser", "chrome://settings/", 1, {}],
    ["a frame", "https://a.test/", 1, { frameId: 4 }],
    ["a page that is rendered ahead", "https://a.test/", 1, { documentLifecycle: "prerender" }],
  ])("is not asked about %s", async (_, url, tabId, more) => {
    begin(url, tabId, more);
    commit(url, tabId, more);
    await settled();
    expect(ports).toEqual([]);
  });

  it("is asked once for a visit, once for several pages of a site, and again by a reload", async () => {
    begin("https://a.test/");
    commit("https://a.test/");
    await checkNumber(1);
    answer();
    const [, seen] = await until("the word", () => told[0]);
    await keepObservation(seen);
    begin("https://a.test/other", 2);
    commit("https://a.test/other", 2);
    await settled();
    expect(checks()).toHaveLength(1);
    begin("https://a.test/", 1, { timeStamp: seen.seenAt + 1 });
    commit("https://a.test/", 1, { transitionType: "reload" });
    await checkNumber(2);
  });

  it("is asked again when what is known is more than five minutes old", async () => {
    await keepObservation(known({ seenAt: Date.now() - 5 * 60_000 - 1_000 }));
    begin("https://a.test/");
    await checkNumber(1);
  });

  it("drops what the tab has left, and asks about where a redirection led", async () => {
    begin("https://a.test/");
    const first = await checkNumber(1);
    commit("https://b.test/");
    expect(await checkNumber(2)).toMatchObject({ host: "b.test" });
    expect(latest().sent).toContainEqual({ id: expect.any(Number), type: "cancel", cancels: first.id });
    latest().say(checked(first.id));
    answer();
    await until("the word", () => told[0]);
    expect(told.map(([, { origin }]) => origin)).toEqual(["https://b.test"]);
  });

  it("drops what was asked for a tab that was closed", async () => {
    begin("https://a.test/");
    const { id } = await checkNumber(1);
    onRemoved.fire(1);
    expect(latest().sent.at(-1)).toMatchObject({ type: "cancel", cancels: id });
    latest().say({ id, type: "failed", code: "cancelled" });
    await settled();
    expect(told).toEqual([]);
    expect(latest().closed).toBe(false);
  });

  it("asks for several tabs at once", async () => {
    begin("https://a.test/", 1);
    begin("https://b.test/", 2);
    await checkNumber(2);
    expect(ports).toHaveLength(1);
    for (const { id } of checks().toReversed()) latest().say(checked(id));
    await until("both words", () => told.length === 2);
    expect(told.map(([tabId, { origin }]) => `${tabId} ${origin}`).sort()).toEqual([
      "1 https://a.test",
      "2 https://b.test",
    ]);
  });

  it("tells nothing of a site that does not answer", async () => {
    begin("https://a.test/");
    const { id } = await checkNumber(1);
    latest().say({ id, type: "failed", code: "connection-refused" });
    await settled();
    expect(told).toEqual([]);
  });

  it.each([
    ["a fingerprint of something else", { sha256: "00".repeat(32) }],
    ["base64 of a length that there is not", { chain: ["AQIDA"] }],
  ])("ends a host that tells %s", async (_, more) => {
    begin("https://a.test/");
    await checkNumber(1);
    answer(more);
    await until("its end", () => latest().closed);
    expect(told).toEqual([]);
    await until("its state", async () => (await lastHostState())?.kind === "garbled");
  });

  it("keeps the state that the settings show, and asks on after the host was killed", async () => {
    begin("https://a.test/");
    await checkNumber(1);
    latest().say(hello(0));
    await until("its state", async () => (await lastHostState())?.kind === "works");
    latest().end("ended");
    await until("its state", async () => (await lastHostState())?.kind === "ended");
    await until("a new host", () => {
      begin("https://a.test/");
      return ports.length === 2;
    });
  });

  it("does not talk over the browser, which saw the page's own connection", async () => {
    begin("https://a.test/");
    await checkNumber(1);
    await keepObservation(known({ via: "chromium-security-info", leaf: Uint8Array.of(9) }));
    answer({ trust: "untrusted" });
    await settled();
    expect(told).toEqual([]);
  });

  it("does not talk a refusal of the browser away", async () => {
    begin("https://a.test/");
    await checkNumber(1);
    const { leaf: _, ...refusal } = known({ via: "net-error", trust: "refused", detail: "net::ERR_CERT_X" });
    await keepObservation(refusal);
    answer();
    const [, seen] = await until("the word", () => told[0]);
    expect(seen).toMatchObject({ trust: "refused", detail: "net::ERR_CERT_X", leaf });
  });

  it("lets go of everything when it is stopped", async () => {
    begin("https://a.test/");
    await checkNumber(1);
    stop?.();
    expect(latest().closed).toBe(true);
    for (const each of [...Object.values(webNavigation), onRemoved]) expect(each.listeners.size).toBe(0);
  });
});

describe("the native host in Firefox", () => {
  beforeEach(() => {
    which.isFirefox = true;
  });

  it("is asked about a committed page of which the browser told nothing, and about a refused one", async () => {
    begin("https://a.test/");
    await settled();
    expect(ports).toEqual([]);
    commit("https://a.test/");
    await checkNumber(1);
    begin("https://b.test/", 2);
    webNavigation.onErrorOccurred.fire(details("https://b.test/", 2));
    expect(await checkNumber(2)).toMatchObject({ host: "b.test" });
  });

  it("is not asked where the browser told", async () => {
    begin("https://a.test/");
    await keepObservation(known({ via: "firefox-security-info", seenAt: Date.now() + 1 }));
    commit("https://a.test/", 1, { transitionType: "reload" });
    await settled();
    expect(ports).toEqual([]);
  });
});
