import { fromBase64 } from "../../../shared/certificate/base64.ts";
import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import type { Checked } from "../../../shared/native-host/protocol.ts";
import type { Observation } from "../../../shared/observation/observation.ts";

/** What the native host saw at an origin at `seenAt`; nothing for a leaf that is not the one whose fingerprint stands beside it. */
export async function observeByHost(
  origin: string,
  { chain, sha256, trust, detail }: Checked,
  seenAt: number,
): Promise<Observation | undefined> {
  const leaf = fromBase64(chain[0] ?? "");
  if (leaf === undefined || (await sha256Hex(leaf)) !== sha256) return undefined;
  return { origin, via: "native-host", seenAt, trust, leaf, sha256, ...(detail !== undefined && { detail }) };
}

/** The host's word beside the browser's refusal: the refusal is not talked away by a host with other authorities. */
export function besideRefusal(seen: Observation, refusal: Observation): Observation {
  if (seen.trust !== "trusted") return seen;
  return { ...seen, trust: refusal.trust, ...(refusal.detail !== undefined && { detail: refusal.detail }) };
}
