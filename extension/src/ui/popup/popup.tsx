import type { ComponentChildren } from "preact";
import { partTexts } from "../messages/en/parts.ts";
import { popupTexts as texts } from "../messages/en/popup.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { ListIcon, ReloadIcon, SettingsIcon } from "../parts/icons.tsx";
import { Ring } from "../parts/ring.tsx";
import type { Site } from "../parts/site.ts";
import { Untrusted } from "../parts/untrusted.tsx";
import { CertificateView } from "./certificate-view.tsx";
import type { PopupActions, PopupState } from "./popup-state.ts";
import { WatchLine, WatchStar } from "./watch-star.tsx";
import type { WatchActions, Watching } from "./watching.ts";
import "./popup.css";

interface PopupProps {
  readonly state: PopupState;
  readonly actions: PopupActions;
  /** Absent where there is no site to watch. */
  readonly watching?: Watching | undefined;
  readonly watchActions: WatchActions;
}

export function Popup({ state, actions, watching, watchActions }: PopupProps) {
  return (
    <main class="popup" aria-busy={state.kind === "loading"}>
      <header class="popup-head">
        <h1>{siteOfState(state) ?? partTexts.product}</h1>
        {watching !== undefined && <WatchStar watching={watching} actions={watchActions} />}
        <IconButton label={texts.watchList} onClick={actions.openWatchList}>
          <ListIcon />
        </IconButton>
        <IconButton label={texts.settings} onClick={actions.openSettings}>
          <SettingsIcon />
        </IconButton>
      </header>
      {watching !== undefined && <WatchLine watching={watching} actions={watchActions} />}
      {"privateWindow" in state && state.privateWindow && <p class="popup-private small">{texts.privateWindow}</p>}
      <Body state={state} actions={actions} />
    </main>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button type="button" class="button button-plain" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

function siteOfState(state: PopupState): ComponentChildren {
  if (!("site" in state) || state.site === undefined) return undefined;
  return <SiteName site={state.site} />;
}

function SiteName({ site: { shown, host, port } }: { readonly site: Site }) {
  return (
    <>
      <Untrusted text={shown} />
      {port !== "" && <span class="popup-port"> {texts.port(port)}</span>}
      {shown !== host && <span class="popup-a-label">{texts.alsoWritten(host)}</span>}
    </>
  );
}

function Body({ state, actions }: Pick<PopupProps, "state" | "actions">) {
  switch (state.kind) {
    case "loading":
      return <Empty sentence={texts.loading} />;
    case "failed":
      return <Empty sentence={texts.failed} />;
    case "no-certificate":
      return <Empty {...noCertificate[state.why]} />;
    case "unknown":
      return <Unknown state={state} actions={actions} />;
    case "seen":
      return <CertificateView certificate={state.certificate} actions={actions} />;
  }
}

const noCertificate = {
  "not-https": { sentence: texts.notHttps, next: texts.notHttpsNext },
  "browser-page": { sentence: texts.browserPage, next: texts.openSite },
  "no-tab": { sentence: texts.noTab, next: texts.openSite },
};

interface EmptyProps {
  readonly sentence: string;
  readonly next?: string;
  readonly children?: ComponentChildren;
}

/** The place of the certificate where there is none: the ring, a sentence, and what can be done. */
function Empty({ sentence, next, children }: EmptyProps) {
  return (
    <>
      <div class="popup-hero">
        <Ring level="unknown" left={1} text="?" size={80} />
        <p class="popup-sentence">{sentence}</p>
      </div>
      {next !== undefined && <p class="muted">{next}</p>}
      {children}
    </>
  );
}

interface UnknownProps {
  readonly state: Extract<PopupState, { readonly kind: "unknown" }>;
  readonly actions: PopupActions;
}

function Unknown({ state, actions }: UnknownProps) {
  const { why, refused } = state;
  if (why === "flag-off" && state.host !== "off") return <UnknownWithHost state={state} actions={actions} />;
  const mayReload = why === "not-told-yet" || why === "works";
  const told = mayReload && state.privateWindow ? texts.unknownPrivate : texts.unknown[why];
  return (
    <Empty sentence={told.sentence} next={told.why}>
      {why === "flag-off" && <p class="popup-address mono">{texts.flagAddress}</p>}
      <div class="popup-choices">
        {why === "no-site-access" && (
          <button type="button" class="button button-main" onClick={actions.allowAccess}>
            {texts.allow}
          </button>
        )}
        {why === "flag-off" && (
          <>
            <button type="button" class="button button-main" onClick={actions.openHostSettings}>
              {texts.useHost}
            </button>
            <CopyButton text={() => texts.flagAddress} label={texts.copyFlag} class="button" />
          </>
        )}
        {mayReload && (
          <button type="button" class="button button-main" onClick={actions.reload}>
            <ReloadIcon />
            {texts.reload}
          </button>
        )}
        <button type="button" class="button" onClick={actions.renew}>
          {texts.renewAnyway}
        </button>
        {why !== "flag-off" && (
          <button type="button" class="button" onClick={actions.openGuide}>
            {texts.guide}
          </button>
        )}
      </div>
      <p role="status" class="small muted">
        {refused ? texts.refused : ""}
      </p>
    </Empty>
  );
}

/** The browser tells nothing, and the companion program, which is switched on, told nothing either. */
function UnknownWithHost({ state: { host, privateWindow }, actions }: UnknownProps) {
  const told = texts.unknownHost[privateWindow ? "private" : host === "failing" ? "failing" : "on"];
  return (
    <Empty sentence={told.sentence} next={told.why}>
      {privateWindow && <p class="popup-address mono">{texts.flagAddress}</p>}
      <div class="popup-choices">
        {privateWindow ? (
          <CopyButton text={() => texts.flagAddress} label={texts.copyFlag} class="button button-main" />
        ) : (
          <button type="button" class="button button-main" onClick={actions.reload}>
            <ReloadIcon />
            {texts.reload}
          </button>
        )}
        {host === "failing" && !privateWindow && (
          <button type="button" class="button" onClick={actions.openHostSettings}>
            {texts.hostState}
          </button>
        )}
        <button type="button" class="button" onClick={actions.renew}>
          {texts.renewAnyway}
        </button>
      </div>
    </Empty>
  );
}
