import { useMemo } from "preact/hooks";
import { unicodeHost } from "../../../../shared/certificate/host-names.ts";
import { visibleText } from "../../../../shared/display/visible-text.ts";
import { duration, timeLeft } from "../../../../shared/messages/en/time-left.ts";
import { badgeFor } from "../../../../shared/verdict/badge.ts";
import { shareLeft } from "../../../../shared/verdict/share-left.ts";
import type { HostRow } from "../../../../shared/watch/host-table.ts";
import { dashboardTexts as texts } from "../messages/en/dashboard.ts";
import { checkFailureText } from "../messages/en/look.ts";
import { popupTexts } from "../messages/en/popup.ts";
import { agoText, dayText, exactText } from "../parts/moment.tsx";
import { Ring } from "../parts/ring.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import { issuerRoute } from "./issuer-route.ts";

interface HostLineProps {
  readonly row: HostRow;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The cells of a host, but for the box that selects it. */
export function HostCells({ row, now }: HostLineProps) {
  // The same value is passed over when the table is drawn again, as it is with every step of scrolling.
  return useMemo(() => <Cells row={row} now={now} />, [row, now]);
}

function Cells({ row, now }: HostLineProps) {
  const { host, verdict } = row;
  return (
    <>
      <td class="cell-ring">
        <Ring level={verdict.level} left={shareLeft(verdict)} text={badgeFor(verdict).text} size={36} />
        <span class="only-spoken">{texts.levels[verdict.level]}</span>
      </td>
      <td class="cell-host">
        <Address row={row} />
      </td>
      <td class="cell-end">
        <TimeLeft row={row} />
      </td>
      <td class="cell-issuer">
        <Issuer row={row} />
      </td>
      <td class="cell-checked">
        <LastCheck row={row} now={now} />
      </td>
      <td class="cell-owner">
        {host.owner !== "" && (
          <span class="line" title={visibleText(host.owner)}>
            <Untrusted text={host.owner} />
          </span>
        )}
        {host.tags.length > 0 && (
          <span class="line small muted" title={visibleText(host.tags.join(", "))}>
            <Untrusted text={host.tags.join(", ")} />
          </span>
        )}
      </td>
      <td class="cell-note">
        {row.snoozed && host.snoozedUntil !== undefined && (
          <span class="line small host-snoozed">{texts.snoozed(dayText(host.snoozedUntil))}</span>
        )}
        {host.note !== "" && (
          <span
            class={`line ${row.snoozed ? "small muted" : "two-lines"}`}
            title={visibleText(host.note.replaceAll("\n", " "))}
          >
            <Untrusted text={host.note.replaceAll("\n", " ")} />
          </span>
        )}
      </td>
    </>
  );
}

/** The name as people read it; the other form, with what STARTTLS it takes, below. */
function Address({ row: { host, address } }: { readonly row: HostRow }) {
  const unicode = unicodeHost(host.host);
  const port = host.port === 443 ? "" : `:${host.port}`;
  const below = [unicode === host.host ? "" : address, host.starttls?.toUpperCase() ?? ""].filter(
    (each) => each !== "",
  );
  const shown = `${unicode}${port}`;
  return (
    <>
      <span class="line host-address" title={shown === address ? address : `${shown} = ${address}`}>
        <Untrusted text={shown} />
      </span>
      {below.length > 0 && <span class="line small muted">{below.join(" · ")}</span>}
    </>
  );
}

function TimeLeft({ row: { verdict, host } }: { readonly row: HostRow }) {
  const { level, remaining, notBefore, notAfter } = verdict;
  if (remaining === undefined || notAfter === undefined || notBefore === undefined)
    return <span class="line">{host.lastSeen === undefined ? texts.notSeen : texts.noDates}</span>;
  if (level === "not-yet-valid")
    return (
      <>
        <span class="line host-time">{texts.levels[level]}</span>
        <span class="line small muted">{texts.from(dayText(notBefore))}</span>
      </>
    );
  const ended = level === "expired";
  return (
    <>
      <span class="line host-time">{ended ? texts.endedAgo(duration(-remaining)) : timeLeft(remaining)}</span>
      <span class="line small muted" title={exactText(notAfter)}>
        {ended ? texts.since(dayText(notAfter)) : texts.until(dayText(notAfter))}
      </span>
    </>
  );
}

function Issuer({ row }: { readonly row: HostRow }) {
  const route = issuerRoute(row.host);
  return (
    <>
      {row.issuer !== "" && (
        <span class="line" title={visibleText(row.issuer)}>
          <Untrusted text={row.issuer} />
        </span>
      )}
      {route !== undefined && <span class="line small muted">{popupTexts.routes[route]}</span>}
    </>
  );
}

function LastCheck({ row: { host }, now }: HostLineProps) {
  const { lastCheck } = host;
  if (lastCheck === undefined) return <span class="line muted">{texts.neverChecked}</span>;
  const ago = agoText(now - lastCheck.at);
  if (lastCheck.outcome === "seen") return <span class="line">{ago}</span>;
  return (
    <>
      <span class="line host-failed">{texts.failed(ago)}</span>
      {lastCheck.detail !== undefined && <Why text={checkFailureText(lastCheck.detail)} />}
    </>
  );
}

function Why({ text }: { readonly text: string }) {
  return (
    <span class="line small muted" title={text}>
      {text}
    </span>
  );
}
