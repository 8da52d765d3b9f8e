import { unicodeHost } from "../../../../../shared/certificate/host-names.ts";
import { duration, timeLeft } from "../../../../../shared/messages/en/time-left.ts";
import { reasonText } from "../../../../../shared/messages/en/verdict.ts";
import { badgeFor } from "../../../../../shared/verdict/badge.ts";
import { shareLeft } from "../../../../../shared/verdict/share-left.ts";
import type { Verdict } from "../../../../../shared/verdict/verdict.ts";
import type { HostRow } from "../../../../../shared/watch/host-table.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { popupTexts } from "../../messages/en/popup.ts";
import { LifeBar } from "../../parts/life-bar.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Ring } from "../../parts/ring.tsx";
import { Untrusted } from "../../parts/untrusted.tsx";

/** The host's name as people read it, with what belongs to its address below. */
export function HostName({ row: { host } }: { readonly row: HostRow }) {
  const shown = unicodeHost(host.host);
  const below = [
    ...(host.port === 443 ? [] : [texts.port(`${host.port}`)]),
    ...(host.starttls === undefined ? [] : [texts.starttls(host.starttls)]),
  ];
  return (
    <>
      <h2 class="details-title" tabIndex={-1}>
        <Untrusted text={shown} />
      </h2>
      {shown !== host.host && <p class="small muted">{texts.alsoWritten(host.host)}</p>}
      {below.length > 0 && <p class="small muted">{below.join(" · ")}</p>}
    </>
  );
}

/** How the certificate is: the ring, the time left, its life, and why. */
export function HostState({ row: { host, verdict } }: { readonly row: HostRow }) {
  const { level, notBefore, notAfter, reasons } = verdict;
  const left = shareLeft(verdict);
  const unseen = host.lastSeen === undefined;
  return (
    <>
      <div class="details-hero">
        <Ring level={level} left={left} text={badgeFor(verdict).text} size={72} />
        <div>
          <p class="details-time">{unseen ? texts.notSeen : headline(verdict)}</p>
          {level === "not-yet-valid" && notBefore !== undefined ? (
            <p>
              {popupTexts.from} <Moment at={notBefore} />
            </p>
          ) : (
            notAfter !== undefined && (
              <p>
                {level === "expired" ? popupTexts.since : popupTexts.until} <Moment at={notAfter} />
              </p>
            )
          )}
        </div>
      </div>
      {notBefore !== undefined && notAfter !== undefined && (
        <div>
          <LifeBar level={level} left={left} />
          <p class="details-life small muted">
            <span>
              {popupTexts.issued} <Moment at={notBefore} />
            </span>
            <span>
              {level === "expired" ? popupTexts.ended : popupTexts.ends} <Moment at={notAfter} />
            </span>
          </p>
        </div>
      )}
      {unseen ? (
        <p class="muted">{texts.notSeenNext}</p>
      ) : reasons.length === 0 ? (
        <p class="muted">{texts.allWell}</p>
      ) : (
        <ul class={`details-reasons quiet-list level-${level}`}>
          {reasons.map((reason) => (
            <li key={reason.code}>{reasonText(reason)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function headline({ level, remaining }: Verdict): string {
  if (level === "expired")
    return remaining === undefined ? popupTexts.expiredHead : popupTexts.expiredAgo(duration(-remaining));
  if (level === "not-yet-valid") return popupTexts.notYetValidHead;
  if (remaining !== undefined) return timeLeft(remaining);
  return level === "broken" ? popupTexts.brokenHead : popupTexts.unknownHead;
}
