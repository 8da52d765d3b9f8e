import { useEffect, useRef } from "preact/hooks";
import { storeProblemText } from "../../store/problem-text.ts";
import { StateLine } from "../access/state-line.tsx";
import { yourDataTexts as texts } from "../messages/en/your-data.ts";
import { ExportForm } from "./export-form.tsx";
import { ForgetForm } from "./forget-form.tsx";
import { HeldList } from "./held-list.tsx";
import { ImportForm } from "./import-form.tsx";
import type { Task, Work, YourDataActions, YourDataState } from "./your-data-state.ts";
import "./your-data.css";

interface YourDataProps {
  readonly state: YourDataState;
  readonly actions: YourDataActions;
}

const tasks = ["export", "import", "forget"] as const;

/** What is kept and where, and the three things that can be done with all of it. */
export function YourData({ state, actions }: YourDataProps) {
  const { held, task, work } = state;
  const openers = useRef<Partial<Record<Task, HTMLButtonElement | null>>>({});
  const before = useRef(task);
  useEffect(() => {
    // A form that closes gives the keyboard back to the button that opened it.
    if (before.current !== undefined && task === undefined) openers.current[before.current]?.focus();
    before.current = task;
  }, [task]);
  const working = work.kind === "working";
  return (
    <section class="panel stack your-data" id="your-data">
      <h2>{texts.title}</h2>
      <p class="muted">{texts.lead}</p>
      {held.kind === "problem" ? (
        <>
          <StateLine mark="fault">{storeProblemText(held.problem)}</StateLine>
          <button type="button" class="button" onClick={actions.lookAgain}>
            {texts.lookAgain}
          </button>
        </>
      ) : (
        <>
          <HeldList held={held} />
          <p class="row">
            {tasks.map((each) => (
              <button
                key={each}
                type="button"
                class="button"
                ref={(button) => {
                  openers.current[each] = button;
                }}
                aria-expanded={task === each}
                disabled={working}
                onClick={() => actions.open(task === each ? undefined : each)}
              >
                {openerTexts[each]}
              </button>
            ))}
          </p>
          {task === "export" && !working && <ExportForm state={state} actions={actions} />}
          {task === "import" && !working && <ImportForm state={state} actions={actions} />}
          {task === "forget" && !working && <ForgetForm held={held} actions={actions} />}
        </>
      )}
      {working && <progress class="working" aria-label={texts.steps[work.step]} />}
      <p role="status" class={outcomeClass(work)}>
        {outcomeText(work)}
      </p>
    </section>
  );
}

const openerTexts: Readonly<Record<Task, string>> = {
  export: texts.openExport,
  import: texts.openImport,
  forget: texts.openForget,
};

function outcomeText(work: Work): string {
  switch (work.kind) {
    case "idle":
      return "";
    case "working":
      return texts.steps[work.step];
    case "exported":
      return texts.exported(work.file, work.hosts);
    case "imported":
      return texts.imported(work.restored.added, work.restored.there);
    case "forgotten":
      return texts.forgotten;
    case "failed": {
      const { problem } = work;
      if (problem.from !== "store") return texts.fileProblems[problem.code];
      // The database is open, so what is newer than this extension is the file.
      return problem.problem.code === "future-version"
        ? texts.fileProblems["future-version"]
        : storeProblemText(problem.problem);
    }
  }
}

function outcomeClass({ kind }: Work): string {
  if (kind === "idle" || kind === "working") return "";
  return kind === "failed" ? "note note-stop" : "note note-good";
}
