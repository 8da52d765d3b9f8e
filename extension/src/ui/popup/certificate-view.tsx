import { duration, timeLeft } from "../../../../shared/messages/en/time-left.ts";
import type { IssuerRoute, SeenCertificate } from "../../description/seen-certificate.ts";
import { popupTexts as texts } from "../messages/en/popup.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { LifeBar } from "../parts/life-bar.tsx";
import { agoText, Moment } from "../parts/moment.tsx";
import { NameList } from "../parts/name-list.tsx";
import { Ring } from "../parts/ring.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import type { PopupActions } from "./popup-state.ts";

interface CertificateViewProps {
  readonly certificate: SeenCertificate;
  readonly actions: PopupActions;
}

export function CertificateView({ certificate, actions }: CertificateViewProps) {
  return (
    <>
      <Hero certificate={certificate} />
      <Life certificate={certificate} />
      <Reasons certificate={certificate} />
      <div class="popup-choices popup-actions">
        <button type="button" class="button button-main" onClick={actions.renew}>
          {texts.renew}
        </button>
        <button type="button" class="button button-plain" onClick={actions.openGuide}>
          {texts.guide}
        </button>
      </div>
      <Facts certificate={certificate} />
      <p class="small muted">{sourceLine(certificate)}</p>
    </>
  );
}

function sourceLine({ via, age }: SeenCertificate): string {
  return via === "owned" ? texts.ofRecords(agoText(age)) : texts.seen(agoText(age), texts.sources[via]);
}

function Hero({ certificate }: { readonly certificate: SeenCertificate }) {
  const { level, left, short, notBefore, notAfter } = certificate;
  return (
    <div class="popup-hero">
      <Ring level={level} left={left} text={short} size={88} />
      <div>
        <p class="popup-time">{headline(certificate)}</p>
        {level === "not-yet-valid" && notBefore !== undefined ? (
          <p>
            {texts.from} <Moment at={notBefore} />
          </p>
        ) : (
          notAfter !== undefined && (
            <p>
              {level === "expired" ? texts.since : texts.until} <Moment at={notAfter} />
            </p>
          )
        )}
        {notAfter === undefined && level !== "unknown" && <p class="muted">{texts.noDates}</p>}
      </div>
    </div>
  );
}

function headline({ level, remaining }: SeenCertificate): string {
  if (level === "expired") return remaining === undefined ? texts.expiredHead : texts.expiredAgo(duration(-remaining));
  if (level === "not-yet-valid") return texts.notYetValidHead;
  if (remaining !== undefined) return timeLeft(remaining);
  return level === "broken" ? texts.brokenHead : texts.unknownHead;
}

function Life({ certificate: { level, left, notBefore, notAfter } }: { readonly certificate: SeenCertificate }) {
  if (notBefore === undefined || notAfter === undefined) return null;
  return (
    <div>
      <LifeBar level={level} left={left} />
      <p class="popup-life small muted">
        <span>
          {texts.issued} <Moment at={notBefore} />
        </span>
        <span>
          {level === "expired" ? texts.ended : texts.ends} <Moment at={notAfter} />
        </span>
      </p>
    </div>
  );
}

function Reasons({ certificate: { level, reasons } }: { readonly certificate: SeenCertificate }) {
  if (reasons.length === 0) return <p class="muted">{texts.allWell}</p>;
  return (
    <ul class={`popup-reasons quiet-list level-${level}`}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Facts({ certificate: { issuer, issuerRoute, names, sha256 } }: { readonly certificate: SeenCertificate }) {
  if (issuer === undefined && names === undefined && sha256 === undefined) return null;
  return (
    <dl class="popup-facts">
      {issuer !== undefined && (
        <div>
          <dt>{texts.issuer}</dt>
          <dd>
            <span class="popup-issuer">{issuer === "" ? texts.issuerEmpty : <Untrusted text={issuer} />}</span>
            {issuerRoute !== undefined && <p class="popup-route muted">{routeLine(issuerRoute)}</p>}
          </dd>
        </div>
      )}
      {names !== undefined && (
        <div>
          <dt>{texts.names}</dt>
          <dd>
            <NameList names={names} />
          </dd>
        </div>
      )}
      {sha256 !== undefined && (
        <div>
          <dt>{texts.fingerprint}</dt>
          <dd class="popup-fingerprint">
            <code title={sha256}>{shortFingerprint(sha256)}</code>
            <CopyButton text={() => sha256} subject={texts.fingerprintSubject} />
          </dd>
        </div>
      )}
    </dl>
  );
}

const routeLine = (route: IssuerRoute): string =>
  route.kind === "authority"
    ? texts.issuerKnown(route.authority.name, texts.routes[route.authority.route])
    : texts.issuerPrivate[route.why];

/** The first and last bytes, enough to recognise it; the whole is on the clipboard and on hover. */
const shortFingerprint = (hex: string): string => `${hex.slice(0, 11)}…${hex.slice(-5)}`;
