import { httpsOrigin } from "../../../shared/observation/https-origin.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { browser } from "../platform/browser.ts";
import { canOpenHost, openHostPort } from "../platform/native-host.ts";
import { report } from "../platform/report.ts";
import { tabById } from "../platform/tabs.ts";
import { isFirefox } from "../platform/which-browser.ts";
import { keepHostState } from "../store/host-state.ts";
import { findObservationFor } from "../store/tab-observations.ts";
import { connectHost, type HostConnection } from "./host-connection.ts";
import { besideRefusal, observeByHost } from "./host-observation.ts";
import { hostIsOn } from "./host-use.ts";
import { isShownPage } from "./main-frame.ts";
import type { CertificateSource, Tell } from "./source.ts";

const id = "native-host";

/** A certificate lasts weeks: to spare the site a handshake for every click costs nothing. A reload asks all the same. */
const freshFor = 5 * 60_000;

/** What a tab is at, in this script's memory only: without it, something is asked once more. */
interface Visit {
  origin: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** What is being asked for a tab. */
interface Asked {
  readonly origin: string;
  readonly end: AbortController;
}

/**
 * The companion program, which makes its own TLS connection to the site's host and port. It is asked while the page loads
 * and delays nothing. Firefox has its own source, so there it is asked only about a page of which nothing was told.
 */
export const nativeHost: CertificateSource = {
  id,
  start(tell) {
    if (!browser.webNavigation) return undefined;
    const { onBeforeNavigate, onCommitted, onErrorOccurred } = browser.webNavigation;
    const host = connectHost({
      open: openHostPort,
      now: Date.now,
      changed: (state) => void keepHostState(state).catch((error) => report("keeping the native host's state", error)),
    });
    const visits = new Map<number, Visit>();
    const asked = new Map<number, Asked>();
    const look = (visit: Visit, tabId: number, url: string, since: number) =>
      void ask({ host, tell, asked, visit, tabId, url, since }).catch((error) =>
        report("asking the native host", error),
      );
    const endUnless = (tabId: number, origin: string | undefined): void => {
      const one = asked.get(tabId);
      if (one === undefined || one.origin === origin) return;
      asked.delete(tabId);
      one.end.abort();
    };

    const begins = (details: Navigation): void => {
      const origin = pageOrigin(details);
      if (origin === undefined) return;
      const { tabId, url, timeStamp } = details;
      endUnless(tabId, origin);
      const visit = { origin, startedAt: timeStamp };
      visits.set(tabId, visit);
      if (!isFirefox) look(visit, tabId, url, timeStamp - freshFor);
    };
    /** The page is there, or its error page; after a redirection it is another site's. */
    const arrives = (details: Navigation & { readonly transitionType?: string }): void => {
      const origin = pageOrigin(details);
      if (origin === undefined) return;
      const { tabId, url, timeStamp, transitionType } = details;
      const visit = visits.get(tabId) ?? { origin, startedAt: timeStamp };
      endUnless(tabId, origin);
      visit.origin = origin;
      visits.set(tabId, visit);
      look(visit, tabId, url, transitionType === "reload" ? visit.startedAt : timeStamp - freshFor);
    };
    const leaves = (tabId: number): void => {
      endUnless(tabId, undefined);
      visits.delete(tabId);
    };
    onBeforeNavigate.addListener(begins);
    onCommitted.addListener(arrives);
    onErrorOccurred.addListener(arrives);
    browser.tabs.onRemoved.addListener(leaves);
    return () => {
      onBeforeNavigate.removeListener(begins);
      onCommitted.removeListener(arrives);
      onErrorOccurred.removeListener(arrives);
      browser.tabs.onRemoved.removeListener(leaves);
      host.close();
    };
  },
};

interface Navigation {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  /** Epoch milliseconds. */
  readonly timeStamp: number;
  readonly documentLifecycle?: string;
}

/** The origin of a tab's own page, empty where it is not https; nothing for frames and pages that are rendered ahead. */
function pageOrigin(details: Navigation): string | undefined {
  if (details.frameId !== 0 || !isShownPage(details)) return undefined;
  return httpsOrigin(details.url) ?? "";
}

interface Asking {
  readonly host: HostConnection;
  readonly tell: Tell;
  readonly asked: Map<number, Asked>;
  readonly visit: Visit;
  readonly tabId: number;
  readonly url: string;
  /** What was seen at this time or later is still good. */
  readonly since: number;
}

async function ask({ host, tell, asked, visit, tabId, url, since }: Asking): Promise<void> {
  const { origin } = visit;
  if (origin === "" || !canOpenHost()) return;
  // At once, for a page that is loading waits for it.
  const [on, tab, known] = await Promise.all([hostIsOn(), tabById(tabId), findObservationFor(tabId, origin)]);
  // The host is outside the browser and of its private windows it is told nothing.
  if (!on || tab === undefined || tab.incognito || (known?.leaf !== undefined && known.seenAt >= since)) return;
  // Meanwhile the tab may have gone on, or the same may have been asked already.
  if (visit.origin !== origin || asked.has(tabId)) return;
  const one: Asked = { origin, end: new AbortController() };
  asked.set(tabId, one);
  const { hostname, port } = new URL(url);
  const answer = await host.check({ host: hostname, port: port === "" ? 443 : Number(port) }, one.end.signal);
  if (asked.get(tabId) === one) asked.delete(tabId);
  if (!answer.ok || answer.value.type !== "checked") return;
  const seen = await observeByHost(origin, answer.value, Date.now());
  if (seen === undefined) return host.close("garbled");
  const told = beside(await findObservationFor(tabId, origin), seen, visit.startedAt);
  if (told !== undefined) tell(tabId, told);
}

/**
 * The host's word beside what the browser told of the same visit. The browser speaks of the connection that the page came
 * over: its certificate stands, and its refusal is not talked away by a host with other authorities.
 */
function beside(known: Observation | undefined, seen: Observation, startedAt: number): Observation | undefined {
  if (known === undefined || known.seenAt < startedAt) return seen;
  if (known.leaf !== undefined && known.via.endsWith("-security-info")) return undefined;
  return known.via === "net-error" ? besideRefusal(seen, known) : seen;
}
