import { fromBase64, toBase64 } from "../../../shared/certificate/base64.ts";
import { isSourceId, isTrust, type Observation } from "../../../shared/observation/observation.ts";

/** An observation as `storage.session` and messages carry it: JSON, since typed arrays come back empty in Chromium. */
export type StoredObservation = Omit<Observation, "leaf"> & { readonly leaf?: string };

export function storeObservation(observation: Observation): StoredObservation {
  const { leaf, ...rest } = observation;
  return leaf === undefined ? rest : { ...rest, leaf: toBase64(leaf) };
}

/** The observation, or nothing when what stands there is not one of ours. */
export function readObservation(stored: unknown): Observation | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  const record: Record<string, unknown> = { ...stored };
  const { origin, seenAt, via, trust } = record;
  if (typeof origin !== "string" || typeof seenAt !== "number" || !isSourceId(via) || !isTrust(trust)) return undefined;
  const text = (key: string): string | undefined => (typeof record[key] === "string" ? record[key] : undefined);
  const time = (key: string): number | undefined => (Number.isFinite(record[key]) ? Number(record[key]) : undefined);
  const encoded = text("leaf");
  const leaf = encoded === undefined ? undefined : fromBase64(encoded);
  if (encoded !== undefined && leaf === undefined) return undefined;
  const sha256 = text("sha256");
  const detail = text("detail");
  const notBefore = time("notBefore");
  const notAfter = time("notAfter");
  return {
    origin,
    via,
    seenAt,
    trust,
    ...(leaf !== undefined && { leaf }),
    ...(sha256 !== undefined && { sha256 }),
    ...(detail !== undefined && { detail }),
    ...(typeof record["publicRoot"] === "boolean" && { publicRoot: record["publicRoot"] }),
    ...(notBefore !== undefined && { notBefore }),
    ...(notAfter !== undefined && { notAfter }),
  };
}
