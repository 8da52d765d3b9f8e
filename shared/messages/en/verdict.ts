import { visibleText } from "../../display/visible-text.ts";
import type { Reason, Verdict } from "../../verdict/verdict.ts";
import { duration, timeLeft } from "./time-left.ts";

type Texts = { readonly [Code in Reason["code"]]: (reason: Extract<Reason, { code: Code }>) => string };

const quoted = (detail: string): string => (detail === "" ? "" : ` The browser says: ${visibleText(detail, 200)}`);

/** What is the matter, in one or two sentences; the next step is the screen's to offer. */
const texts: Texts = {
  "renewal-due": ({ because, days }) =>
    because === "days"
      ? `Renewal is due: ${days} days or fewer are left.`
      : "Renewal is due: less than a third of its life is left.",
  "renewal-urgent": ({ because, days }) =>
    because === "days"
      ? `Renewal is urgent: ${days} days or fewer are left.`
      : "Renewal is urgent: less than a tenth of its life is left.",
  expired: () => "The certificate has expired. Visitors see a warning instead of the site.",
  "not-yet-valid": () => "The certificate is not valid yet. If its start has passed, this computer's clock is wrong.",
  "outside-validity": ({ detail }) =>
    `A certificate of this site has expired or is not valid yet, or this computer's clock is wrong.${quoted(detail)}`,
  untrusted: ({ selfSigned }) => {
    if (selfSigned) return "The certificate is signed by itself, so browsers do not trust it.";
    return selfSigned === undefined
      ? "This browser does not trust the certificate: it is signed by itself or by a private authority, or an intermediate is missing."
      : "This browser does not trust the authority that issued the certificate, or an intermediate certificate is missing.";
  },
  "wrong-name": ({ host }) => `The certificate is not for ${visibleText(host, 253)}.`,
  revoked: () => "The authority has revoked the certificate. It needs to be replaced now, with a new key.",
  refused: ({ detail }) => `The browser refused the connection to this site.${quoted(detail)}`,
  "weak-key": ({ key }) => `The key (${key} bits) is too weak: authorities ask for RSA 2048 or EC 256 at least.`,
  "weak-signature": ({ algorithm }) => `The signature (${algorithm}) uses a broken hash.`,
  "distrusted-issuer": ({ issuer, since }) =>
    `Browsers no longer trust what ${issuer} issued after ${since}. Order a new certificate from another authority.`,
  "impossible-dates": () => "The certificate ends before it begins. The authority has to issue it again.",
  unreadable: ({ detail }) => `The certificate cannot be read (${visibleText(detail, 60)}).`,
  unseen: () => "The certificate of this site has not been seen yet.",
};

export function reasonText(reason: Reason): string {
  // Each code's own function takes that code's reason: the table's type says so, which a look-up cannot express.
  const text = texts[reason.code] as (reason: Reason) => string;
  return text(reason);
}

export interface Titled {
  /** Host, with the port where it is not 443. */
  readonly host: string;
  readonly verdict: Verdict;
  /** The dates are those of a certificate that the user has, and that nobody saw at the site. */
  readonly ofRecords?: boolean;
  /** Formats epoch milliseconds as a date of the user's locale. */
  readonly formatDate: (time: number) => string;
}

/** The toolbar button's title: `www.example.com: 23 days left, until 15 Dec 2026. Renewal is due.` */
export function titleSentence({ ofRecords = false, ...titled }: Titled): string {
  const sentence = verdictSentence(titled);
  return ofRecords ? `${sentence} From your own records: what the site serves was not seen.` : sentence;
}

function verdictSentence({ host, verdict, formatDate }: Titled): string {
  const { level, remaining, notBefore, notAfter } = verdict;
  const first = verdict.reasons[0];
  if (remaining === undefined || notBefore === undefined || notAfter === undefined) {
    return `${host}: ${first === undefined ? "nothing is known yet." : reasonText(brief(first))}`;
  }
  if (level === "not-yet-valid") return `${host}: not valid before ${formatDate(notBefore)}.`;
  if (level === "expired") return `${host}: expired ${duration(-remaining)} ago, on ${formatDate(notAfter)}.`;
  const time = `${host}: ${timeLeft(remaining)}, until ${formatDate(notAfter)}.`;
  if (level === "due") return `${time} Renewal is due.`;
  if (level === "urgent") return `${time} Renewal is urgent.`;
  return first === undefined ? time : `${time} ${reasonText(brief(first))}`;
}

/** Without the browser's own words: the popup has room for them, a button's title has not. */
const brief = (reason: Reason): Reason =>
  reason.code === "outside-validity" || reason.code === "refused" ? { ...reason, detail: "" } : reason;
