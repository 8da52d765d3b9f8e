import { visibleText } from "../../display/visible-text.ts";
import type { Reason } from "../../verdict/verdict.ts";
import type { NotifiedLevel } from "../../watch/notified-level.ts";
import { timeLeft } from "./time-left.ts";
import { reasonText } from "./verdict.ts";

export interface NotifiedCertificate {
  readonly level: NotifiedLevel;
  /** The addresses that show the certificate, at least one. */
  readonly addresses: readonly string[];
  readonly remaining?: number;
  /** The end as a date of the user's locale. */
  readonly endDate?: string;
  readonly reason?: Reason;
}

export interface NotificationText {
  readonly title: string;
  readonly message: string;
}

/** `www.example.com`, or `www.example.com and 3 more`. */
function places(addresses: readonly string[]): string {
  const first = visibleText(addresses[0] ?? "", 100);
  return addresses.length < 2 ? first : `${first} and ${addresses.length - 1} more`;
}

const heads: Readonly<Record<NotifiedLevel, (where: string) => string>> = {
  due: (where) => `${where}: renewal is due`,
  urgent: (where) => `${where}: renewal is urgent`,
  expired: (where) => `${where}: the certificate has expired`,
  broken: (where) => `${where}: browsers refuse the certificate`,
};

const nextSteps: Readonly<Record<NotifiedLevel, string>> = {
  due: "Open this message to renew it.",
  urgent: "Renew it now, so that there is time to install it. Open this message to begin.",
  expired: "Visitors see a warning instead of the site. Open this message to renew it.",
  broken: "Open this message to see what to do.",
};

/** One certificate: what happened, the date beside the days, the next step last. */
export function notificationText(certificate: NotifiedCertificate): NotificationText {
  const { level, addresses, remaining, endDate, reason } = certificate;
  const time =
    remaining === undefined || endDate === undefined
      ? ""
      : remaining > -1000
        ? `${timeLeft(remaining)}, until ${endDate}. `
        : `It ${timeLeft(remaining)}, on ${endDate}. `;
  const why = level === "broken" && reason !== undefined ? `${reasonText(reason)} ` : "";
  return { title: heads[level](places(addresses)), message: `${why}${time}${nextSteps[level]}` };
}

const groupWords: Readonly<Record<NotifiedLevel, string>> = {
  expired: "expired",
  broken: "refused by browsers",
  urgent: "urgent",
  due: "due",
};

/** Many certificates at once: how many of each level, gravest first, the soonest end, the next step. */
export function groupText(certificates: readonly NotifiedCertificate[]): NotificationText {
  const counts = (["expired", "broken", "urgent", "due"] as const).flatMap((level) => {
    const count = certificates.filter((one) => one.level === level).length;
    return count === 0 ? [] : [`${count} ${groupWords[level]}`];
  });
  const ahead = certificates.filter(({ remaining, endDate }) => endDate !== undefined && (remaining ?? -1) >= 0);
  const [soonest] = ahead.toSorted((one, other) => (one.remaining ?? 0) - (other.remaining ?? 0));
  const first =
    soonest?.endDate === undefined ? "" : ` Next to end: ${places(soonest.addresses)}, on ${soonest.endDate}.`;
  return {
    title: `${certificates.length} certificates need attention`,
    message: `${counts.join(", ")}.${first} Open this message for the list.`,
  };
}
