import { accessTexts } from "../messages/en/access.ts";
import { CopyButton } from "../parts/copy-button.tsx";

const { flag } = accessTexts;

/** How to turn on the setting that Chromium's own certificate source needs; without a title where one stands already. */
export function FlagSteps({ titled = true }: { readonly titled?: boolean }) {
  return (
    <section class="stack stack-tight">
      {titled && <h3>{flag.title}</h3>}
      <p>{flag.body}</p>
      <ol class="steps">
        {flag.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="row">
        <code class="address">{flag.address}</code>
        <CopyButton text={() => flag.address} label={flag.copy} />
      </p>
      <p class="small muted">{flag.honest}</p>
    </section>
  );
}
