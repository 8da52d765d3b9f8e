import { StateLine } from "../access/state-line.tsx";
import { notificationTexts as texts } from "../messages/en/notifications.ts";
import { Switch } from "../parts/switch.tsx";
import { type NotificationFacts, notificationState } from "./notification-state.ts";

export interface NotificationsView extends NotificationFacts {
  /** What became of the last test. */
  readonly test: "none" | "shown" | "failed";
}

export interface NotificationsActions {
  readonly turnNotifications: (on: boolean) => void;
  readonly testNotification: () => void;
}

interface NotificationsProps {
  readonly view: NotificationsView;
  readonly actions: NotificationsActions;
}

/** Whether NotAfter tells of certificates outside the browser's window. */
export function Notifications({ view, actions }: NotificationsProps) {
  const state = notificationState(view);
  const on = state === "on";
  return (
    <section class="panel stack" style={{ justifyItems: "stretch" }} id="notifications" data-state={state}>
      <h2>{texts.title}</h2>
      <div class="source-head">
        <h3 id="notifications-name">{texts.name}</h3>
        <Switch
          on={on}
          turn={actions.turnNotifications}
          labelledBy="notifications-name"
          describedBy="notifications-state"
        />
      </div>
      <p class="small muted">{texts.what}</p>
      <StateLine id="notifications-state" mark={on ? "good" : state === "off" ? "idle" : "mind"}>
        {texts.states[state]}
      </StateLine>
      {on && (
        <p class="row">
          <button type="button" class="button" onClick={actions.testNotification}>
            {texts.test}
          </button>
        </p>
      )}
      <p role="status">{testTexts[view.test]}</p>
    </section>
  );
}

const testTexts: Readonly<Record<NotificationsView["test"], string>> = {
  none: "",
  shown: texts.tested,
  failed: texts.testFailed,
};
