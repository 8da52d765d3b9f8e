import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { type HostPrograms, hostPrograms, isGone } from "../support/native-host/host-programs.ts";
import { portOf } from "../support/port-of.ts";
import type { Site } from "../support/sites/sites.ts";
import { type StarttlsServers, startStarttlsServers } from "../support/starttls-servers.ts";
import { until } from "../support/until.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";
import { type WatchDoor, watchDoor } from "./watch-door.ts";

// The companion is outside the browser and its mapping of names: these sites are named as every program finds them.
const host = "localhost";
let stage: Stage;
let due: Site;
let well: Site;
let ended: Site;
/** Nobody listens there any more. */
let gone: number;

beforeAll(async () => {
  stage = await setStage();
  const days = (ahead: number) => stage.certificate(host, { behind: 100 * day, ahead: ahead * day + hour });
  const [, one, two, three] = await stage.serve([
    { host: "shared.example", certificate: await days(1) },
    { host, port: 0, certificate: await days(20) },
    { host, port: 0, certificate: await days(150) },
    { host, port: 0, certificate: await days(-3) },
  ]);
  if (one === undefined || two === undefined || three === undefined) throw new Error("no sites");
  [due, well, ended] = [one, two, three];
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  gone = portOf(server);
  server.close();
  await once(server, "close");
});
afterAll(() => stage?.close());

const idOf = ({ port }: { readonly port: number }): string => `${host}:${port}`;
const seenOnce = (list: WatchDoor, id: string) => list.hostOnce(id, ({ lastSeen }) => lastSeen !== undefined);

describe.each(["chromium", "firefox"] as const)("the watch list in %s, by the browser's own word", (kind) => {
  let browser: TestBrowser;
  let list: WatchDoor;
  beforeAll(async () => {
    browser = await stage.browser(kind);
    list = watchDoor(browser);
  });
  afterAll(() => browser.close());

  it("is checked without any tab, with a request that carries nothing", async () => {
    await list.put({ host, port: well.port });
    await list.checkDue();
    const seen = await seenOnce(list, idOf(well));
    expect(seen).toMatchObject({
      failures: 0,
      lastCheck: { outcome: "seen" },
      lastSeen: { via: "own-fetch", trust: "trusted", names: [host] },
    });
    expect(seen.nextCheckAt).toBeGreaterThan(Date.now() + day / 3);
    expect(well.requests().map(({ method, path }) => `${method} ${path}`)).toContain("HEAD /");
    const alarm = await browser.inExtension(() => chrome.alarms.get("check"));
    expect(alarm?.scheduledTime).toBeGreaterThan(Date.now() + day / 3);
    expect(await list.marks()).toEqual([]);
  });

  it("keeps the dates of a host that is gone, and asks it again after a while", async () => {
    const dated = await seenOnce(list, idOf(well));
    await list.put({ host, port: gone, ...(dated.lastSeen && { lastSeen: dated.lastSeen }) });
    await list.checkDue();
    const failed = await list.hostOnce(idOf({ port: gone }), ({ failures }) => failures === 1);
    expect(failed.lastCheck).toMatchObject({ outcome: "failed", detail: "connection-refused" });
    expect(failed.lastSeen).toEqual(dated.lastSeen);
    expect(failed.nextCheckAt - (failed.lastCheck?.at ?? 0)).toBeGreaterThan(4 * 60_000);
    expect(failed.nextCheckAt - (failed.lastCheck?.at ?? 0)).toBeLessThan(6 * 60_000);
  });

  it("says what the browser holds against a host, without dates", async () => {
    await list.put({ host, port: ended.port });
    await list.checkDue();
    const refused = await seenOnce(list, idOf(ended));
    expect(refused.lastSeen).toMatchObject({ via: "net-error", trust: "outside-validity", undated: "expired" });
  });

  it("says that a mail server's port and protocol need the companion", async () => {
    await list.put({ host, port: 25, starttls: "smtp" }, { host, port: 25 });
    await list.checkDue();
    const asked = (id: string) => list.hostOnce(id, ({ lastCheck }) => lastCheck !== undefined);
    expect((await asked(`smtp://${host}:25`)).lastCheck?.detail).toBe("needs-companion");
    expect((await asked(`${host}:25`)).lastCheck?.detail).toBe("blocked-port");
  });

  it("takes what a page shows of a watched host", async () => {
    well.present(await stage.certificate(host, { behind: day, ahead: 140 * day }));
    const { lastSeen } = await seenOnce(list, idOf(well));
    const page = await browser.open(well.direct);
    await list.hostOnce(idOf(well), (now) => now.lastSeen?.sha256 !== lastSeen?.sha256);
    await page.close();
  });

  it("notifies once of a host that becomes due, whatever happens to the background", async () => {
    const before = await list.marks();
    await list.put({ host, port: due.port });
    await list.checkDue();
    const { lastSeen } = await seenOnce(list, idOf(due));
    const mark = `${lastSeen?.sha256}:due`;
    await until("the mark", async () => (await list.marks()).includes(mark));
    expect((await list.marks()).filter((one) => !before.includes(one))).toEqual([mark]);
    if (kind === "chromium") expect(await list.shown()).toContain(`notafter:${mark}`);
    await browser.inExtension(
      (id) => new Promise((done) => chrome.notifications.clear(id, () => done(true))),
      `notafter:${mark}`,
    );
    await list.checkAgain(idOf(due));
    await browser.killBackground();
    await list.checkAgain(idOf(due));
    expect(await list.shown()).not.toContain(`notafter:${mark}`);
  });

  it("is silent about a host that is asleep, and says one thing of many", async () => {
    const { lastSeen } = await seenOnce(list, idOf(due));
    if (lastSeen === undefined) throw new Error("not seen");
    const later = Date.now() + day / 2;
    const like = (number: number, more: object = {}) => ({
      host: `many${number}.example`,
      port: 443,
      nextCheckAt: later,
      lastSeen: { ...lastSeen, sha256: number.toString(16).padStart(64, "0") },
      ...more,
    });
    const before = await list.shown();
    await list.put(like(9, { snoozedUntil: later }), ...[1, 2, 3, 4, 5].map((number) => like(number)));
    await list.checkDue();
    await until(
      "five marks",
      async () => (await list.marks()).filter((one) => /^0{63}[1-5]:due$/.test(one)).length === 5,
    );
    expect((await list.marks()).filter((one) => one.startsWith("0".repeat(63)))).toHaveLength(5);
    if (kind === "firefox") return;
    const added = (await list.shown()).filter((one) => !before.includes(one));
    expect(added).toEqual([expect.stringMatching(/^notafter:group:\d+$/)]);
  });
});

describe("the watch list in a Chromium without its flag, by the companion's word", () => {
  let browser: TestBrowser;
  let list: WatchDoor;
  let programs: HostPrograms;
  let servers: StarttlsServers;
  let mail: { readonly port: number };
  /** They accept, say nothing, and hold on. */
  let holding: readonly Server[] = [];
  const held = new Set<Socket>();
  let arrived = 0;
  let most = 0;

  beforeAll(async () => {
    programs = await hostPrograms(stage.authority.rootPem);
    servers = await startStarttlsServers(await stage.certificate(host, { behind: day, ahead: 99 * day }));
    mail = { port: servers.ports.get("smtp") ?? Number.NaN };
    const hold = (socket: Socket): void => {
      held.add(socket);
      arrived += 1;
      most = Math.max(most, held.size);
      socket.on("error", () => undefined).resume();
      socket.once("close", () => held.delete(socket));
    };
    holding = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const server = createServer(hold);
        server.listen(0, "127.0.0.1");
        await once(server, "listening");
        return server;
      }),
    );
    browser = await stage.browser("chromium", { securityInfoFlag: false, nativeHost: programs.real });
    list = watchDoor(browser);
    await browser.inExtension(() => chrome.storage.local.set({ settings: { sources: { "native-host": true } } }));
  });
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    for (const server of holding) server.close();
    await browser?.close();
    await servers?.close();
    await programs?.remove();
  });

  it("knows dates on any port, behind STARTTLS, and of what browsers refuse", async () => {
    await list.put({ host, port: well.port }, { host, port: mail.port, starttls: "smtp" }, { host, port: ended.port });
    await list.checkDue();
    for (const id of [idOf(well), `smtp://${idOf(mail)}`])
      expect((await seenOnce(list, id)).lastSeen).toMatchObject({ via: "native-host", trust: "trusted" });
    const { lastSeen } = await seenOnce(list, idOf(ended));
    expect(lastSeen).toMatchObject({ via: "native-host", trust: "outside-validity" });
    expect(lastSeen?.notAfter).toBeLessThan(Date.now());
  });

  it("asks four at a time, and loses none when program and background are killed in the middle", async () => {
    const many = holding.map((server) => ({ host, port: portOf(server) }));
    const ids = new Set(many.map(idOf));
    await list.put(...many);
    await list.checkDue();
    await until("four at the door", () => held.size === 4);
    const alive = (await programs.started()).filter((pid) => !isGone(pid));
    for (const pid of alive) process.kill(pid, "SIGKILL");
    await until("a new program at the door", () => arrived >= 8 && held.size === 4);
    // Later on the browser itself is asked too, and tries one host over several connections.
    expect(most).toBe(4);
    await browser.killBackground();
    await until("all to leave", () => held.size === 0);
    const alarm = await browser.inExtension(() => chrome.alarms.get("check"));
    expect(alarm?.scheduledTime).toBeLessThanOrEqual(Date.now() + 60_000);
    // The alarm rings within the minute; the test does not wait for it.
    await browser.inExtension(() => chrome.alarms.create("check", { when: Date.now() }));
    const closing = setInterval(() => {
      for (const socket of held) socket.destroy();
    }, 100);
    const checked = async () =>
      (await list.hosts()).filter(({ id, lastCheck }) => ids.has(id) && lastCheck !== undefined);
    await until("every host to be checked", async () => (await checked()).length === 30, { timeout: 60_000 });
    clearInterval(closing);
    for (const { lastCheck, failures } of await checked()) {
      expect(lastCheck?.outcome).toBe("failed");
      expect(failures).toBe(1);
    }
  });
});

describe("a Chromium with a companion that answers garbage", () => {
  it("says so of each host, and ends it", async () => {
    const programs = await hostPrograms(stage.authority.rootPem);
    const browser = await stage.browser("chromium", { securityInfoFlag: false, nativeHost: programs.garbling });
    const list = watchDoor(browser);
    await browser.inExtension(() => chrome.storage.local.set({ settings: { sources: { "native-host": true } } }));
    await list.put({ host, port: well.port }, { host, port: due.port });
    await list.checkDue();
    for (const site of [well, due]) {
      const { lastCheck } = await list.hostOnce(idOf(site), (one) => one.lastCheck !== undefined);
      expect(lastCheck?.detail).toMatch(/^(companion-failing|not-told)$/);
    }
    await until("its processes to end", async () => (await programs.started()).every(isGone));
    await browser.close();
    await programs.remove();
  });
});
