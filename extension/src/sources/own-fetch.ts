import type { WebRequest } from "webextension-polyfill";
import { isBlockedPort } from "../../../shared/observation/blocked-ports.ts";
import type { LookProblem } from "../../../shared/observation/look-problem.ts";
import { refusalOf } from "../../../shared/observation/net-error.ts";
import { netFailure } from "../../../shared/observation/net-failure.ts";
import type { Observation } from "../../../shared/observation/observation.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import { browser } from "../platform/browser.ts";
import { hasSiteAccess } from "../platform/permissions.ts";
import { isFirefox } from "../platform/which-browser.ts";
import { observeByChromium } from "./chromium-security-info.ts";
import { observeByFirefox } from "./firefox-security-info.ts";
import { type LookSource, originOf } from "./look.ts";

const id = "own-fetch";

type Seen = Result<Observation, LookProblem>;

/** What the browser's events say may arrive a little after the request itself has ended (seen in Firefox 153). */
const afterthought = 1_000;

/**
 * A request of the background's own for the head of the site's first page, and what the browser tells of its connection.
 * It carries no cookies and no referrer. Certificates that the browser refuses are told by the kind of refusal alone.
 */
export const ownFetch: LookSource = {
  id,
  async look(target, signal) {
    if (target.starttls !== undefined) return failure({ code: "needs-companion" });
    if (isBlockedPort(target.port)) return failure({ code: "blocked-port" });
    if (!(await hasSiteAccess()) || !browser.webRequest) return failure({ code: "no-site-access" });
    return fetchHead(`${originOf(target)}/`, signal);
  },
};

function fetchHead(url: string, signal: AbortSignal): Promise<Seen> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const settle = (seen: Seen): void => {
      if (done.signal.aborted) return;
      done.abort();
      clearTimeout(late);
      resolve(seen);
    };
    let late: ReturnType<typeof setTimeout> | undefined;
    const otherwise = (problem: LookProblem): void => {
      late = setTimeout(() => settle(failure(problem)), afterthought);
    };
    hear(url, settle, done.signal);
    signal.addEventListener("abort", () => settle(failure({ code: "timed-out" })), { signal: done.signal });
    if (signal.aborted) return settle(failure({ code: "timed-out" }));
    fetch(url, {
      method: "HEAD",
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: done.signal,
    }).then(
      () => otherwise({ code: "not-told" }),
      () => otherwise({ code: "failed" }),
    );
  });
}

interface Request {
  readonly url: string;
  readonly tabId: number;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
}

/** Hears what the browser tells of this extension's own request for the address, until the signal ends it. */
function hear(url: string, settle: (seen: Seen) => void, ended: AbortSignal): void {
  const here = browser.runtime.getURL("");
  const isMine = ({ tabId, url: asked, initiator, originUrl }: Request): boolean =>
    tabId < 0 && asked === url && `${initiator ?? originUrl ?? ""}/`.startsWith(here);
  const { onErrorOccurred } = browser.webRequest;
  const onError = (details: WebRequest.OnErrorOccurredDetailsType): void => {
    if (isMine(details)) settle(refused(url, details));
  };
  const take = (seen: Observation | undefined): void => {
    if (seen?.leaf !== undefined) settle(success(seen));
  };
  const filter = filterFor(url);
  onErrorOccurred.addListener(onError, filter);
  const unhear = isFirefox ? hearInFirefox(filter, isMine, take) : hearInChromium(filter, isMine, take);
  ended.addEventListener("abort", () => {
    onErrorOccurred.removeListener(onError);
    unhear();
  });
}

type Filter = { readonly urls: string[]; readonly types: ["xmlhttprequest"] };
type Take = (seen: Observation | undefined) => void;

/** Other sites' requests are not to wait for this script; a pattern cannot hold an address in brackets in every browser. */
const filterFor = (url: string): Filter => {
  const { hostname } = new URL(url);
  return { urls: [hostname.startsWith("[") ? "https://*/*" : `https://${hostname}/*`], types: ["xmlhttprequest"] };
};

function hearInFirefox(filter: Filter, isMine: (request: Request) => boolean, take: Take): () => void {
  const { onHeadersReceived } = browser.webRequest;
  const onHeaders = async (details: WebRequest.OnHeadersReceivedDetailsType): Promise<WebRequest.BlockingResponse> => {
    if (isMine(details)) take(await observeByFirefox(details, id));
    return {};
  };
  onHeadersReceived.addListener(onHeaders, filter, ["blocking"]);
  return () => onHeadersReceived.removeListener(onHeaders);
}

function hearInChromium(filter: Filter, isMine: (request: Request) => boolean, take: Take): () => void {
  const { onHeadersReceived } = chrome.webRequest;
  const onHeaders = (details: chrome.webRequest.OnHeadersReceivedDetails): undefined => {
    if (isMine(details)) void observeByChromium(details, id).then(take);
  };
  try {
    onHeadersReceived.addListener(onHeaders, filter, ["securityInfoRawDer"]);
  } catch {
    // Before Chromium 144 the option is not known, and nothing is told.
  }
  return () => onHeadersReceived.removeListener(onHeaders);
}

function refused(url: string, { error, timeStamp }: WebRequest.OnErrorOccurredDetailsType): Seen {
  const trust = refusalOf(error);
  // A sentence that is not known need not be about the certificate; in Chromium the constant says that it is.
  if (trust === undefined || (trust === "refused" && isFirefox)) return failure(netFailure(error));
  return success({ origin: new URL(url).origin, via: "net-error", seenAt: timeStamp, trust, detail: error });
}
