import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { addTexts as texts } from "../../messages/en/add.ts";
import { RemoveIcon } from "../../parts/icons.tsx";
import "./add.css";
import { AddScreen } from "./add-screen.tsx";
import { hasEntries } from "./add-state.ts";
import { useAdd } from "./use-add.ts";

interface AddDialogProps {
  /** Files that were dropped on the page; a new list is added to what is there. */
  readonly files?: readonly File[];
  readonly onClose: () => void;
  /** Ids of the hosts that are new. */
  readonly onAdded?: (ids: readonly string[]) => void;
}

/** Adds hosts to the watch list: pasted, from files, out of certificates. Nothing is kept before the user confirms. */
export function AddDialog({ files, onClose, onAdded }: AddDialogProps) {
  const [state, preview, actions] = useAdd((ids) => onAdded?.(ids));
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    document.getElementById("add-text")?.focus();
    // Closing gives the focus back to what had it.
    return () => opened?.close();
  }, []);
  useEffect(() => {
    if (files !== undefined && files.length > 0) actions.addFiles(files);
  }, [files]);

  const leave = (): void => {
    if (hasEntries(state) && !state.leaving) actions.change({ leaving: true });
    else onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="add-dialog"
      aria-labelledby="add-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        // Escape asks where something was entered; the dialog's own way would close it on the second.
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        if (state.leaving) actions.change({ leaving: false });
        else leave();
      }}
    >
      <header class="add-head">
        <h2 id="add-title">{texts.title}</h2>
        <button type="button" class="button button-plain" aria-label={texts.close} onClick={leave}>
          <RemoveIcon />
        </button>
      </header>
      <AddScreen state={state} preview={preview} actions={{ ...actions, leave, close: onClose }} />
    </dialog>
  );
}
