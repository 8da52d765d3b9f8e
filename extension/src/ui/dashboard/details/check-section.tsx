import type { WatchedHost } from "../../../../../shared/watch/watched-host.ts";
import { detailsTexts as texts } from "../../messages/en/host-details.ts";
import { checkFailureText } from "../../messages/en/look.ts";
import { popupTexts } from "../../messages/en/popup.ts";
import { agoText, dayAndTimeText } from "../../parts/moment.tsx";
import { Fact } from "./fact.tsx";

interface CheckSectionProps {
  readonly host: WatchedHost;
  /** Epoch milliseconds. */
  readonly now: number;
}

const twoDays = 2 * 86_400_000;

/** When and how the host was looked at, and when it will be again. */
export function CheckSection({ host: { lastSeen, lastCheck, failures, nextCheckAt }, now }: CheckSectionProps) {
  const moment = (at: number): string => (Math.abs(now - at) < twoDays ? agoText(now - at) : dayAndTimeText(at));
  const failed = lastCheck?.outcome === "failed";
  return (
    <section class="details-section">
      <h3>{texts.checks}</h3>
      <dl class="details-facts">
        {lastSeen !== undefined && (
          <Fact name={texts.seen}>{texts.seenOn(moment(lastSeen.seenAt), popupTexts.sources[lastSeen.via])}</Fact>
        )}
        <Fact name={texts.lastCheck}>
          {lastCheck === undefined ? (
            texts.never
          ) : (
            <>
              <span class={failed ? "details-failed" : ""}>
                {failed ? texts.failed(moment(lastCheck.at)) : texts.worked(moment(lastCheck.at))}
              </span>
              {failed && (
                <p>
                  {checkFailureText(lastCheck.detail ?? "")} {failures > 1 && texts.failures(failures)}
                </p>
              )}
              {failed && lastSeen !== undefined && <p class="muted">{texts.keptOnFailure}</p>}
            </>
          )}
        </Fact>
        <Fact name={texts.nextCheck}>{nextCheckAt <= now ? texts.soon : dayAndTimeText(nextCheckAt)}</Fact>
      </dl>
    </section>
  );
}
