import type { ComponentChildren } from "preact";
import type { SourceId } from "../../../../shared/observation/observation.ts";
import { sourceTexts as texts } from "../messages/en/sources.ts";
import { Switch } from "../parts/switch.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import { markOf, type SourceFacts, type SourceState, sourceState } from "./source-state.ts";
import { StateLine } from "./state-line.tsx";

interface SourceRowProps {
  readonly id: SourceId;
  readonly facts: SourceFacts;
  readonly turn: (on: boolean) => void;
  /** More about what it sees, above the state. */
  readonly more?: ComponentChildren;
  /** What there is to do next, below the state. */
  readonly children?: ComponentChildren;
}

/** One certificate source: what it gives and sees, its switch, and how it does. */
export function SourceRow({ id, facts, turn, more, children }: SourceRowProps) {
  const state = sourceState(id, facts);
  return (
    <li class="source stack stack-tight" data-source={id} data-state={state}>
      <div class="source-head">
        <h3 id={`${id}-name`}>{texts.names[id]}</h3>
        <Switch on={facts.on} turn={turn} labelledBy={`${id}-name`} describedBy={`${id}-state`} />
      </div>
      <p class="small muted">{texts.what[id]}</p>
      {more}
      <StateLine id={`${id}-state`} mark={markOf(state)}>
        {stateText(id, state)} <StateDetail id={id} state={state} facts={facts} />
      </StateLine>
      {children}
    </li>
  );
}

function stateText(id: SourceId, state: SourceState): string {
  if (state === "ready" || state === "works" || state === "flag-off") return texts[state][id];
  return texts.states[state];
}

interface StateDetailProps {
  readonly id: SourceId;
  readonly state: SourceState;
  readonly facts: SourceFacts;
}

function StateDetail({ id, state, facts: { host, owned } }: StateDetailProps) {
  if (state !== "works" && state !== "waits") return null;
  if (id === "native-host" && host?.kind === "works") return <Untrusted text={texts.version(host.version)} />;
  return id === "owned" && owned !== undefined ? texts.ownedCount(owned) : null;
}
