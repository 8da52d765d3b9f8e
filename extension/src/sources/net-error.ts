import type { WebRequest } from "webextension-polyfill";
import { refusalOf } from "../../../shared/observation/net-error.ts";
import { browser } from "../platform/browser.ts";
import { mainFrames } from "./main-frame.ts";
import type { CertificateSource } from "./source.ts";

const id = "net-error";

/** The browser's refusal to open a page: no certificate and no dates, but which kind of fault, on every browser. */
export const netError: CertificateSource = {
  id,
  start(tell) {
    if (!browser.webRequest) return undefined;
    const { onErrorOccurred } = browser.webRequest;
    const onError = (details: WebRequest.OnErrorOccurredDetailsType): void => {
      const refusal = details.tabId >= 0 ? refusalOf(details.error) : undefined;
      if (refusal === undefined) return;
      const origin = new URL(details.url).origin;
      tell(details.tabId, { origin, via: id, seenAt: details.timeStamp, trust: refusal, detail: details.error });
    };
    onErrorOccurred.addListener(onError, mainFrames);
    return () => onErrorOccurred.removeListener(onError);
  },
};
