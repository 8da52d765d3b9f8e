import type { LookProblem } from "../../../shared/observation/look-problem.ts";
import { failure, success } from "../../../shared/result.ts";
import type { HostConnection, HostProblem } from "./host-connection.ts";
import { observeByHost } from "./host-observation.ts";
import { type LookSource, originOf } from "./look.ts";

/** A host that has ended is started again after a rest; this often it is waited for. */
const patience = 4;
const rest = 1_000;

const failing: LookProblem = { code: "companion-failing" };

/** These do not get better by asking the next host. */
const hopeless: ReadonlySet<HostProblem> = new Set(["not-installed", "garbled"]);

/**
 * The companion program as a source for addresses without a tab: any port, and STARTTLS. One that is not there or does
 * not keep to the protocol is asked no more by this source; make another one for the next round.
 */
export function nativeHostLook(host: HostConnection, now: () => number = Date.now): LookSource {
  let hope = true;
  return {
    id: "native-host",
    async look(target, signal) {
      for (let tries = 0; hope && tries < patience; tries += 1) {
        const answer = await host.check(target, signal);
        if (answer.ok) {
          if (answer.value.type === "failed") {
            const { code, detail } = answer.value;
            return failure({ code, ...(detail !== undefined && { detail }) });
          }
          const seen = await observeByHost(originOf(target), answer.value, now());
          if (seen !== undefined) return success(seen);
          host.close("garbled");
          hope = false;
        } else if (answer.problem === "cancelled") return failure({ code: "timed-out" });
        else if (hopeless.has(answer.problem)) hope = false;
        else if (!(await waited(signal))) return failure({ code: "timed-out" });
      }
      hope = false;
      return failure(failing);
    },
  };
}

/** Waits for the rest to be over; false when the signal ended it. */
const waited = (signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const end = (whole: boolean) => (): void => {
      clearTimeout(timer);
      resolve(whole);
    };
    const timer = setTimeout(end(true), rest);
    signal.addEventListener("abort", end(false), { once: true });
  });
