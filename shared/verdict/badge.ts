import { day } from "./judge-dates.ts";
import type { Level, Verdict } from "./verdict.ts";

export interface Badge {
  /** Four characters at most; empty: no badge. */
  readonly text: string;
  /** `#rrggbb`: the ground, and the text on it (contrast of at least 4.5:1). */
  readonly colour: string;
  readonly textColour: string;
}

/** The level's colour on a light ground: dark enough to carry white text. */
export const levelColours: Readonly<Record<Level, string>> = {
  ok: "#1f7a4d",
  due: "#8a6100",
  urgent: "#b24a00",
  expired: "#b3202c",
  "not-yet-valid": "#b3202c",
  broken: "#8e2f86",
  unknown: "#5b6472",
};

export const noBadge: Badge = { text: "", colour: levelColours.unknown, textColour: "#ffffff" };

export const badgeFor = (verdict: Verdict): Badge => ({
  text: badgeText(verdict),
  colour: levelColours[verdict.level],
  textColour: "#ffffff",
});

function badgeText({ level, remaining }: Verdict): string {
  switch (level) {
    case "expired":
    case "not-yet-valid":
      return "!";
    case "unknown":
      return "?";
    case "broken":
      return remaining === undefined ? "!" : `${shortTime(remaining, 99)}!`;
    case "ok":
    case "due":
    case "urgent":
      return remaining === undefined ? "?" : shortTime(remaining, 999);
  }
}

/** `23`, `47h`, `<1h`, `2y`: milliseconds left in at most four characters, years capped so that they fit. */
function shortTime(remaining: number, mostYears: number): string {
  const hours = Math.floor(remaining / 3_600_000);
  if (hours < 1) return "<1h";
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(remaining / day);
  return days < 1000 ? `${days}` : `${Math.min(mostYears, Math.floor(days / 365))}y`;
}
