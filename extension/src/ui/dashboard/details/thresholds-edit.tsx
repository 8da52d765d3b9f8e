import { useState } from "preact/hooks";
import type { Thresholds } from "../../../../../shared/verdict/verdict.ts";
import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { optionsTexts } from "../../messages/en/options.ts";
import { type DaysDraft, daysDraftOf, daysProblemsOf, thresholdsOf } from "../../parts/days-draft.ts";
import { TextField } from "../../parts/text-field.tsx";
import type { HostDetailsActions } from "./host-details-actions.ts";
import { OutcomeLine } from "./outcome-line.tsx";
import { useFieldEdit, useLeaving } from "./use-field-edit.ts";

interface ThresholdsEditProps {
  readonly host: WatchedHost;
  readonly edit: HostDetailsActions["edit"];
  /** The settings', for all hosts without their own. */
  readonly usual: Thresholds;
}

/** The host's own thresholds, or the settings'. */
export function ThresholdsEdit({ host, edit, usual }: ThresholdsEditProps) {
  const field = useFieldEdit(host, edit);
  const [typed, setTyped] = useState<DaysDraft>();
  const own = host.thresholds;
  const draft = typed ?? daysDraftOf(own ?? usual);
  const problems = daysProblemsOf(draft);
  const sound = Object.keys(problems).length === 0;

  const save = async (): Promise<void> => {
    if (typed === undefined || !sound) return;
    if (await field.save({ thresholds: thresholdsOf(typed) })) setTyped((now) => (now === typed ? undefined : now));
  };
  useLeaving(() => void save());
  const days = (name: keyof Thresholds) => {
    const problem = problems[name];
    return {
      value: draft[name],
      width: 5,
      inputMode: "numeric" as const,
      onInput: (value: string) => setTyped({ ...draft, [name]: value }),
      ...(problem !== undefined && { problem: optionsTexts.problems[problem] }),
    };
  };
  return (
    <fieldset class="field" onFocusOut={() => void save()}>
      <legend>{texts.thresholds}</legend>
      <label class="details-check">
        <input
          type="checkbox"
          checked={own === undefined}
          onChange={({ currentTarget: { checked } }) => {
            setTyped(undefined);
            void field.save({ thresholds: checked ? null : usual });
          }}
        />
        {texts.usual(usual.dueDays, usual.urgentDays)}
      </label>
      {own !== undefined && (
        <div class="details-days">
          <TextField label={texts.dueDays} {...days("dueDays")} />
          <TextField label={texts.urgentDays} {...days("urgentDays")} />
        </div>
      )}
      <OutcomeLine field={field} />
    </fieldset>
  );
}
