// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { AccessState } from "../../../../../extension/src/ui/access/access-state.ts";
import { SourceList } from "../../../../../extension/src/ui/access/source-list.tsx";
import type { SourceFacts } from "../../../../../extension/src/ui/access/source-state.ts";
import {
  type SourcesActions,
  type SourcesView,
  sourcesOf,
} from "../../../../../extension/src/ui/access/sources-view.ts";
import { accessTexts } from "../../../../../extension/src/ui/messages/en/access.ts";
import { sourceTexts as texts } from "../../../../../extension/src/ui/messages/en/sources.ts";
import type { SourceId } from "../../../../../shared/observation/observation.ts";
import { click, draw, named, recordedActions } from "../draw.ts";

const command = "notafter install --browser chromium --extension-id abc";
const given: AccessState = { siteAccess: true, certificates: "not-told-yet" };
const plain: SourceFacts = {
  on: true,
  refused: false,
  siteAccess: true,
  certificates: "not-told-yet",
  delivered: false,
  hostWaits: false,
};

const viewOf = (firefox: boolean, access = given, changed: Partial<Record<SourceId, Partial<SourceFacts>>> = {}) =>
  ({
    access,
    sources: sourcesOf(firefox).map((id) => ({ id, facts: { ...plain, ...changed[id] } })),
    firefox,
    command,
    dashboard: "/d",
  }) satisfies SourcesView;

const drawList = (view: SourcesView, done: unknown[][] = []) =>
  draw(<SourceList view={view} actions={recordedActions<SourcesActions>(done)} />);

const rowOf = (root: HTMLElement, id: SourceId): HTMLElement => {
  const row = root.querySelector<HTMLElement>(`[data-source="${id}"]`);
  if (row === null) throw new Error(`no row for ${id}`);
  return row;
};

describe("the certificate sources in the settings", () => {
  it.each([
    [true, ["firefox-security-info", "net-error", "native-host", "own-fetch", "owned"]],
    [false, ["chromium-security-info", "net-error", "native-host", "own-fetch", "owned"]],
  ] as const)(
    "are those that the browser has, each with a name, its purpose, a switch and a state: Firefox %s",
    (firefox, ids) => {
      const root = drawList(viewOf(firefox));
      const rows = [...root.querySelectorAll<HTMLElement>("[data-source]")];
      expect(rows.map(({ dataset }) => dataset["source"])).toEqual(ids);
      for (const id of ids) {
        const row = rowOf(root, id);
        expect(row.textContent).toContain(texts.what[id]);
        const toggle = row.querySelector('[role="switch"]');
        expect(document.getElementById(toggle?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe(
          texts.names[id],
        );
        const state = document.getElementById(toggle?.getAttribute("aria-describedby") ?? "");
        expect(state?.getAttribute("role")).toBe("status");
        expect(state?.textContent?.trim()).not.toBe("");
      }
    },
  );

  it.each<[string, SourceId, Partial<SourceFacts>, readonly string[]]>([
    ["off", "net-error", { on: false }, [texts.states.off]],
    ["refused", "native-host", { on: false, refused: true }, [texts.states.refused, ...texts.sees]],
    [
      "missing the flag",
      "chromium-security-info",
      { certificates: "flag-off" },
      [accessTexts.flag.address, accessTexts.flag.honest],
    ],
    ["not told yet", "chromium-security-info", {}, [texts.ready["chromium-security-info"], accessTexts.flag.address]],
    ["looked at", "native-host", {}, [texts.states.looking, ...texts.sees]],
    ["working", "native-host", { host: { kind: "works", version: "0.1.0" } }, ["It works.", texts.version("0.1.0")]],
    ["just allowed", "native-host", { host: { kind: "works", version: "1" }, hostWaits: true }, [texts.states.waits]],
    [
      "not installed",
      "native-host",
      { host: { kind: "not-installed" } },
      [texts.states["not-installed"], command, texts.copyCommand, texts.lookAgain],
    ],
    ["ended", "native-host", { host: { kind: "ended" } }, [texts.states.ended, texts.lookAgain]],
    ["garbled", "native-host", { host: { kind: "garbled" } }, [texts.states.garbled]],
    ["silent", "native-host", { host: { kind: "silent" } }, [texts.states.silent]],
    ["without any", "owned", { owned: 0 }, [texts.states.empty, texts.openDashboard]],
    ["with some", "owned", { owned: 3 }, [texts.works.owned, texts.ownedCount(3)]],
  ])("say that one is %s, and what comes next", (_, id, change, expected) => {
    const text = rowOf(drawList(viewOf(false, given, { [id]: change })), id).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
    expect(text.includes(command)).toBe(change.host?.kind === "not-installed");
  });

  it("say in Firefox when the program is asked", () => {
    expect(drawList(viewOf(true)).textContent).toContain(texts.hostInFirefox);
    expect(drawList(viewOf(false)).textContent).not.toContain(texts.hostInFirefox);
  });

  it("show a version that is none as text", () => {
    const host = { kind: "works", version: "<img src=x>\u202e" } as const;
    const root = drawList(viewOf(false, given, { "native-host": { host } }));
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain("‹U+202E›");
  });

  it("are switched and looked at by clicks", async () => {
    const done: unknown[][] = [];
    const root = drawList(
      viewOf(false, given, { "net-error": { on: false }, "native-host": { host: { kind: "ended" } } }),
      done,
    );
    for (const toggle of root.querySelectorAll<HTMLElement>('[role="switch"]')) await click(toggle);
    await click(named(root, texts.lookAgain));
    expect(done).toEqual([
      ["turnSource", "chromium-security-info", false],
      ["turnSource", "net-error", true],
      ["turnSource", "native-host", false],
      ["turnSource", "own-fetch", false],
      ["turnSource", "owned", false],
      ["lookAtHost"],
    ]);
  });

  it.each<[AccessState, string, string, string]>([
    [given, accessTexts.given, accessTexts.takeBack, "takeBack"],
    [{ siteAccess: false, certificates: "no-site-access" }, accessTexts.notGiven, accessTexts.allow, "allow"],
    [
      { siteAccess: false, certificates: "no-site-access", last: "refused" },
      accessTexts.refused,
      accessTexts.allow,
      "allow",
    ],
    [
      { siteAccess: false, certificates: "no-site-access", last: "taken-back" },
      accessTexts.takenBack,
      accessTexts.allow,
      "allow",
    ],
  ])("tell of site access %j, and change it", async (access, words, name, action) => {
    const done: unknown[][] = [];
    const root = drawList(viewOf(false, access), done);
    expect(root.textContent).toContain(words);
    await click(named(root, name));
    expect(done).toEqual([[action]]);
  });
});
