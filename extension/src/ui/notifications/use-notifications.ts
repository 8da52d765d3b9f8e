import { useEffect, useState } from "preact/hooks";
import { showNotification } from "../../platform/notifications.ts";
import {
  hasNotificationPermission,
  onPermissionsChanged,
  requestNotificationPermission,
} from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { loadSettings, onSettingsChanged, saveSettings } from "../../platform/settings.ts";
import { notificationTexts as texts } from "../messages/en/notifications.ts";
import type { NotificationsActions, NotificationsView } from "./notifications.tsx";

/** Notifications with the browser behind them; followed while the setting or the permission changes. */
export function useNotifications(): readonly [view: NotificationsView | undefined, actions: NotificationsActions] {
  const [facts, setFacts] = useState<{ readonly wanted: boolean; readonly allowed: boolean }>();
  const [refused, setRefused] = useState(false);
  const [test, setTest] = useState<NotificationsView["test"]>("none");
  const failed = (doing: string) => (error: unknown) => report(doing, error);

  useEffect(() => {
    const read = () =>
      void Promise.all([loadSettings(), hasNotificationPermission()])
        .then(([{ notifications }, allowed]) => setFacts({ wanted: notifications, allowed }))
        .catch(failed("reading whether notifications are allowed"));
    read();
    onSettingsChanged(read);
    onPermissionsChanged(read);
  }, []);

  const turnOn = async (given: boolean) => {
    setRefused(!given);
    if (given) await saveSettings({ notifications: true });
  };
  const turnOff = async () => {
    setRefused(false);
    await saveSettings({ notifications: false });
  };
  const showTest = async () => {
    try {
      await showNotification({ id: "test", title: texts.testTitle, message: texts.testMessage });
      setTest("shown");
    } catch {
      // The system refuses, or the permission is too new for this page: what to do next stands beside the button.
      setTest("failed");
    }
  };
  return [
    facts && { ...facts, refused, test },
    {
      // The permission is asked for before anything is awaited: the browsers want it straight from the click.
      turnNotifications: (on) => {
        setTest("none");
        if (on) requestNotificationPermission().then(turnOn).catch(failed("asking for notifications"));
        else turnOff().catch(failed("switching notifications off"));
      },
      testNotification: () => void showTest(),
    },
  ];
}
