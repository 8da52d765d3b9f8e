import { useEffect, useRef, useState } from "preact/hooks";
import { addTexts as texts } from "../../messages/en/add.ts";
import "./add.css";

interface PageDropProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files may be dropped anywhere on the page; while they hover over it, the whole of it shows that it takes them. */
export function PageDrop({ onFiles }: PageDropProps) {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // Entering a part of the page comes before leaving the one around it.
    let depth = 0;
    const end = (): void => {
      depth = 0;
      setIsOver(false);
    };
    const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;
    addEventListener(
      "dragenter",
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth++;
        setIsOver(true);
      },
      { signal },
    );
    addEventListener(
      "dragover",
      (event) => {
        // Without this the browser would open the file in place of the page.
        if (holdsFiles(event)) event.preventDefault();
      },
      { signal },
    );
    addEventListener(
      "dragleave",
      (event) => {
        if (holdsFiles(event) && --depth <= 0) end();
      },
      { signal },
    );
    addEventListener(
      "drop",
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        end();
        take.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return isOver ? <DropTarget /> : null;
}

/** A popover, because only that lies above a dialog. */
function DropTarget() {
  return (
    <div
      class="add-drop"
      popover="manual"
      ref={(target) => {
        if (target !== null && typeof target.showPopover === "function") target.showPopover();
      }}
    >
      <p class="add-drop-title">{texts.dropHere}</p>
      <p>{texts.dropWhat}</p>
    </div>
  );
}
