import { useEffect } from "preact/hooks";
import { useSources } from "../access/use-sources.ts";
import { useNotifications } from "../notifications/use-notifications.ts";
import { useYourData } from "../your-data/use-your-data.ts";
import { Options } from "./options.tsx";
import { useSettings } from "./use-settings.ts";

/** The settings with the browser behind them. */
export function OptionsPage() {
  const [form, formActions] = useSettings();
  const [sources, sourcesActions] = useSources();
  const [notifications, notificationsActions] = useNotifications();
  const [data, dataActions] = useYourData();

  const sourcesShown = sources !== undefined;
  useEffect(() => {
    // The popup, and the page that loads itself again, lead here; the browser has looked before anything was drawn.
    if (sourcesShown && location.hash.startsWith("#companion"))
      document.getElementById("companion")?.scrollIntoView({ block: "center" });
  }, [sourcesShown]);

  return (
    <Options
      state={{ ...form, sources, notifications, data }}
      actions={{ ...formActions, sources: sourcesActions, notifications: notificationsActions, data: dataActions }}
    />
  );
}
