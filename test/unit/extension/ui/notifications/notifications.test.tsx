// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { notificationTexts as texts } from "../../../../../extension/src/ui/messages/en/notifications.ts";
import {
  type NotificationState,
  notificationState,
} from "../../../../../extension/src/ui/notifications/notification-state.ts";
import {
  Notifications,
  type NotificationsActions,
  type NotificationsView,
} from "../../../../../extension/src/ui/notifications/notifications.tsx";
import { click, draw, named, recordedActions } from "../draw.ts";

const on: NotificationsView = { wanted: true, allowed: true, refused: false, test: "none" };
const drawSection = (view: NotificationsView, done: unknown[][] = []) =>
  draw(<Notifications view={view} actions={recordedActions<NotificationsActions>(done)} />);

describe("notifications in the settings", () => {
  it.each<[boolean, boolean, boolean, NotificationState]>([
    [true, true, false, "on"],
    [true, true, true, "on"],
    [true, false, false, "not-allowed"],
    [true, false, true, "refused"],
    [false, true, false, "off"],
    [false, true, true, "refused"],
    [false, false, false, "off"],
    [false, false, true, "refused"],
  ])("wanted %s, allowed %s, refused %s: %s", async (wanted, allowed, refused, state) => {
    expect(notificationState({ wanted, allowed, refused })).toBe(state);
    const done: unknown[][] = [];
    const root = drawSection({ wanted, allowed, refused, test: "none" }, done);
    expect(root.textContent).toContain(texts.states[state]);
    const toggle = root.querySelector<HTMLElement>('[role="switch"]');
    expect(toggle?.getAttribute("aria-checked")).toBe(String(state === "on"));
    expect(root.textContent?.includes(texts.test)).toBe(state === "on");
    if (toggle !== null) await click(toggle);
    expect(done).toEqual([["turnNotifications", state !== "on"]]);
  });

  it.each([
    ["shown", texts.tested],
    ["failed", texts.testFailed],
  ] as const)("tell what became of a test that was %s", async (test, words) => {
    const done: unknown[][] = [];
    const root = drawSection({ ...on, test }, done);
    expect(root.textContent).toContain(words);
    await click(named(root, texts.test));
    expect(done).toEqual([["testNotification"]]);
  });
});
