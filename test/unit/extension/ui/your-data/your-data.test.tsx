// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { storeProblemText } from "../../../../../extension/src/store/problem-text.ts";
import { passphraseTexts } from "../../../../../extension/src/ui/messages/en/passphrase.ts";
import { yourDataTexts as texts } from "../../../../../extension/src/ui/messages/en/your-data.ts";
import { YourData } from "../../../../../extension/src/ui/your-data/your-data.tsx";
import {
  emptyYourData,
  type Work,
  withTask,
  type YourDataActions,
  type YourDataState,
} from "../../../../../extension/src/ui/your-data/your-data-state.ts";
import { click, draw, named, recordedActions, type } from "../draw.ts";

const counts = { hosts: 1234, certificates: 1, marks: 0, owned: 2 };
const open: YourDataState = { ...emptyYourData, held: { kind: "open", counts, visited: 5 } };
const drawData = (state: YourDataState, done: unknown[][] = []) =>
  draw(<YourData state={state} actions={recordedActions<YourDataActions>(done)} />);

describe("your data in the settings", () => {
  it("is counted, place by place", () => {
    const text = drawData(open).textContent ?? "";
    for (const each of [texts.hosts(1234), texts.seen(1), texts.given(2), texts.marks(0), texts.visited(5), texts.keys])
      expect(text).toContain(each);
    expect(texts.seen(1)).toMatch(/^1 certificate that/);
  });

  it.each([
    { code: "future-version", found: 9, known: 3 },
    { code: "blocked" },
    { code: "unavailable", detail: "<b>\u202e" },
    { code: "storage-full" },
  ] as const)("says why it cannot be opened, and offers nothing that needs it: $code", async (problem) => {
    const done: unknown[][] = [];
    const root = drawData({ ...open, held: { kind: "problem", problem } }, done);
    expect(root.textContent).toContain(storeProblemText(problem));
    expect(root.querySelector("b")).toBeNull();
    expect([...root.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([texts.lookAgain]);
    await click(named(root, texts.lookAgain));
    expect(done).toEqual([["lookAgain"]]);
  });

  it.each([
    ["export", texts.openExport, texts.exportWhat],
    ["import", texts.openImport, texts.importWhat],
    ["forget", texts.openForget, texts.forgetWhat(1234)],
  ] as const)("opens one form at a time, which says before what will happen: %s", async (task, opener, words) => {
    const done: unknown[][] = [];
    await click(named(drawData(open, done), opener));
    const root = drawData(withTask(open, task), done);
    expect(root.textContent).toContain(words);
    expect(root.querySelectorAll(".task")).toHaveLength(1);
    expect(named(root, opener).getAttribute("aria-expanded")).toBe("true");
    await click(named(root, opener));
    expect(done).toEqual([
      ["open", task],
      ["open", undefined],
    ]);
  });

  it("gives the keyboard back to the button when a form closes", () => {
    drawData(withTask(open, "import"));
    const root = document.getElementById("__plasmo");
    if (root === null) throw new Error("no root");
    const again = drawAgain(withTask(open, undefined), root);
    expect(document.activeElement).toBe(named(again, texts.openImport));
  });

  it.each([
    ["", "", passphraseTexts.problems.empty],
    ["short", "short", passphraseTexts.problems["too-short"]],
    ["correct horse battery", "correct horse batterx", passphraseTexts.problems.mismatch],
  ])("tells what is wrong with the passphrases %j and %j once they were tried", (first, second, words) => {
    const passphrase = { first, second, shown: false, tried: false };
    const state = { ...withTask(open, "export"), passphrase };
    expect(drawData(state).textContent).not.toContain(words);
    expect(drawData({ ...state, passphrase: { ...passphrase, tried: true } }).textContent).toContain(words);
  });

  it("hides passphrases unless they are to be seen", () => {
    const typesOf = (state: YourDataState) =>
      [...drawData(state).querySelectorAll("input:not([type=checkbox])")].map((input) => input.getAttribute("type"));
    const state = withTask(open, "export");
    expect(typesOf(state)).toEqual(["password", "password"]);
    expect(typesOf({ ...state, passphrase: { ...state.passphrase, shown: true } })).toEqual(["text", "text"]);
    expect(typesOf(withTask(open, "import"))).toEqual(["file", "password"]);
  });

  it("exports, imports and forgets by the form's button alone", async () => {
    const done: unknown[][] = [];
    await click(named(drawData(withTask(open, "export"), done), texts.exportNow));
    const taking = drawData(withTask(open, "import"), done);
    type(taking.querySelector("input[type=password]"), "x");
    await click(named(taking, texts.importNow));
    const forgetting = drawData(withTask(open, "forget"), done);
    await click(named(forgetting, texts.exportFirst));
    await click(named(forgetting, texts.keep));
    await click(named(forgetting, texts.forgetNow));
    expect(done).toEqual([
      ["exportAll"],
      ["typeFilePassphrase", "x"],
      ["importAll"],
      ["open", "export"],
      ["open", undefined],
      ["forgetAll"],
    ]);
  });

  const failed = (problem: Extract<Work, { kind: "failed" }>["problem"]): Work => ({ kind: "failed", problem });
  it.each<[Work, string]>([
    [{ kind: "working", step: "encrypting" }, texts.steps.encrypting],
    [{ kind: "exported", file: "a.backup", hosts: 2 }, texts.exported("a.backup", 2)],
    [{ kind: "imported", restored: { added: 1, there: 2 } }, texts.imported(1, 2)],
    [{ kind: "forgotten" }, texts.forgotten],
    [failed({ from: "file", code: "wrong-passphrase" }), texts.fileProblems["wrong-passphrase"]],
    [failed({ from: "file", code: "damaged" }), texts.fileProblems.damaged],
    [failed({ from: "file", code: "not-a-backup" }), texts.fileProblems["not-a-backup"]],
    [failed({ from: "disk", code: "no-file" }), texts.fileProblems["no-file"]],
    [
      failed({ from: "store", problem: { code: "future-version", found: 9, known: 3 } }),
      texts.fileProblems["future-version"],
    ],
    [
      failed({ from: "store", problem: { code: "bad-record", store: "hosts", index: 1 } }),
      storeProblemText({ code: "bad-record", store: "hosts", index: 1 }),
    ],
  ])("says what came of it: %j", (work, words) => {
    const root = drawData({ ...open, work });
    expect(root.querySelector('[role="status"]')?.textContent).toContain(words);
    expect(root.querySelector("progress") !== null).toBe(work.kind === "working");
  });

  it("holds what was typed no longer than the form is open", () => {
    const typed = { ...open, filePassphrase: "secret", passphrase: { ...open.passphrase, first: "secret" } };
    expect(JSON.stringify(withTask(typed, undefined))).not.toContain("secret");
    expect(JSON.stringify(withTask(typed, "forget"))).not.toContain("secret");
  });
});

function drawAgain(state: YourDataState, root: HTMLElement): HTMLElement {
  act(() => render(<YourData state={state} actions={recordedActions<YourDataActions>([])} />, root));
  return root;
}
