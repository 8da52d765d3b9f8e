import type { ComponentChildren } from "preact";
import { partTexts } from "../messages/en/parts.ts";
import { Ring } from "./ring.tsx";

interface PageFrameProps {
  readonly title: ComponentChildren;
  /** Stands under the title. */
  readonly lead?: ComponentChildren;
  /** Narrow for forms, for reading 70 characters a line; `beside` has room for a second column at the right, `full` for a table. */
  readonly width?: "wide" | "beside" | "narrow" | "reading" | "full";
  readonly children: ComponentChildren;
}

/** A page in a tab: the brand, the title, the work. */
export function PageFrame({ title, lead, width = "wide", children }: PageFrameProps) {
  return (
    <main class={`page page-${width}`}>
      <header class="page-head">
        <p class="brand">
          <Ring level="due" left={0.33} size={20} />
          {partTexts.product}
        </p>
        <h1>{title}</h1>
        {lead !== undefined && <div class="page-lead muted">{lead}</div>}
      </header>
      {children}
    </main>
  );
}
