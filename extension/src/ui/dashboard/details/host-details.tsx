import { useState } from "preact/hooks";
import type { Thresholds } from "../../../../../shared/verdict/verdict.ts";
import { addressOrigin } from "../../../../../shared/watch/host-address.ts";
import type { HostRow } from "../../../../../shared/watch/host-table.ts";
import { pageAddress } from "../../../platform/page-address.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { OpenIcon, ReloadIcon, SaveIcon } from "../../parts/icons.tsx";
import { type CertificateReading, CertificateSection } from "./certificate-section.tsx";
import { CheckSection } from "./check-section.tsx";
import { HostName, HostState } from "./details-head.tsx";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { SnoozeEdit } from "./snooze-edit.tsx";
import { TagEdit } from "./tag-edit.tsx";
import { TextEdit } from "./text-edit.tsx";
import { ThresholdsEdit } from "./thresholds-edit.tsx";
import "./details.css";

interface HostDetailsProps {
  readonly row: HostRow;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly settings: { readonly thresholds: Thresholds };
  /** What its certificate says; absent while it is looked up. */
  readonly reading?: CertificateReading | undefined;
  readonly actions: HostDetailsActions;
}

/** All that is known of a watched host, and what its user keeps of it. Give it the host's id as `key`. */
export function HostDetails({ row, now, settings, reading, actions }: HostDetailsProps) {
  const { host } = row;
  const renewal = `/${pageAddress.renewal(addressOrigin(host))}`;
  return (
    <div class="details">
      <div>
        <HostName row={row} />
      </div>
      <HostState row={row} />
      <Work row={row} renewal={renewal} actions={actions} />
      {host.lastSeen !== undefined && <CertificateSection seen={host.lastSeen} reading={reading} renewal={renewal} />}
      <CheckSection host={host} now={now} />
      <section class="details-section details-yours">
        <h3>{texts.yours}</h3>
        <TextEdit name="note" label={texts.note} help={texts.noteHelp} host={host} edit={actions.edit} />
        <TextEdit name="owner" label={texts.owner} host={host} edit={actions.edit} />
        <TagEdit host={host} edit={actions.edit} />
        <ThresholdsEdit host={host} edit={actions.edit} usual={settings.thresholds} />
        <SnoozeEdit host={host} edit={actions.edit} now={now} />
      </section>
      <section class="details-section">
        {host.lastSeen?.notAfter !== undefined && (
          <div class="details-last">
            <button type="button" class="button" onClick={actions.saveCalendar}>
              <SaveIcon />
              {texts.calendar}
            </button>
            <p class="small muted">{texts.calendarHelp}</p>
          </div>
        )}
        <div class="details-last">
          <button type="button" class="button details-forget" onClick={actions.forget}>
            {texts.forget}
          </button>
          <p class="small muted">{texts.forgetHelp}</p>
        </div>
      </section>
    </div>
  );
}

interface WorkProps {
  readonly row: HostRow;
  readonly renewal: string;
  readonly actions: HostDetailsActions;
}

/** What can be done now. */
function Work({ row: { host }, renewal, actions }: WorkProps) {
  // The check that was the last when a new one was asked for; the new one has come when it is another.
  const [asked, setAsked] = useState<{ readonly last: number | undefined }>();
  const waiting = asked !== undefined && asked.last === host.lastCheck?.at;
  return (
    <div class="details-work">
      <a class="button button-main" href={renewal} target="_blank" rel="noreferrer">
        {texts.renew}
        <span class="only-spoken"> {texts.opensNewTab}</span>
      </a>
      <button
        type="button"
        class="button"
        onClick={() => {
          setAsked({ last: host.lastCheck?.at });
          actions.checkNow();
        }}
      >
        <ReloadIcon />
        {texts.checkNow}
      </button>
      {host.starttls === undefined && (
        <a class="button" href={`${addressOrigin(host)}/`} target="_blank" rel="noreferrer">
          <OpenIcon />
          {texts.open}
          <span class="only-spoken"> {texts.opensNewTab}</span>
        </a>
      )}
      <span role="status" class="small muted">
        {asked !== undefined && (waiting ? texts.checking : texts.checked)}
      </span>
    </div>
  );
}
