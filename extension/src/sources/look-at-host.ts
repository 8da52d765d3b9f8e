import { openHostPort } from "../platform/native-host.ts";
import { type HostState, keepHostState } from "../store/host-state.ts";
import { connectHost } from "./host-connection.ts";

/** Starts the host for a greeting, keeps how it did, and ends it. */
export async function lookAtHost(): Promise<HostState | undefined> {
  let seen: HostState | undefined;
  const host = connectHost({
    open: openHostPort,
    now: Date.now,
    changed: (state) => {
      seen = state;
    },
  });
  const { ok } = await host.hello();
  host.close();
  // A greeting that was refused changes nothing of itself; it is no answer that a host should give.
  seen ??= ok ? undefined : { kind: "garbled" };
  if (seen !== undefined) await keepHostState(seen);
  return seen;
}
