import { accessTexts } from "../messages/en/access.ts";
import { sourceTexts as texts } from "../messages/en/sources.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import type { AccessState } from "./access-state.ts";
import { FlagSteps } from "./flag-steps.tsx";
import { SourceRow } from "./source-row.tsx";
import { sourceState } from "./source-state.ts";
import type { Source, SourcesActions, SourcesView } from "./sources-view.ts";
import { StateLine } from "./state-line.tsx";
import "./sources.css";

interface SourceListProps {
  readonly view: SourcesView;
  readonly actions: SourcesActions;
}

/** Site access, which most sources need, and under it every source that this browser has. */
export function SourceList({ view, actions }: SourceListProps) {
  return (
    <section class="panel stack sources">
      <h2>{texts.title}</h2>
      <p class="muted">{texts.lead}</p>
      <SiteAccess access={view.access} actions={actions} />
      <ul class="quiet-list source-list">
        {view.sources.map((source) => (
          <SourceRow
            key={source.id}
            id={source.id}
            facts={source.facts}
            turn={(on) => actions.turnSource(source.id, on)}
            more={source.id === "native-host" && <Sees firefox={view.firefox} />}
          >
            <NextStep source={source} view={view} actions={actions} />
          </SourceRow>
        ))}
      </ul>
    </section>
  );
}

interface SiteAccessProps {
  readonly access: AccessState;
  readonly actions: SourcesActions;
}

function SiteAccess({ access: { siteAccess, last }, actions }: SiteAccessProps) {
  const text = siteAccess
    ? accessTexts.given
    : last === "refused"
      ? accessTexts.refused
      : last === "taken-back"
        ? accessTexts.takenBack
        : accessTexts.notGiven;
  return (
    <div class="source-access">
      <StateLine mark={siteAccess ? "good" : "mind"}>{text}</StateLine>
      {siteAccess ? (
        <button type="button" class="button" onClick={actions.takeBack}>
          {accessTexts.takeBack}
        </button>
      ) : (
        <button type="button" class="button button-main" onClick={actions.allow}>
          {accessTexts.allow}
        </button>
      )}
    </div>
  );
}

interface NextStepProps extends SourceListProps {
  readonly source: Source;
}

function NextStep({ source: { id, facts }, view, actions }: NextStepProps) {
  const state = sourceState(id, facts);
  if (id === "native-host") return <HostSteps facts={facts} view={view} actions={actions} />;
  if (id === "chromium-security-info" && state === "flag-off") return <FlagSteps titled={false} />;
  if (id === "chromium-security-info" && state === "ready")
    return (
      <details class="small">
        <summary>{accessTexts.flag.title}</summary>
        <FlagSteps titled={false} />
      </details>
    );
  if (id === "owned" && state === "empty")
    return (
      <a class="button" href={view.dashboard}>
        {texts.openDashboard}
      </a>
    );
  return null;
}

interface HostStepsProps extends SourceListProps {
  readonly facts: Source["facts"];
}

/** What the companion program is told stands here before it is switched on, and stays. */
const Sees = ({ firefox }: { readonly firefox: boolean }) => (
  <ul class="bullets small muted" id="companion">
    {[...texts.sees, ...(firefox ? [texts.hostInFirefox] : [])].map((each) => (
      <li key={each}>{each}</li>
    ))}
  </ul>
);

function HostSteps({ facts, view: { command }, actions }: HostStepsProps) {
  return (
    <>
      {facts.on && facts.host?.kind === "not-installed" && (
        <p class="row">
          <code class="address">{command}</code>
          <CopyButton text={() => command} label={texts.copyCommand} />
        </p>
      )}
      {facts.on && facts.host !== undefined && (
        <button type="button" class="button" onClick={actions.lookAtHost}>
          {texts.lookAgain}
        </button>
      )}
    </>
  );
}
