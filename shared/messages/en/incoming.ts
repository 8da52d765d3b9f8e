import type { IncomingProblem, LineProblem } from "../../watch/incoming/incoming.ts";
import { hostProblemText } from "./check.ts";
import { importProblemText, importRefused } from "./watch-problems.ts";

/** Why a line cannot be used, without the line itself. */
export const lineProblemText = ({ code }: Pick<LineProblem, "code">): string =>
  code === "bad-starttls" ? "This STARTTLS protocol is not known." : hostProblemText(code);

type Texts = {
  readonly [Code in IncomingProblem["code"]]: (problem: Extract<IncomingProblem, { readonly code: Code }>) => string;
};

const texts: Texts = {
  empty: () => "There is nothing in it.",
  "too-large": () => "It is too large: a list may have 20 MB, a sitemap 50 MB. Divide it, then add the parts.",
  "too-many-lines": () => "It has more than 200,000 lines. Divide it, then add the parts.",
  "no-hosts": () => "There is no host in it.",
  "private-key": () =>
    "This is a private key. Nothing was stored. The watch list needs the certificate only: look for a .crt, .cer or .pem file.",
  backup: () => "This is a backup of NotAfter. Open it in the settings, under “Your data”.",
  request: () => "This is a request for a certificate. Look for the certificate that was made from it.",
  "key-store": () =>
    "This is a Java key store, which cannot be read here. Export the certificate with keytool -exportcert, then add that.",
  spreadsheet: () => "This is a spreadsheet or an archive. Save the sheet as CSV, then add that.",
  "no-end-entity": () =>
    "There are only certificates of authorities in it. Look for the certificate that was issued to your host.",
  "damaged-certificate": () => "The certificate in it is damaged. Look for another copy of the file.",
  "not-known": () =>
    "This kind of file is not known here. Lists, CSV, sitemaps, certificates (PEM, DER, P7B, PFX) and NotAfter’s own exports are.",
  "damaged-pem": ({ line }) => `The block that begins in line ${line} is damaged. Look for another copy of the file.`,
  "refused-export": ({ problems }) =>
    [...problems.slice(0, shown).map(importProblemText), ...moreOf(problems.length - shown), importRefused].join("\n"),
};

const shown = 20;
const moreOf = (count: number): readonly string[] => (count > 0 ? [`${count} more.`] : []);

/** What a file is that cannot be used, and the next step; several lines where lines of it are at fault. */
export function incomingProblemText(problem: IncomingProblem): string {
  // Each code's own function takes that code's problem, which a look-up cannot express.
  const text = texts[problem.code] as (problem: IncomingProblem) => string;
  return text(problem);
}
