import { useEffect, useState } from "preact/hooks";
import { report } from "../../platform/report.ts";
import { loadSettings, saveSettings } from "../../platform/settings.ts";
import { useAccess } from "../access/use-access.ts";
import { useNativeHost } from "../access/use-native-host.ts";
import { Options, type OptionsState } from "./options.tsx";
import { draftOf, settingsOf } from "./settings-draft.ts";

/** The settings with the browser behind them. */
export function OptionsPage() {
  const [state, setState] = useState<OptionsState>({ outcome: "none" });
  const [access, accessActions] = useAccess();
  const [host, hostActions] = useNativeHost();

  useEffect(() => {
    loadSettings().then(
      (settings) => setState({ draft: draftOf(settings), outcome: "none" }),
      (error: unknown) => report("reading the settings", error),
    );
  }, []);

  const hostShown = host !== undefined;
  useEffect(() => {
    // The popup, and the page that loads itself again, lead here; the browser has looked before anything was drawn.
    if (hostShown && location.hash.startsWith("#companion")) document.getElementById("companion")?.scrollIntoView();
  }, [hostShown]);

  const save = async () => {
    const settings = state.draft && settingsOf(state.draft);
    if (settings === undefined) return setState({ ...state, outcome: "not-saved" });
    try {
      await saveSettings(settings);
      setState({ draft: draftOf(settings), outcome: "saved" });
    } catch (error) {
      report("saving the settings", error);
      setState({ ...state, outcome: "failed" });
    }
  };
  return (
    <Options
      state={{ ...state, access, host }}
      actions={{
        ...accessActions,
        ...hostActions,
        change: (draft) => setState({ draft, outcome: "none" }),
        save: () => void save(),
      }}
    />
  );
}
