import { useEffect, useRef, useState } from "preact/hooks";
import { report } from "../../platform/report.ts";
import { loadSettings, onSettingsChanged, saveSettings } from "../../platform/settings.ts";
import { draftOf, type SettingsDraft, settingsOf } from "./settings-draft.ts";
import type { SettingsForm, SettingsFormActions } from "./settings-form.tsx";

/** The settings that are typed, with the browser behind them. What another page saves appears, unless something is being typed. */
export function useSettings(): readonly [form: SettingsForm, actions: SettingsFormActions] {
  const [form, setForm] = useState<SettingsForm>({ outcome: "none" });
  const kept = useRef<SettingsDraft>();

  useEffect(() => {
    const read = () =>
      void loadSettings().then(
        (settings) => {
          const before = kept.current;
          const now = draftOf(settings);
          kept.current = now;
          setForm((shown) => (isSame(shown.draft, before) && !isSame(before, now) ? { ...shown, draft: now } : shown));
        },
        (error: unknown) => report("reading the settings", error),
      );
    read();
    onSettingsChanged(read);
  }, []);

  const save = async () => {
    const settings = form.draft && settingsOf(form.draft);
    if (settings === undefined) return setForm({ ...form, outcome: "not-saved" });
    try {
      await saveSettings(settings);
      kept.current = draftOf(settings);
      setForm({ draft: kept.current, outcome: "saved" });
    } catch (error) {
      report("saving the settings", error);
      setForm({ ...form, outcome: "failed" });
    }
  };
  return [form, { change: (draft) => setForm({ draft, outcome: "none" }), save: () => void save() }];
}

const isSame = (one: SettingsDraft | undefined, other: SettingsDraft | undefined): boolean =>
  one?.dueDays === other?.dueDays && one?.urgentDays === other?.urgentDays && one?.helpCenter === other?.helpCenter;
