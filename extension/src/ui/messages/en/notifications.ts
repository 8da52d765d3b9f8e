import type { NotificationState } from "../../notifications/notification-state.ts";

/** Texts about notifications: for the settings. */
export const notificationTexts = {
  title: "Notifications",
  name: "Tell me when a watched certificate is due",
  what: "One message for each certificate when its renewal is due, one when it is urgent, and one when it has ended or no longer fits its site. Many at once become one. Hosts that snooze stay silent.",
  states: {
    on: "On.",
    off: "Off. The dashboard and the badge still tell.",
    "not-allowed": "The browser does not allow them yet. Switch them on, and it asks you.",
    refused:
      "Off. The browser’s permission was not given, and nothing was changed. You can allow it whenever you like.",
  } satisfies Record<NotificationState, string>,
  test: "Show a test notification",
  tested:
    "The test notification was handed to the browser. If you do not see it, look at the notification settings of your system.",
  testFailed: "The browser did not show it. Look at the notification settings of your system and try again.",
  testTitle: "A test of NotAfter",
  testMessage: "This is how NotAfter tells you that a certificate is due. Nothing has to be done.",
};
