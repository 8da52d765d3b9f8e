import { mostAtOnce } from "../../../shared/watch/check-schedule.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";

/** How one check ended: its outcome is kept; kept, and it may be our network; or it could not be kept. */
export type CheckEnd = "kept" | "no-network" | "not-kept";

export interface RoundParts {
  /** The hosts that are due, at most `count`; those that are being checked may still be among them. Nothing: it cannot be told. */
  readonly due: (count: number) => Promise<readonly WatchedHost[] | undefined>;
  /** Checks a host and keeps the outcome, so that it is no longer due. */
  readonly check: (host: WatchedHost) => Promise<CheckEnd>;
}

/** `done`: nothing is due any more. Otherwise the rest is still due, and better left for later. */
export type RoundEnd = "done" | "no-network" | "not-kept";

/** So many hosts in a row that all speak of the network: it is not the hosts. */
export const mostWithoutNetwork = 8;

/** Checks the hosts that are due until none is, never more than `mostAtOnce` at a time. What becomes due meanwhile is taken too. */
export async function checkRound({ due, check }: RoundParts): Promise<RoundEnd> {
  const running = new Map<string, Promise<void>>();
  let inVain = 0;
  let end: RoundEnd = "done";
  const one = async (host: WatchedHost): Promise<void> => {
    const ended = await check(host);
    running.delete(host.id);
    inVain = ended === "no-network" ? inVain + 1 : 0;
    if (ended === "not-kept") end = "not-kept";
    else if (inVain >= mostWithoutNetwork) end = "no-network";
  };
  const goesOn = (): boolean => end === "done";
  while (goesOn()) {
    // A check that ends while the list is read may be on it as due: who was busy before has had a turn.
    const busy = new Set(running.keys());
    const hosts = await due(mostAtOnce);
    if (hosts === undefined) end = "not-kept";
    for (const host of goesOn() ? (hosts ?? []) : [])
      if (!busy.has(host.id) && running.size < mostAtOnce) running.set(host.id, one(host));
    if (running.size > 0) await Promise.race(running.values());
    else if (busy.size === 0) break;
  }
  await Promise.all(running.values());
  return end;
}
