import type { SourceId } from "../../../../shared/observation/observation.ts";
import type { AccessState } from "./access-state.ts";
import type { SourceFacts } from "./source-state.ts";
import type { AccessActions } from "./use-access.ts";

export interface Source {
  readonly id: SourceId;
  readonly facts: SourceFacts;
}

/** The certificate sources as the settings show them. */
export interface SourcesView {
  readonly access: AccessState;
  /** Those that this browser has, in the order in which they are asked. */
  readonly sources: readonly Source[];
  readonly firefox: boolean;
  /** What registers the companion program for this browser. */
  readonly command: string;
  /** Address of the dashboard. */
  readonly dashboard: string;
}

export interface SourcesActions extends AccessActions {
  readonly turnSource: (id: SourceId, on: boolean) => void;
  readonly lookAtHost: () => void;
}

/** The sources of a browser, in order. */
export const sourcesOf = (firefox: boolean): readonly SourceId[] => [
  firefox ? "firefox-security-info" : "chromium-security-info",
  "net-error",
  "native-host",
  "own-fetch",
  "owned",
];
