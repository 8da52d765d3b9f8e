// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { optionsTexts as texts } from "../../../../../extension/src/ui/messages/en/options.ts";
import { Options, type OptionsActions, type OptionsState } from "../../../../../extension/src/ui/options/options.tsx";
import {
  draftOf,
  problemsOf,
  type SettingsDraft,
  settingsOf,
} from "../../../../../extension/src/ui/options/settings-draft.ts";
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

  it.each<[string, OptionsState, string[]]>([
    ["is read", { outcome: "none" }, [texts.loading]],
    ["is saved", { draft: good, outcome: "saved" }, [texts.saved]],
    ["is not saved", { draft: { ...good, dueDays: "x" }, outcome: "not-saved" }, [texts.notSaved, texts.problems.days]],
    ["fails", { draft: good, outcome: "failed" }, [texts.failed]],
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

  it("changes and saves", async () => {
    const done: unknown[][] = [];
    const root = drawOptions({ draft: good, outcome: "none" }, done);
    type(root.querySelector("input"), "45");
    await click(named(root, texts.save));
    expect(done).toEqual([["change", { ...good, dueDays: "45" }], ["save"]]);
  });
});
