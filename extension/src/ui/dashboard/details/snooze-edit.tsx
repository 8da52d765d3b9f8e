import { useId, useState } from "preact/hooks";
import { isSnoozed } from "../../../../../shared/watch/edit-host.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { localCalendar } from "../../../platform/dates.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { Moment } from "../../parts/moment.tsx";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { OutcomeLine } from "./outcome-line.tsx";
import { dayOf, startOfDay } from "./typed-day.ts";
import { useFieldEdit } from "./use-field-edit.ts";

interface SnoozeEditProps {
  readonly host: WatchedHost;
  readonly edit: HostDetailsActions["edit"];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Holds the host's notifications back until a day. */
export function SnoozeEdit({ host, edit, now }: SnoozeEditProps) {
  const id = useId();
  const field = useFieldEdit(host, edit);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const snoozed = isSnoozed(host, now);
  const snoozeUntilTyped = async (): Promise<void> => {
    const until = startOfDay(typed);
    if (until === undefined || until <= now) return setRefused(true);
    if (await field.save({ snoozedUntil: until })) setTyped("");
  };
  return (
    <fieldset class="field">
      <legend>{texts.snooze}</legend>
      {snoozed && host.snoozedUntil !== undefined ? (
        <div class="row">
          <span>
            {texts.snoozedUntil} <Moment at={host.snoozedUntil} />
          </span>
          <button type="button" class="button" onClick={() => void field.save({ snoozedUntil: null })}>
            {texts.endSnooze}
          </button>
        </div>
      ) : (
        <>
          <div class="details-snooze">
            <button
              type="button"
              class="button"
              onClick={() => void field.save({ snoozedUntil: localCalendar.dayStart(now, 7) })}
            >
              {texts.week}
            </button>
            <label for={id}>{texts.until}</label>
            <input
              id={id}
              class="input"
              type="date"
              value={typed}
              min={dayOf(localCalendar.dayStart(now, 1))}
              aria-invalid={refused}
              aria-describedby={refused ? `${id}-problem` : `${id}-help`}
              onInput={({ currentTarget: { value } }) => {
                setRefused(false);
                setTyped(value);
              }}
            />
            <button type="button" class="button" onClick={() => void snoozeUntilTyped()}>
              {texts.snoozeUntil}
            </button>
          </div>
          {refused && (
            <p id={`${id}-problem`} class="problem">
              {texts.badDate}
            </p>
          )}
        </>
      )}
      <p id={`${id}-help`} class="small muted">
        {texts.snoozeHelp}
      </p>
      <OutcomeLine field={field} />
    </fieldset>
  );
}
