import type { DistinguishedName } from "../certificate/certificate.ts";
import { isSourceId, isTrust } from "../observation/observation.ts";
import { levels, type Reason } from "../verdict/verdict.ts";
import { readReason } from "./read-reason.ts";
import { mostNames, type SeenCertificate } from "./watched-host.ts";

/** The last epoch millisecond that a Date can hold (ECMAScript §21.4.1.1). */
const lastTime = 8_640_000_000_000_000;

export const isTime = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= lastTime;

/** What was seen of a host, out of a file or the store; undefined where any part is not what it has to be. */
export function readSeen(value: unknown): SeenCertificate | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const record: Record<string, unknown> = { ...value };
  const { sha256, notBefore, notAfter, seenAt, undated, trust, via } = record;
  const issuer = record["issuer"] === undefined ? undefined : readName(record["issuer"]);
  const names = arrayOf(record["names"], mostNames, (name) => (isText(name) ? name : undefined));
  const faults: readonly Reason[] | undefined = arrayOf(record["faults"], 20, readReason);
  const faultsOutside = arrayOf(record["faultsOutside"], 20, readReason);
  const level = levels.find((one) => one === undated);
  if (!isTrust(trust) || !isSourceId(via) || !names || !faults || !faultsOutside) return undefined;
  if (!isTime(seenAt) || (record["issuer"] !== undefined && issuer === undefined)) return undefined;
  if (sha256 !== undefined && !(typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256))) return undefined;
  // Either both dates, or the level that was given without them.
  const dated = isTime(notBefore) && isTime(notAfter);
  if (dated ? undated !== undefined : level === undefined || notBefore !== undefined || notAfter !== undefined)
    return undefined;
  return {
    ...(sha256 !== undefined && { sha256 }),
    ...(dated && { notBefore, notAfter }),
    ...(issuer !== undefined && { issuer }),
    names,
    trust,
    via,
    seenAt,
    faults,
    faultsOutside,
    ...(level !== undefined && { undated: level }),
  };
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 4000;

export function arrayOf<T>(
  value: unknown,
  most: number,
  read: (one: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const all = value.map(read);
  return all.every((one) => one !== undefined) ? all : undefined;
}

const readName = (value: unknown): DistinguishedName | undefined =>
  arrayOf(value, 100, (parts) =>
    arrayOf(parts, 100, (part) => {
      if (typeof part !== "object" || part === null) return undefined;
      const { oid, type, value: text }: { oid?: unknown; type?: unknown; value?: unknown } = part;
      return isText(oid) && isText(type) && isText(text) ? { oid, type, value: text } : undefined;
    }),
  );
