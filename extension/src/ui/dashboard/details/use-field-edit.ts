import { useEffect, useRef, useState } from "preact/hooks";
import { editHost, type HostEdit, undoOf } from "../../../../../shared/watch/edit-host.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import type { HostDetailsActions } from "./host-details-actions.ts";

/** How the last edit of a field went. */
export type EditOutcome =
  | { readonly kind: "none" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly undo: HostEdit }
  | { readonly kind: "undone" }
  | { readonly kind: "problem"; readonly text: string; readonly edit: HostEdit };

export interface FieldEdit {
  readonly outcome: EditOutcome;
  /** Saves; whether it is saved now. What changes nothing is not written. */
  readonly save: (edit: HostEdit) => Promise<boolean>;
  readonly undo: (edit: HostEdit) => void;
}

const changes = (host: WatchedHost, edit: HostEdit): boolean =>
  JSON.stringify(undoOf(host, edit)) !== JSON.stringify(undoOf(editHost(host, edit), edit));

/** The way of a field's edits to the store and back. */
export function useFieldEdit(host: WatchedHost, edit: HostDetailsActions["edit"]): FieldEdit {
  const [outcome, setOutcome] = useState<EditOutcome>({ kind: "none" });
  const send = async (wanted: HostEdit, done: EditOutcome): Promise<boolean> => {
    setOutcome({ kind: "saving" });
    const result = await edit(wanted);
    setOutcome(result.ok ? done : { kind: "problem", text: result.problem, edit: wanted });
    return result.ok;
  };
  return {
    outcome,
    save: async (wanted) => {
      if (changes(host, wanted)) return send(wanted, { kind: "saved", undo: undoOf(host, wanted) });
      setOutcome((before) => (before.kind === "problem" ? { kind: "none" } : before));
      return true;
    },
    undo: (wanted) => void send(wanted, { kind: "undone" }),
  };
}

/** Calls back when the field goes away or the page is hidden: what was typed and not yet left is not lost. */
export function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const listening = new AbortController();
    const hidden = (): void => {
      if (document.visibilityState === "hidden") latest.current();
    };
    document.addEventListener("visibilitychange", hidden, { signal: listening.signal });
    return () => {
      listening.abort();
      latest.current();
    };
  }, []);
}
