import type { SourceId } from "../../../../shared/observation/observation.ts";
import type { CertificateAccess } from "../../platform/capabilities.ts";
import type { HostState } from "../../store/host-state.ts";

/** What is known of a source when its row is drawn. */
export interface SourceFacts {
  /** The user's switch; for the companion program the browser's permission as well. */
  readonly on: boolean;
  /** The user's last click on this source was answered with a no. */
  readonly refused: boolean;
  readonly siteAccess: boolean;
  /** What the browser's own source told in this session. */
  readonly certificates: CertificateAccess;
  /** Something of this very source was seen since the browser was started. */
  readonly delivered: boolean;
  /** How the companion program did; absent while it is looked at. */
  readonly host?: HostState | undefined;
  /** The companion program's permission has just come, and the background that runs cannot use it yet. */
  readonly hostWaits: boolean;
  /** How many certificates of the user's own are kept; absent while they are counted. */
  readonly owned?: number | undefined;
}

/** How a source does. Only `works` says that it delivered; `ready` that nothing stands in its way. */
export const sourceStates = [
  "off",
  "refused",
  "no-site-access",
  "ready",
  "works",
  "flag-off",
  "looking",
  "not-installed",
  "ended",
  "garbled",
  "silent",
  "waits",
  "empty",
] as const;
export type SourceState = (typeof sourceStates)[number];

/** How the source does, from the facts alone. What the user can mend first is said first. */
export function sourceState(id: SourceId, facts: SourceFacts): SourceState {
  const { on, refused, siteAccess, certificates, delivered, owned } = facts;
  if (!on) return refused ? "refused" : "off";
  if (id === "owned") return owned === undefined ? "looking" : owned > 0 ? "works" : "empty";
  if (id === "native-host") return hostStateOf(facts);
  if (!siteAccess) return "no-site-access";
  if (id === "net-error") return delivered ? "works" : "ready";
  // The watch list's own requests are answered by the browser's own source: they see what it sees.
  if (certificates === "works") return "works";
  return certificates === "flag-off" ? "flag-off" : "ready";
}

/** A program that is not there is mended first; one that works still sees only the sites that NotAfter may see. */
function hostStateOf({ host, hostWaits, siteAccess }: SourceFacts): SourceState {
  if (host === undefined) return "looking";
  if (host.kind !== "works") return host.kind;
  if (!siteAccess) return "no-site-access";
  return hostWaits ? "waits" : "works";
}

/** The shape beside the words. */
export type StateMark = "good" | "idle" | "mind" | "fault";

export function markOf(state: SourceState): StateMark {
  switch (state) {
    case "works":
      return "good";
    case "off":
    case "ready":
    case "looking":
    case "empty":
      return "idle";
    case "refused":
    case "no-site-access":
    case "flag-off":
    case "waits":
      return "mind";
    default:
      return "fault";
  }
}
