import { useEffect, useRef } from "preact/hooks";
import type { Platform } from "../../../../shared/guide/guide.ts";
import type { Advice } from "../../../../shared/renewal/advice.ts";
import type { Authority } from "../../../../shared/renewal/authority.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { PageFrame } from "../parts/page-frame.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import { AuthorityHelp } from "./authority-help.tsx";
import { InstallStep } from "./install-step.tsx";
import { KeyStep } from "./key-step.tsx";
import { NamesStep } from "./names-step.tsx";
import { OrderStep } from "./order-step.tsx";
import { PassphraseStep } from "./passphrase-step.tsx";
import type { RenewalActions } from "./renewal-actions.ts";
import type { RenewalState } from "./renewal-state.ts";
import { RouteStep } from "./route-step.tsx";
import { SaveStep } from "./save-step.tsx";
import { StepList } from "./step-list.tsx";
import "./renewal.css";

export interface RenewalProps {
  readonly state: RenewalState;
  readonly actions: RenewalActions;
  readonly advice: readonly Advice[];
  readonly authorities: readonly Authority[];
  readonly platforms: readonly Platform[];
  /** Address of the help center, ends in `/`; empty where none is set. */
  readonly helpCenter: string;
}

/** The journey: its steps at the left, one step's work at the right, and always what is safe so far. */
export function Renewal(props: RenewalProps) {
  const { state, actions, advice } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(state.step);
  useEffect(() => {
    // A new step is a new place: keyboard and screen reader start at its heading. Not on the first drawing.
    if (arrived.current !== state.step) heading.current?.focus();
    arrived.current = state.step;
  }, [state.step]);
  return (
    <PageFrame title={<Title state={state} />} width="beside">
      <div class="renewal">
        <StepList state={state} go={actions.go} />
        <section class="panel stack renewal-work" aria-labelledby="step-heading" data-step={state.step}>
          <h2 id="step-heading" ref={heading} tabIndex={-1}>
            {texts.steps[state.step]}
          </h2>
          <Work {...props} />
        </section>
        <p class="renewal-safe small muted" role="status">
          {safetyOf(state)}
        </p>
        {state.step === "order" && <AuthorityHelp state={state} advice={advice} />}
      </div>
    </PageFrame>
  );
}

function Title({ state: { site } }: { readonly state: RenewalState }) {
  if (site === undefined) return texts.title;
  return (
    <>
      {texts.titleFor} <Untrusted text={site.port === "" ? site.shown : `${site.shown}:${site.port}`} />
    </>
  );
}

function safetyOf({ made }: RenewalState): string {
  if (made === undefined) return texts.safe.nothing;
  return made.keySaved ? texts.safe.saved : texts.safe.inPage;
}

function Work(props: RenewalProps) {
  switch (props.state.step) {
    case "route":
      return <RouteStep {...props} />;
    case "names":
      return <NamesStep {...props} />;
    case "key":
      return <KeyStep {...props} />;
    case "passphrase":
      return <PassphraseStep {...props} />;
    case "save":
      return <SaveStep {...props} />;
    case "order":
      return <OrderStep {...props} />;
    case "install":
      return <InstallStep {...props} />;
  }
}
