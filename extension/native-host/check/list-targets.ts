import type { StarttlsProtocol } from "../../../shared/handshake/starttls/protocols.ts";
import { type HostProblem, readHost, type Target, targetKey } from "../../../shared/watch/host-list.ts";

/** An entry of the list: a place to ask, or a line that names none. */
export type Entry =
  | { readonly kind: "target"; readonly target: Target }
  | { readonly kind: "refused"; readonly line: string; readonly problem: HostProblem };

/** Beyond so many different hosts repeats are not remembered: they are checked again, which costs time but no memory. */
const mostRemembered = 1_000_000;

/** The entries of these lines in their order, each place once. `onRepeat` hears of those that are left out. */
export async function* listTargets(
  lines: AsyncIterable<string> | Iterable<string>,
  starttls: StarttlsProtocol | undefined,
  onRepeat: () => void,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for await (const line of lines) {
    const read = readHost(line, starttls);
    if (read === undefined) continue;
    if (!read.ok) {
      yield { kind: "refused", line: line.slice(0, 200), problem: read.problem };
      continue;
    }
    const key = targetKey(read.value);
    if (seen.has(key)) onRepeat();
    else {
      if (seen.size < mostRemembered) seen.add(key);
      yield { kind: "target", target: read.value };
    }
  }
}
