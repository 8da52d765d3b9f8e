// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { localCalendar } from "../../../../../extension/src/platform/dates.ts";
import { monthText } from "../../../../../extension/src/platform/month-text.ts";
import { TimelineView } from "../../../../../extension/src/ui/dashboard/timeline/timeline-view.tsx";
import { timelineTexts as texts } from "../../../../../extension/src/ui/messages/en/timeline.ts";
import { defaultThresholds } from "../../../../../shared/verdict/verdict.ts";
import type { TimeRange } from "../../../../../shared/watch/ends-in.ts";
import { tableRows } from "../../../../../shared/watch/host-table.ts";
import { lifetimeCapSource } from "../../../../../shared/watch/lifetime-caps.ts";
import { timeline } from "../../../../../shared/watch/timeline.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { manyHosts, now, watched } from "../../../shared/watch/watched-hosts.ts";
import { click, draw } from "../draw.ts";

const pictureOf = (hosts: readonly WatchedHost[]) =>
  timeline(tableRows(hosts, now, defaultThresholds), now, defaultThresholds, localCalendar);

function drawHosts(hosts: readonly WatchedHost[], selected?: TimeRange) {
  const done: unknown[][] = [];
  const picture = pictureOf(hosts);
  const root = draw(
    <TimelineView
      timeline={picture}
      selected={selected}
      onMonth={(month) => done.push(["month", month])}
      onHost={(id) => done.push(["host", id])}
    />,
  );
  return { root, done, picture };
}

function month(root: HTMLElement, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>("button")].find(
    (button) => button.querySelector(".only-spoken")?.textContent === name,
  );
  if (found === undefined) throw new Error(`no month is called ${name}`);
  return found;
}

const count = (root: HTMLElement, selector: string): number => root.querySelectorAll(selector).length;

describe("the picture of the year", () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [13, 13, 0],
    [14, 14, 0],
    [15, 12, 3],
    [40, 12, 28],
  ])("of %i certificates has %i bars and tells of %i more", (certificates, bars, more) => {
    const { root } = drawHosts(manyHosts(certificates));
    expect(count(root, "a.timeline-row")).toBe(bars);
    expect(count(root, ".timeline-column")).toBe(0);
    expect(root.textContent?.includes(texts.more(more, `${more}`))).toBe(more > 0);
    expect(root.textContent?.includes(texts.empty)).toBe(certificates === 0);
  });

  it.each([41, 10_000])("of %i certificates is one of columns, in few elements", (certificates) => {
    const { root } = drawHosts(manyHosts(certificates));
    expect(count(root, "a.timeline-row")).toBe(0);
    expect(count(root, ".timeline-column")).toBeGreaterThan(10);
    expect(count(root, "*")).toBeLessThan(700);
  });

  it("says the same in a table, month by month", () => {
    const { root, picture } = drawHosts(manyHosts(10_000));
    const rows = [...root.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
    expect(rows).toHaveLength(14);
    for (const [index, { from, ending }] of picture.months.entries())
      expect(rows[index]).toContain(monthText(from, "long") + ending.toLocaleString());
    expect(rows.join()).toContain(texts.levels.due);
  });

  it("leads from a bar to its host, and leaves other clicks to the browser", async () => {
    const { root, done } = drawHosts([watched("www.example.com", { ahead: 23 })]);
    const bar = root.querySelector<HTMLAnchorElement>("a.timeline-row");
    expect(bar?.textContent).toContain("www.example.com: 23 days left, until");
    expect(bar?.textContent).toContain("Renewal is due.");
    expect(bar?.getAttribute("href")).toBe("/tabs/dashboard.html#host=www.example.com%3A443");
    const taken = (more: MouseEventInit) =>
      bar?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...more }));
    expect(taken({ ctrlKey: true })).toBe(true);
    expect(done).toEqual([]);
    expect(taken({})).toBe(false);
    expect(done).toEqual([["host", "www.example.com:443"]]);
  });

  it("names the hosts that share a certificate by the first", () => {
    const seen = { sha256: "c".repeat(64) };
    const hosts = ["a.example", "b.example", "c.example"].map((host) => watched(host, { seen }));
    const { root } = drawHosts(hosts);
    expect(count(root, "a.timeline-row")).toBe(1);
    expect(root.querySelector(".timeline-label")?.textContent).toBe(`a.example ${texts.others("2")}`);
  });

  it("filters by a month, and lets go of it again", async () => {
    const host = watched("www.example.com", { ahead: 23 });
    const { root, done, picture } = drawHosts([host]);
    const december = picture.months[2];
    if (december === undefined) throw new Error("no month");
    const { from, until } = december;
    const name = texts.month(monthText(from, "long"), 1, "1");
    const button = month(root, name);
    expect(button.getAttribute("aria-pressed")).toBe("false");
    await click(button);
    expect(done).toEqual([["month", { from, until }]]);
    const again = drawHosts([host], { from, until });
    expect(month(again.root, name).getAttribute("aria-pressed")).toBe("true");
    await click(month(again.root, name));
    expect(again.done).toEqual([["month", undefined]]);
    expect(count(again.root, "[aria-pressed=true]")).toBe(1);
  });

  it("draws each level in its own shape", () => {
    const levels = [
      watched("ok.example", { ahead: 90 }),
      watched("due.example", { ahead: 20 }),
      watched("urgent.example", { ahead: 2 }),
      watched("expired.example", { ahead: -2 }),
      watched("broken.example", { seen: { faults: [{ code: "revoked" }] } }),
    ];
    const { root } = drawHosts(levels);
    const shapes = [...root.querySelectorAll(".timeline-end svg")].map(({ innerHTML }) =>
      innerHTML.replace(/[\d.-]+/g, ""),
    );
    expect(new Set(shapes).size).toBe(levels.length);
    for (const level of ["ok", "due", "urgent", "expired", "broken"] as const)
      expect(root.querySelector(".timeline-legend")?.textContent).toContain(texts.levels[level]);
  });

  it("shows hostile names as text", () => {
    const hostile = { ...watched("x.example"), host: "<img src=x>\u202e" };
    const { root } = drawHosts([hostile]);
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain("‹U+202E›");
  });

  it("tells of the caps: the one in the year at its day, the later one in words, both with their source", () => {
    const { root } = drawHosts([]);
    const links = [...root.querySelectorAll("a")];
    expect(links.map(({ href }) => href)).toEqual([lifetimeCapSource.url, lifetimeCapSource.url]);
    expect(links[0]?.title).toContain("100 days");
    expect(links[0]?.title).toContain("CA/Browser Forum");
    expect(root.textContent).toContain("47 days");
  });

  it("says what is not in the picture", () => {
    const { lastSeen: _, ...unseen } = watched("new.example");
    const { root } = drawHosts([
      watched("old.example", { ahead: -90 }),
      watched("late.example", { ahead: 700 }),
      unseen,
    ]);
    const text = root.textContent ?? "";
    for (const words of [texts.none, texts.ended(1, "1"), texts.later(1, "1"), texts.undated(1, "1")])
      expect(text).toContain(words);
  });
});
