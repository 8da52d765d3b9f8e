import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestBrowser } from "../support/browsers/launch.ts";
import type { Site } from "../support/sites/sites.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";
import { type WatchDoor, watchDoor } from "./watch-door.ts";

let stage: Stage;
let due: Site;
let well: Site;

beforeAll(async () => {
  stage = await setStage();
  const days = (host: string, ahead: number) =>
    stage.certificate(host, { behind: 100 * day, ahead: ahead * day + hour });
  const sites = await stage.serve([
    { host: "due.example", certificate: await days("due.example", 20) },
    { host: "well.example", port: 0, certificate: await days("well.example", 150) },
    { host: "ended.example", port: 0, certificate: await days("ended.example", -3) },
  ]);
  const [one, two] = sites;
  if (one === undefined || two === undefined) throw new Error("no sites");
  [due, well] = [one, two];
});
afterAll(() => stage?.close());

const at = ({ host, port }: Site) => ({ host, port });
const idOf = ({ host, port }: Site): string => `${host}:${port}`;

describe.each(["chromium", "firefox"] as const)("the watch list in %s, with the browser's own certificates", (kind) => {
  let browser: TestBrowser;
  let list: WatchDoor;
  beforeAll(async () => {
    browser = await stage.browser(kind);
    list = watchDoor(browser);
  });
  afterAll(() => browser.close());

  it("checks hosts without any tab", async () => {
    await list.put({ host: "due.example", port: 443 }, at(well));
    await list.checkDue();
    const seen = await list.hostOnce("due.example:443", ({ lastSeen }) => lastSeen !== undefined);
    expect(seen).toMatchObject({
      failures: 0,
      lastCheck: { outcome: "seen" },
      lastSeen: { via: "own-fetch", trust: "trusted", names: ["due.example"] },
    });
    expect(seen.nextCheckAt).toBeGreaterThan(Date.now() + day / 3);
    await list.hostOnce(idOf(well), ({ lastSeen }) => lastSeen?.via === "own-fetch");
    expect([...due.requests(), ...well.requests()].map(({ method, path }) => `${method} ${path}`)).toContain("HEAD /");
  });
});
