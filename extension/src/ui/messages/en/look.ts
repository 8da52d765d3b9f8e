import { visibleText } from "../../../../../shared/display/visible-text.ts";
import { type ProbeCode, probeCodes } from "../../../../../shared/handshake/probe-problem.ts";
import { probeText } from "../../../../../shared/messages/en/check.ts";
import { type LookCode, type LookProblem, readLookDetail } from "../../../../../shared/observation/look-problem.ts";

const words = (who: string, detail: string | undefined): string => {
  const said = visibleText(`${detail ?? ""}`.trim(), 200);
  return said === "" ? "" : ` ${who}: ${said}`;
};

type Text = (detail: string | undefined) => string;

/** Codes of this side, and those whose text for the command line speaks of its options. */
const texts: { readonly [Code in Exclude<LookCode, ProbeCode>]: Text } & { readonly [Code in ProbeCode]?: Text } = {
  "timed-out": () => "The server did not answer in time. It is asked again later.",
  offline: () => "This computer has no network. The host is asked again when it has.",
  "not-tls": () =>
    "The server does not speak TLS at this port. Some protocols begin in clear text: choose STARTTLS for this host.",
  "handshake-failed": (detail) => `The TLS handshake failed.${words("The words were", detail)}`,
  failed: (detail) => `The host could not be asked.${words("The words were", detail)}`,
  cancelled: () => "The check was ended before an answer came. It is made again later.",
  "no-source": () => "Nothing may ask hosts at present. Switch a source on in the settings.",
  "blocked-port": () =>
    "Browsers ask nothing at this port. The companion program can: see the settings for how to turn it on.",
  "no-site-access": () =>
    "NotAfter may not see this site. Allow site access, or the companion program, in the settings.",
  "not-told": () =>
    "The host answers, and this browser tells nothing of its certificate. Turn on the companion program in the settings.",
  "needs-companion": () =>
    "Only the companion program speaks STARTTLS. Turn it on in the settings, and this host is checked.",
  "companion-failing": () => "The companion program did not answer as it should. The settings say what to do.",
};

const isProbeCode = (code: LookCode): code is ProbeCode => probeCodes.some((one) => one === code);

function lookText({ code, detail }: LookProblem): string {
  const own = texts[code];
  if (own !== undefined) return own(detail);
  return isProbeCode(code) ? probeText({ code, ...(detail !== undefined && { detail }) }) : code;
}

/** Why a check of a watched host failed, out of what its record says: what happened, and the next step where there is one. */
export const checkFailureText = (detail: string): string => lookText(readLookDetail(`${detail}`));
