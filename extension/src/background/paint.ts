import { productName } from "../../../shared/messages/en/product.ts";
import { titleSentence } from "../../../shared/messages/en/verdict.ts";
import { type Badge, badgeFor, noBadge } from "../../../shared/verdict/badge.ts";
import { judge } from "../../../shared/verdict/judge.ts";
import { knownDistrust } from "../description/known-distrust.ts";
import { knownObservation } from "../description/known-observation.ts";
import { showOnButton } from "../platform/action.ts";
import { formatDay } from "../platform/dates.ts";
import type { ShownPage } from "../platform/events.ts";

let turns = 0;

/** The last turn that was shown in each tab: an earlier one that waited longer for the store must not overpaint it. */
const shown = new Map<number, number>();

/** Paints badge and title of a tab from what is known of the origin that it shows. */
export async function paint({ id, url }: ShownPage): Promise<void> {
  turns += 1;
  const turn = turns;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const https = address?.protocol === "https:" ? address : undefined;
  const looks = https === undefined ? nothingToSay : await looksOf(id, https);
  if ((shown.get(id) ?? 0) > turn) return;
  shown.set(id, turn);
  await showOnButton(id, looks.badge, looks.title);
}

export function forgetPaint(tabId: number): void {
  shown.delete(tabId);
}

interface Looks {
  readonly badge: Badge;
  readonly title: string;
}

const nothingToSay: Looks = { badge: noBadge, title: productName };

async function looksOf(tabId: number, { origin, host }: URL): Promise<Looks> {
  const now = Date.now();
  const { observation, settings } = await knownObservation(tabId, origin, now);
  const verdict = judge({ observation, now, thresholds: settings.thresholds, distrust: knownDistrust });
  const ofRecords = observation?.via === "owned";
  return { badge: badgeFor(verdict), title: titleSentence({ host, verdict, ofRecords, formatDate: formatDay }) };
}
