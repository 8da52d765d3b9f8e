import { useRef } from "preact/hooks";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { SaveIcon } from "../parts/icons.tsx";
import { type ExportFormat, exportFormats } from "./export-files.ts";

interface ExportMenuProps {
  readonly label: string;
  readonly onExport: (format: ExportFormat) => void;
}

/** A button that opens to the formats; one click is one file, for browsers ask before a page saves two. */
export function ExportMenu({ label, onExport }: ExportMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || menu.current?.open !== true) return;
        event.stopPropagation();
        close();
        menu.current.querySelector("summary")?.focus();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="button">
        <SaveIcon />
        {label}
      </summary>
      <ul class="menu-list quiet-list">
        {exportFormats.map((format) => (
          <li key={format}>
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                close();
                onExport(format);
              }}
            >
              {texts.formats[format]}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
