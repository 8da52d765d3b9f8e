export interface NotificationFacts {
  /** The user's switch in the settings. */
  readonly wanted: boolean;
  /** The browser's permission. */
  readonly allowed: boolean;
  /** The user's last click was answered with a no. */
  readonly refused: boolean;
}

export type NotificationState = "on" | "off" | "not-allowed" | "refused";

/** They are shown where the user wants them and the browser allows them. */
export function notificationState({ wanted, allowed, refused }: NotificationFacts): NotificationState {
  if (wanted && allowed) return "on";
  if (refused) return "refused";
  return wanted ? "not-allowed" : "off";
}
