import { useRef, useState } from "preact/hooks";
import type { Result } from "../../../../shared/result.ts";
import { editHost } from "../../../../shared/watch/edit-host.ts";
import type { WatchedHost } from "../../../../shared/watch/watched-host.ts";
import { report } from "../../platform/report.ts";
import { forgetHosts, putBack } from "../../store/forgotten-hosts.ts";
import { storeProblemText } from "../../store/problem-text.ts";
import type { StoreProblem } from "../../store/store-problem.ts";
import { changeHosts } from "../../store/watch-list.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { dayText } from "../parts/moment.tsx";
import { type BulkEdit, type EditSettings, editBack, edited } from "./bulk-edit.ts";
import type { Notice } from "./dashboard-state.ts";
import { withDatabase } from "./store-source.ts";

type Undo = () => Promise<Result<unknown, StoreProblem>>;

export interface Edits {
  readonly notice?: Notice;
  readonly say: (text: string, isProblem?: boolean) => void;
  /** Does something with the store and says how it went; what takes it back is kept until the next. */
  readonly perform: <T>(
    doing: string,
    work: Promise<Result<T, StoreProblem>>,
    done: (value: T) => { readonly text: string; readonly undo?: Undo },
  ) => void;
  readonly edit: (ids: readonly string[], edit: BulkEdit, settings: EditSettings) => void;
  readonly forget: (ids: readonly string[]) => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

/** What the user does to the hosts of the list, each in one transaction, each with a way back. */
export function useEdits(): Edits {
  const [notice, setNotice] = useState<Notice>();
  const back = useRef<Undo>();
  const say = (text: string, isProblem = false): void => {
    back.current = undefined;
    setNotice({ text, isProblem, canUndo: false });
  };
  const perform: Edits["perform"] = (doing, work, done) => {
    work.then(
      (result) => {
        if (!result.ok) return say(storeProblemText(result.problem), true);
        const { text, undo } = done(result.value);
        back.current = undo;
        setNotice({ text, isProblem: false, canUndo: undo !== undefined });
      },
      (error: unknown) => {
        report(doing, error);
        say(texts.bug, true);
      },
    );
  };
  return {
    ...(notice !== undefined && { notice }),
    say,
    perform,
    edit: (ids, edit, settings) => {
      const before = new Map<string, WatchedHost>();
      const change = (host: WatchedHost): WatchedHost => {
        before.set(host.id, host);
        return edited(host, edit, settings);
      };
      const undo: Undo = () =>
        withDatabase((opened) =>
          changeHosts(opened, [...before.keys()], (host) => {
            const was = before.get(host.id);
            return was === undefined ? host : editHost(host, editBack(was));
          }),
        );
      const work = withDatabase((opened) => changeHosts(opened, ids, change));
      perform("changing hosts", work, (changed) => ({ text: doneText(edit, changed.length), undo }));
    },
    forget: (ids) =>
      perform(
        "forgetting hosts",
        withDatabase((opened) => forgetHosts(opened, ids)),
        (forgotten) => ({
          text: texts.done.forgotten(forgotten.hosts.length),
          undo: () => withDatabase((opened) => putBack(opened, forgotten)),
        }),
      ),
    undo: () => {
      const undo = back.current;
      back.current = undefined;
      if (undo !== undefined) perform("taking a change back", undo(), () => ({ text: texts.undone }));
    },
    dismiss: () => {
      back.current = undefined;
      setNotice(undefined);
    },
  };
}

function doneText(edit: BulkEdit, count: number): string {
  switch (edit.kind) {
    case "tag":
      return texts.done.tagged(count, edit.tag);
    case "untag":
      return texts.done.untagged(count, edit.tag);
    case "owner":
      return texts.done.owned(count, edit.owner);
    case "snooze":
      return texts.done.snoozed(count, dayText(edit.until));
    case "snooze-until-next-level":
      return texts.done.snoozedUntilDue(count);
    case "unsnooze":
      return texts.done.unsnoozed(count);
    case "fields":
      return texts.done.edited(count);
  }
}
