import type { Personalisation } from "../../../shared/guide/personalisation.ts";
import { readFragment } from "../../../shared/guide/personalisation.ts";
import { suggestPlatform } from "../chooser/choose.ts";
import type { BarState } from "./bar.ts";
import { openBar } from "./bar.ts";
import { fill, hasPlaces } from "./fill.ts";
import { forget, recall, remember } from "./session.ts";

/**
 * A link's fragment carries the user's values, because a fragment is never sent to a server (RFC 3986 §3.5). It is taken
 * out of the address before anything else happens: history, session sync and copied links must not hold the host name.
 */
function takeFragment(): BarState | undefined {
  const fragment = location.hash;
  const read = readFragment(fragment);
  if (!read.ok && read.problem.code === "no-personalisation") return undefined;
  const at = read.ok ? read.value.at : undefined;
  history.replaceState(history.state, "", `${location.pathname}${location.search}${at === undefined ? "" : `#${at}`}`);
  if (!read.ok) return { kind: "refused", problem: read.problem };
  if (hasValues(read.value)) remember(read.value);
  return { kind: "filled", personalisation: read.value };
}

const hasValues = ({ values }: Personalisation): boolean => Object.keys(values).length > 0;

const show = openBar(document, {
  use: (personalisation) => {
    remember(personalisation);
    present({ kind: "filled", personalisation });
  },
  clear: () => {
    forget();
    present(atRest());
  },
});

function present(state: BarState): void {
  const personalisation = state.kind === "filled" ? state.personalisation : recall();
  fill(document, personalisation?.values ?? {});
  show?.(state);
}

/** The state without a link: what the tab remembers, or the offer to fill in. */
function atRest(): BarState {
  const kept = recall();
  if (kept && hasValues(kept)) return { kind: "filled", personalisation: kept };
  return { kind: document.querySelector("[data-personal-offer]") || hasPlaces(document) ? "offer" : "nothing" };
}

function arrive(): void {
  const taken = takeFragment();
  const link = taken?.kind === "filled" ? taken.personalisation : undefined;
  present(link && !hasValues(link) ? atRest() : (taken ?? atRest()));
  if (link?.suggestion !== undefined) suggestPlatform(document, link.suggestion);
  if (link?.at !== undefined) document.getElementById(link.at)?.scrollIntoView();
}

arrive();
addEventListener("hashchange", () => {
  if (location.hash.includes("=")) arrive();
});
// A page that comes back out of the back/forward cache may be older than what the tab remembers.
addEventListener("pageshow", (event) => {
  if (event.persisted) present(atRest());
});
