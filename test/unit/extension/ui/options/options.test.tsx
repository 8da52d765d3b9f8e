// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { AccessState } from "../../../../../extension/src/ui/access/access-state.ts";
import type { HostView } from "../../../../../extension/src/ui/access/host-panel.tsx";
import { accessTexts } from "../../../../../extension/src/ui/messages/en/access.ts";
import { hostTexts } from "../../../../../extension/src/ui/messages/en/native-host.ts";
import { optionsTexts as texts } from "../../../../../extension/src/ui/messages/en/options.ts";
import { welcomeTexts } from "../../../../../extension/src/ui/messages/en/welcome.ts";
import { Options, type OptionsActions, type OptionsState } from "../../../../../extension/src/ui/options/options.tsx";
import {
  draftOf,
  problemsOf,
  type SettingsDraft,
  settingsOf,
} from "../../../../../extension/src/ui/options/settings-draft.ts";
import { Welcome } from "../../../../../extension/src/ui/welcome/welcome.tsx";
import { click, draw, named, recordedActions, type } from "../draw.ts";

const good: SettingsDraft = { dueDays: "30", urgentDays: "7", helpCenter: "" };

describe("the settings as they are typed", () => {
  it.each<[Partial<SettingsDraft>, object]>([
    [{}, {}],
    [{ dueDays: " 45 " }, {}],
    [{ dueDays: "0" }, { dueDays: "days" }],
    [{ dueDays: "366" }, { dueDays: "days" }],
    [{ dueDays: "1.5" }, { dueDays: "days" }],
    [{ dueDays: "" }, { dueDays: "days" }],
    [{ dueDays: "1e2" }, { dueDays: "days" }],
    [{ urgentDays: "31" }, { urgentDays: "urgent-after-due" }],
    [{ dueDays: "7", urgentDays: "7" }, {}],
    [{ helpCenter: "https://help.example/" }, {}],
    [{ helpCenter: "http://127.0.0.1:4321/" }, {}],
    [{ helpCenter: "http://help.example/" }, { helpCenter: "help-center" }],
    [{ helpCenter: "https://help.example" }, { helpCenter: "help-center" }],
    [{ helpCenter: "https://help.example/?q=1" }, { helpCenter: "help-center" }],
    [{ helpCenter: "javascript:alert(1)" }, { helpCenter: "help-center" }],
  ])("%j has the problems %j", (change, problems) => {
    expect(problemsOf({ ...good, ...change })).toEqual(problems);
    expect(settingsOf({ ...good, ...change }) === undefined).toBe(Object.keys(problems).length > 0);
  });

  it("become settings and settings become them", () => {
    const settings = { thresholds: { dueDays: 45, urgentDays: 3 }, helpCenter: "https://help.example/" };
    expect(settingsOf(draftOf(settings))).toEqual(settings);
  });
});

describe("the settings page", () => {
  const drawOptions = (state: OptionsState, done: unknown[][] = []) =>
    draw(<Options state={state} actions={recordedActions<OptionsActions>(done)} />);
  const access: AccessState = { siteAccess: true, certificates: "works" };

  it.each<[string, OptionsState, string[]]>([
    ["is read", { outcome: "none" }, [texts.loading]],
    ["is saved", { draft: good, outcome: "saved" }, [texts.saved]],
    ["is not saved", { draft: { ...good, dueDays: "x" }, outcome: "not-saved" }, [texts.notSaved, texts.problems.days]],
    ["fails", { draft: good, outcome: "failed" }, [texts.failed]],
    [
      "has access",
      { draft: good, outcome: "none", access },
      [accessTexts.given, accessTexts.state.works, accessTexts.takeBack],
    ],
    [
      "lost access",
      {
        draft: good,
        outcome: "none",
        access: { siteAccess: false, certificates: "no-site-access", last: "taken-back" },
      },
      [accessTexts.takenBack, accessTexts.allow],
    ],
    [
      "was refused",
      { draft: good, outcome: "none", access: { siteAccess: false, certificates: "no-site-access", last: "refused" } },
      [accessTexts.refused],
    ],
    [
      "misses the flag",
      { draft: good, outcome: "none", access: { siteAccess: true, certificates: "flag-off" } },
      [accessTexts.flag.address, accessTexts.flag.honest],
    ],
  ])("says so when it %s", (_, state, expected) => {
    const text = drawOptions(state).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
  });

  it("reads a problem out with its field", () => {
    const field = drawOptions({ draft: { ...good, dueDays: "x" }, outcome: "none" }).querySelector("input");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    const described = field?.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent).toBe(texts.problems.days);
  });

  it("changes, saves, and gives access back", async () => {
    const done: unknown[][] = [];
    const root = drawOptions({ draft: good, outcome: "none", access }, done);
    type(root.querySelector("input"), "45");
    await click(named(root, texts.save));
    await click(named(root, accessTexts.takeBack));
    expect(done).toEqual([["change", { ...good, dueDays: "45" }], ["save"], ["takeBack"]]);
  });
});

describe("the companion program in the settings", () => {
  const command = "notafter install --browser chromium --extension-id abc";
  const off: HostView = { on: false, refused: false, waits: false, firefox: false, command };
  const on: HostView = { ...off, on: true };
  const drawHost = (host: HostView, done: unknown[][] = []) =>
    draw(<Options state={{ outcome: "none", host }} actions={recordedActions<OptionsActions>(done)} />);

  it.each<[string, HostView, string[]]>([
    ["off", off, [...hostTexts.sees, hostTexts.off, hostTexts.turnOn]],
    ["refused", { ...off, refused: true }, [hostTexts.refused, hostTexts.turnOn]],
    ["in Firefox", { ...off, firefox: true }, [hostTexts.firefox]],
    ["looked at", on, [...hostTexts.sees, hostTexts.looking, hostTexts.turnOff]],
    ["works", { ...on, state: { kind: "works", version: "0.1.0" } }, [hostTexts.works("0.1.0")]],
    ["just allowed", { ...on, waits: true, state: { kind: "works", version: "0.1.0" } }, [hostTexts.waits]],
    [
      "not installed",
      { ...on, state: { kind: "not-installed" } },
      [hostTexts.faults["not-installed"], command, hostTexts.copyCommand, hostTexts.lookAgain],
    ],
    ["ended", { ...on, state: { kind: "ended" } }, [hostTexts.faults.ended]],
    ["garbled", { ...on, state: { kind: "garbled" } }, [hostTexts.faults.garbled]],
    ["silent", { ...on, state: { kind: "silent" } }, [hostTexts.faults.silent]],
  ])("says what it sees and that it is %s", (_, host, expected) => {
    const text = drawHost(host).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
    expect(text.includes(command)).toBe(host.state?.kind === "not-installed");
  });

  it("shows a version that is none as text", () => {
    const root = drawHost({ ...on, state: { kind: "works", version: "<img src=x>\u202e" } });
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toContain("‹U+202E›");
  });

  it("is switched and looked at by clicks", async () => {
    const done: unknown[][] = [];
    await click(named(drawHost(off, done), hostTexts.turnOn));
    await click(named(drawHost(on, done), hostTexts.turnOff));
    await click(named(drawHost(on, done), hostTexts.lookAgain));
    expect(done).toEqual([["useHost"], ["stopUsingHost"], ["lookAtHost"]]);
  });
});

describe("the welcome page", () => {
  const links = { guides: "/g", renewal: "/r", settings: "/s" };
  const drawWelcome = (access: AccessState | undefined, done: unknown[][] = []) =>
    draw(<Welcome access={access} actions={recordedActions(done)} links={links} />);

  it.each<[AccessState | undefined, string[]]>([
    [undefined, [...welcomeTexts.sentences, ...welcomeTexts.readsList, ...welcomeTexts.readsNotList]],
    [
      { siteAccess: false, certificates: "no-site-access" },
      [welcomeTexts.seeWhy, accessTexts.allow, welcomeTexts.without],
    ],
    [{ siteAccess: false, certificates: "no-site-access", last: "refused" }, [accessTexts.refused]],
    [{ siteAccess: true, certificates: "not-told-yet" }, [welcomeTexts.afterNotTold]],
    [{ siteAccess: true, certificates: "works" }, [welcomeTexts.afterWorks]],
    [{ siteAccess: true, certificates: "flag-off" }, [welcomeTexts.afterFlag, accessTexts.flag.address]],
  ])("with access %j says what is so", (access, expected) => {
    const text = drawWelcome(access).textContent ?? "";
    for (const each of expected) expect(text).toContain(each);
  });

  it("asks for access from the click, and leads on", async () => {
    const done: unknown[][] = [];
    const root = drawWelcome({ siteAccess: false, certificates: "no-site-access" }, done);
    await click(named(root, accessTexts.allow));
    expect(done).toEqual([["allow"]]);
    expect([...root.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["/g", "/r", "/s"]);
  });
});
