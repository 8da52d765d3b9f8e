// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { addPreview, readTyped } from "../../../../../../extension/src/ui/dashboard/add/add-preview.ts";
import { AddScreen, type AddScreenActions } from "../../../../../../extension/src/ui/dashboard/add/add-screen.tsx";
import { type AddFile, type AddState, emptyState } from "../../../../../../extension/src/ui/dashboard/add/add-state.ts";
import { pkcs12ProblemText, addTexts as texts } from "../../../../../../extension/src/ui/messages/en/add.ts";
import { click, draw, named, recordedActions, type } from "../../draw.ts";

const ready: AddState = { ...emptyState, watched: new Set() };

function drawn(state: Partial<AddState>) {
  const done: unknown[][] = [];
  const whole = { ...ready, ...state };
  const root = draw(
    <AddScreen
      state={whole}
      preview={addPreview(whole, readTyped(whole.text, whole.starttls))}
      actions={recordedActions<AddScreenActions>(done)}
    />,
  );
  return { root, done, text: root.textContent ?? "" };
}

const submit = (root: HTMLElement) =>
  root.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

const locked = (content: Partial<Extract<AddFile["content"], { kind: "locked" }>> = {}): AddFile => ({
  id: 7,
  name: "site.pfx",
  content: { kind: "locked", opening: false, ...content },
  mended: new Map(),
});

describe("the dialog for adding hosts", () => {
  it("adds nothing while there is nothing, nor before the watch list is read", () => {
    for (const state of [{ text: "" }, { text: "*" }]) {
      const { root, done } = drawn(state);
      submit(root);
      expect(done).toEqual([]);
    }
    const { watched: _, ...unread } = ready;
    const done: unknown[][] = [];
    const state = { ...unread, text: "a.example" };
    const screen = (
      <AddScreen
        state={state}
        preview={addPreview(state, readTyped(state.text, undefined))}
        actions={recordedActions<AddScreenActions>(done)}
      />
    );
    submit(draw(screen));
    expect(done).toEqual([]);
  });

  it("says how many are new, adds them, and asks for notifications with the reason before", () => {
    const { root, done, text } = drawn({ text: "a.example\nb.example", asksForNotifications: true });
    expect(text).toContain(texts.summary(2, 2, 0));
    expect(text).toContain(texts.notifications);
    expect(named(root, texts.addHosts(2)).getAttribute("aria-disabled")).toBe("false");
    submit(root);
    expect(done).toEqual([["add"]]);
    expect(drawn({ text: "a.example" }).text).not.toContain(texts.notifications);
  });

  it("shows hostile lines as text, and takes a suggestion", async () => {
    const { root, done, text } = drawn({ text: "\u202e<img src=x>\n*.a.example" });
    expect(text).toContain("‹U+202E›<img src=x>");
    expect(root.querySelector("img")).toBeNull();
    await click(named(root, texts.use("a.example")));
    expect(done).toMatchObject([["mend", [{ line: 2, suggestion: "a.example" }]]]);
  });

  it("asks for a file's passphrase where it stands, and empties the field", async () => {
    const { root, done } = drawn({ files: [locked()] });
    const field = root.querySelector<HTMLInputElement>("input[type=password]");
    type(field, "correct horse");
    await click(named(root, texts.open));
    expect(done).toEqual([["open", 7, "correct horse"]]);
    expect(field?.value).toBe("");
  });

  it("says why a file does not open", () => {
    const problem = { code: "unsupported-algorithm", algorithm: "1.2.3" } as const;
    expect(drawn({ files: [locked({ problem })] }).text).toContain(pkcs12ProblemText(problem));
    expect(pkcs12ProblemText(problem)).toContain("1.2.3");
  });

  it("says what happened, what is safe and what to do when the disk is full", () => {
    const { root, text } = drawn({ text: "a.example", outcome: { kind: "failed", problem: { code: "storage-full" } } });
    expect(root.querySelector("[role=alert]")?.textContent).toContain("Nothing of this was kept");
    expect(text).toContain(texts.addHosts(1));
  });

  it("says what was added, and offers the way back once", async () => {
    const taken = { hosts: ["a.example:443"], owned: ["9f"] };
    const added = drawn({ outcome: { kind: "added", taken } });
    expect(added.text).toContain(texts.added(1, 1));
    await click(named(added.root, texts.undo));
    expect(added.done).toEqual([["undo"]]);
    const undone = drawn({ outcome: { kind: "undone", taken } });
    expect(undone.text).toContain(texts.undone(1, 1));
    expect(() => named(undone.root, texts.undo)).toThrow();
  });

  it("asks before it loses what was typed, with the focus on what loses nothing", () => {
    const { root } = drawn({ text: "a", leaving: true });
    expect(root.ownerDocument.activeElement?.textContent).toBe(texts.stay);
  });
});
