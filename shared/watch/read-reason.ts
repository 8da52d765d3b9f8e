import type { Reason } from "../verdict/verdict.ts";

type Fields<R> = { readonly [F in Exclude<keyof R, "code">]: (value: unknown) => boolean };

const isText = (value: unknown): boolean => typeof value === "string" && value.length <= 2000;
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const oneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): boolean =>
    allowed.some((one) => one === value);

/** What each reason holds. A code that is missing here does not compile. */
const fields: { readonly [Code in Reason["code"]]: Fields<Extract<Reason, { code: Code }>> } = {
  "renewal-due": { because: oneOf("days", "third-of-life"), days: isNumber },
  "renewal-urgent": { because: oneOf("days", "tenth-of-life"), days: isNumber },
  expired: {},
  "not-yet-valid": {},
  "outside-validity": { detail: isText },
  untrusted: { selfSigned: (value) => typeof value === "boolean" },
  "wrong-name": { host: isText },
  revoked: {},
  refused: { detail: isText },
  "weak-key": { key: isText },
  "weak-signature": { algorithm: isText },
  "distrusted-issuer": { issuer: isText, since: isText },
  "impossible-dates": {},
  unreadable: { detail: isText },
  unseen: {},
};

/** A reason out of a file or the store, without what does not belong to it; undefined where it is none of ours. */
export function readReason(value: unknown): Reason | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const record: Record<string, unknown> = { ...value };
  const code = Object.keys(fields).find((one) => one === record["code"]) as Reason["code"] | undefined;
  if (code === undefined) return undefined;
  const checks = Object.entries<(value: unknown) => boolean>(fields[code]);
  if (!checks.every(([name, fits]) => fits(record[name]))) return undefined;
  // The table's type says that these are the fields of just this code, which a look-up cannot express.
  return Object.fromEntries([["code", code], ...checks.map(([name]) => [name, record[name]])]) as unknown as Reason;
}
