import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { RemoveIcon } from "../../parts/icons.tsx";

interface DetailsFrameProps {
  /** Of the host that is shown. */
  readonly id: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** As in dashboard.css: beside the table where there is room. */
const beside = "(min-width: 1100px)";

/**
 * Where a host's details stand: beside the table, or as a sheet over it. What is opened gets the focus, what is closed
 * gives it back.
 */
export function DetailsFrame({ id, onClose, children }: DetailsFrameProps) {
  const wide = useMatch(beside);
  const content = (
    <>
      <button
        type="button"
        class="button button-plain details-close"
        aria-label={texts.close}
        title={texts.close}
        onClick={onClose}
      >
        <RemoveIcon />
      </button>
      {children}
    </>
  );
  return wide ? (
    <Aside id={id}>{content}</Aside>
  ) : (
    <Sheet id={id} onClose={onClose}>
      {content}
    </Sheet>
  );
}

function useMatch(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const listening = new AbortController();
    const list = matchMedia(query);
    list.addEventListener("change", () => setMatches(list.matches), { signal: listening.signal });
    return () => listening.abort();
  }, [query]);
  return matches;
}

const focusTitle = (frame: HTMLElement | null): void =>
  frame?.querySelector<HTMLElement>(".details-title")?.focus({ preventScroll: true });

function Aside({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      const active = document.activeElement;
      const held = active === null || active === document.body || frame.current?.contains(active) === true;
      if (held && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => focusTitle(frame.current), [id]);
  return (
    <aside ref={frame} class="dashboard-details panel" aria-label={texts.title}>
      {children}
    </aside>
  );
}

interface SheetProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Sheet({ id, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to where it was (HTML, "dialog focusing steps"); taking it out of the page does not.
    return () => shown?.close();
  }, []);
  useLayoutEffect(() => focusTitle(dialog.current), [id]);
  return (
    <dialog
      ref={dialog}
      class="details-sheet"
      aria-label={texts.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
