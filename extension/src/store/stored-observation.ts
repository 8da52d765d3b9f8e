import type { Observation, SourceId, Trust } from "../../../shared/observation/observation.ts";

/** An observation as `storage.session` and messages carry it: JSON, since typed arrays come back empty in Chromium. */
export type StoredObservation = Omit<Observation, "leaf"> & { readonly leaf?: string };

const sources: readonly SourceId[] = [
  "firefox-security-info",
  "chromium-security-info",
  "net-error",
  "native-host",
  "own-fetch",
  "owned",
];
const trusts: readonly Trust[] = [
  "trusted",
  "untrusted",
  "wrong-name",
  "outside-validity",
  "revoked",
  "refused",
  "not-told",
];

const toBase64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export function storeObservation(observation: Observation): StoredObservation {
  const { leaf, ...rest } = observation;
  return leaf === undefined ? rest : { ...rest, leaf: toBase64(leaf) };
}

const one = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((candidate) => candidate === value);

/** The observation, or nothing when what stands there is not one of ours. */
export function readObservation(stored: unknown): Observation | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  const record: Record<string, unknown> = { ...stored };
  const via = one(sources, record["via"]);
  const trust = one(trusts, record["trust"]);
  const { origin, seenAt } = record;
  if (typeof origin !== "string" || typeof seenAt !== "number" || via === undefined || trust === undefined) {
    return undefined;
  }
  const text = (key: string): string | undefined => (typeof record[key] === "string" ? record[key] : undefined);
  const time = (key: string): number | undefined => (Number.isFinite(record[key]) ? Number(record[key]) : undefined);
  const leaf = text("leaf");
  const sha256 = text("sha256");
  const detail = text("detail");
  const notBefore = time("notBefore");
  const notAfter = time("notAfter");
  return {
    origin,
    via,
    seenAt,
    trust,
    ...(leaf !== undefined && { leaf: fromBase64(leaf) }),
    ...(sha256 !== undefined && { sha256 }),
    ...(detail !== undefined && { detail }),
    ...(typeof record["publicRoot"] === "boolean" && { publicRoot: record["publicRoot"] }),
    ...(notBefore !== undefined && { notBefore }),
    ...(notAfter !== undefined && { notAfter }),
  };
}
