import { visibleText } from "../../display/visible-text.ts";
import type { ProbeCode, ProbeProblem } from "../../handshake/probe-problem.ts";
import type { Reason } from "../../verdict/verdict.ts";
import type { HostProblem } from "../../watch/host-list.ts";
import { reasonText } from "./verdict.ts";

const said = (who: string, detail: string | undefined): string => {
  const words = visibleText((detail ?? "").trim(), 200);
  return words === "" ? "" : ` ${who}: ${words}`;
};

/** What kept us from the certificate, and where to look next. */
const probeTexts: Readonly<Record<ProbeCode, (detail: string | undefined) => string>> = {
  "name-not-found": () => "There is no such name. Look for a slip of the pen, or ask the DNS that knows it.",
  "name-lookup-failed": () => "The name could not be looked up: the DNS did not answer. Try again later.",
  "connection-refused": () => "Nothing listens at this port.",
  unreachable: () => "There is no way to this address from here.",
  "connection-reset": () => "The connection was broken off before a certificate came.",
  closed: () => "The server closed the connection before a certificate came.",
  "connect-timeout": () => "Nobody answered in time. A firewall may be in between.",
  "starttls-timeout": () => "The server accepted the connection and then said too little in time.",
  "handshake-timeout": () => "The server accepted the connection but did not finish the handshake in time.",
  "starttls-refused": (detail) => `The server does not offer TLS here.${said("It said", detail)}`,
  "starttls-unexpected": (detail) => `The server does not speak this protocol.${said("It said", detail)}`,
  "not-tls": () => "The server does not speak TLS at this port. Some protocols begin in clear text: see --starttls.",
  "handshake-failed": (detail) => `The TLS handshake failed.${said("OpenSSL says", detail)}`,
  "no-certificate": () => "The server sent no certificate.",
  cancelled: () => "The check was cancelled.",
  failed: (detail) => `The connection failed.${said("The system says", detail)}`,
};

export const probeText = ({ code, detail }: ProbeProblem): string => probeTexts[code](detail);

const hostTexts: Readonly<Record<HostProblem, string>> = {
  "too-long": "The line is too long to hold a host.",
  wildcard: "A wildcard stands for many hosts. Name one of them.",
  "bad-host": "This is not a host name or an IP address.",
  "bad-port": "A port is a number from 1 to 65535.",
  "plain-http": "This address is plain http, which has no certificate.",
  "unknown-scheme": "This kind of address is not known.",
};

export const hostProblemText = (problem: HostProblem): string => hostTexts[problem];

/** A reason of a verdict where no browser took part: this program and its list of authorities judged. */
export function checkReasonText(reason: Reason): string {
  switch (reason.code) {
    case "untrusted":
      if (reason.selfSigned) return reasonText(reason);
      return "The authority that issued the certificate is not trusted here, or an intermediate certificate is missing.";
    case "outside-validity":
      return "Another certificate of its chain has expired or is not valid yet, or this computer's clock is wrong.";
    case "refused":
      return `The certificate was refused.${said("OpenSSL says", reason.detail)}`;
    default:
      return reasonText(reason);
  }
}
