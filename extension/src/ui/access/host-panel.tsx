import type { HostState } from "../../store/host-state.ts";
import { hostTexts as texts } from "../messages/en/native-host.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Untrusted } from "../parts/untrusted.tsx";

/** The companion program as the settings show it. */
export interface HostView {
  readonly on: boolean;
  /** Absent while it is looked at, and while it is off. */
  readonly state?: HostState;
  /** The user's last click was answered with a no. */
  readonly refused: boolean;
  /** The permission has just come, and the background that is running cannot use it yet. */
  readonly waits: boolean;
  readonly firefox: boolean;
  /** What registers the program for this browser. */
  readonly command: string;
}

export interface HostActions {
  readonly useHost: () => void;
  readonly stopUsingHost: () => void;
  readonly lookAtHost: () => void;
}

interface HostPanelProps {
  readonly host: HostView;
  readonly actions: HostActions;
}

/** What the companion program does and sees, its switch, and how it does. */
export function HostPanel({ host, actions }: HostPanelProps) {
  return (
    <section class="panel stack" id="companion">
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <ul class="bullets">
        {texts.sees.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p class="muted">{host.firefox ? `${texts.firefox} ${texts.siteAccess}` : texts.siteAccess}</p>
      <p role="status">
        <StateLine host={host} />
      </p>
      {host.waits && host.state?.kind === "works" && <p class="note note-mind">{texts.waits}</p>}
      {host.on && host.state?.kind === "not-installed" && (
        <p class="row">
          <code class="address">{host.command}</code>
          <CopyButton text={() => host.command} label={texts.copyCommand} />
        </p>
      )}
      <p class="row">
        {host.on ? (
          <>
            <button type="button" class="button" onClick={actions.stopUsingHost}>
              {texts.turnOff}
            </button>
            <button type="button" class="button" onClick={actions.lookAtHost}>
              {texts.lookAgain}
            </button>
          </>
        ) : (
          <button type="button" class="button button-main" onClick={actions.useHost}>
            {texts.turnOn}
          </button>
        )}
      </p>
    </section>
  );
}

function StateLine({ host: { on, state, refused } }: { readonly host: HostView }) {
  if (!on) return refused ? texts.refused : texts.off;
  if (state === undefined) return texts.looking;
  return state.kind === "works" ? <Untrusted text={texts.works(state.version)} /> : texts.faults[state.kind];
}
