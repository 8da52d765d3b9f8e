import { describe, expect, it, vi } from "vitest";
import { openNotification } from "../../../../extension/src/background/open-notification.ts";
import { success } from "../../../../shared/result.ts";
import { notificationsFor } from "../../../../shared/watch/notifications.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { now, sha256Like, watched } from "../../shared/watch/watched-hosts.ts";

const state = vi.hoisted(() => ({ hosts: [] as readonly WatchedHost[], opened: [] as string[] }));
vi.mock("../../../../extension/src/store/connection.ts", () => ({ database: async () => success({}) }));
vi.mock("../../../../extension/src/store/watch-list.ts", () => ({
  hostsShowing: async (_: unknown, sha256: string) =>
    success(state.hosts.filter(({ lastSeen }) => lastSeen?.sha256 === sha256)),
  findWatchedHost: async (_: unknown, id: string) => success(state.hosts.find((host) => host.id === id)),
}));
vi.mock("../../../../extension/src/platform/tabs.ts", () => ({
  openExtensionPage: async (path: string) => void state.opened.push(path),
}));

const settings = { now, thresholds: { dueDays: 30, urgentDays: 7 }, formatDate: String };
const renewal = (origin: string) => `tabs/renewal.html#origin=${encodeURIComponent(origin)}`;
const dashboard = "tabs/dashboard.html";
const those = `${dashboard}#levels=due,urgent,broken,not-yet-valid,expired`;
const wrongName = { trust: "wrong-name" as const, faults: [{ code: "wrong-name" as const, host: "a.example" }] };
const many = ["a", "b", "c", "d"].map((name) => watched(`${name}.example`, { ahead: 9 }));

/** Clicks what is shown for these hosts, with nothing but its id, and says what opens. */
async function click(hosts: readonly WatchedHost[]): Promise<readonly string[]> {
  state.hosts = hosts;
  state.opened = [];
  for (const { id } of notificationsFor(hosts, [], settings).show) await openNotification(id);
  return state.opened;
}

describe("a click on a notification", () => {
  it.each<[string, readonly WatchedHost[], string]>([
    ["the renewal of a host that is due", [watched("a.example", { ahead: 9 })], renewal("https://a.example")],
    ["the one of an expired host", [watched("a.example", { ahead: -9 })], renewal("https://a.example")],
    [
      "the host's row where browsers refuse it",
      [watched("a.example", { seen: wrongName })],
      `${dashboard}#host=a.example%3A443`,
    ],
    [
      "the list where many show one certificate",
      ["a.example", "b.example"].map((name) => watched(name, { ahead: 9, seen: { sha256: sha256Like("one") } })),
      those,
    ],
    ["the list where many are told at once", many, those],
  ])("opens %s", async (_, hosts, expected) => {
    expect(await click(hosts)).toEqual([expected]);
  });

  it("opens the list where the host was forgotten, or the name is nobody's", async () => {
    state.hosts = [];
    state.opened = [];
    await openNotification(`notafter:${sha256Like("gone")}:due`);
    await openNotification("something else");
    expect(state.opened).toEqual([dashboard, dashboard]);
  });
});
