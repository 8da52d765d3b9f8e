import type { DistrustedIssuer } from "../../../../shared/renewal/distrust.ts";
import type { Target } from "../../../../shared/watch/host-list.ts";
import { probe } from "../../probe/probe.ts";
import { trustStore } from "../../probe/trust-store.ts";
import { type CheckRecord, recordOf } from "../check-record.ts";

/** What a thread needs to know to check hosts by itself: values that can be copied to it. */
export interface Checking {
  /** More authorities to trust, PEM. */
  readonly authorities: readonly string[];
  /** Milliseconds for each host. */
  readonly timeout: number;
  readonly distrust: readonly DistrustedIssuer[];
}

/** Checks one host; never rejects. */
export type Checker = (target: Target) => Promise<CheckRecord>;

/** @throws where one of the authorities cannot be read */
export function makeChecker({ authorities, timeout, distrust }: Checking, now: () => number): Checker {
  const store = trustStore(authorities);
  return async (target) =>
    recordOf(target, await probe(target, { authorities: store, timeout }), { now: now(), distrust });
}
