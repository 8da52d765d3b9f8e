import type { ComponentChildren } from "preact";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { Ring } from "../parts/ring.tsx";

/** The list before anything is on it; `children` is the way to add the first host. */
export function FirstHost({ children }: { readonly children: ComponentChildren }) {
  return (
    <section class="panel first-host">
      <Ring level="due" left={0.33} size={80} />
      <div class="stack">
        <h2>{texts.firstTitle}</h2>
        <p>{texts.firstWhy}</p>
        {children}
        <p class="muted">{texts.firstOther}</p>
      </div>
    </section>
  );
}
