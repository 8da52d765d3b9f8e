import type { Authority } from "../renewal/authority.ts";
import type { Guide, Platform } from "./guide.ts";

/** Everything under `content/`, parsed and checked: what the extension carries and the site and the runner read. */
export interface Content {
  readonly authorities: readonly Authority[];
  readonly platforms: readonly Platform[];
  readonly guides: readonly Guide[];
}
