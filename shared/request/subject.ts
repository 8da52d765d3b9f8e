import { type Der, objectIdentifier, printableString, sequence, setOf, utf8String } from "../keystore/der-writer.ts";
import { failure, type Result, success } from "../result.ts";

interface SubjectField {
  readonly oid: string;
  readonly label: string;
  /** Upper bound in characters (RFC 5280 appendix A.1, "ub-"). */
  readonly longest: number;
}

/**
 * What a subject may hold besides the common name, in the order in which it is written. No organisational unit: BR
 * §7.1.2.7.4 and EVG §9.2.6 forbid it since September 2022.
 */
export const subjectFields = {
  C: { oid: "2.5.4.6", label: "Country", longest: 2 },
  ST: { oid: "2.5.4.8", label: "State or province", longest: 128 },
  L: { oid: "2.5.4.7", label: "Locality", longest: 128 },
  street: { oid: "2.5.4.9", label: "Street address", longest: 128 },
  postalCode: { oid: "2.5.4.17", label: "Postal code", longest: 40 },
  O: { oid: "2.5.4.10", label: "Organisation", longest: 64 },
} as const satisfies Readonly<Record<string, SubjectField>>;

export type SubjectType = keyof typeof subjectFields;

/** Values by type, as text without any escaping. An absent or empty value is left out. */
export type Subject = Readonly<Partial<Record<SubjectType, string>>>;

export interface SubjectProblem {
  readonly code: "too-long" | "bad-country" | "control-character" | "not-text";
  readonly field: SubjectType;
}

/** One attribute that is going to stand in the request. */
export interface SubjectAttribute {
  readonly oid: string;
  readonly value: string;
}

const commonNameOid = "2.5.4.3";
const countryOid = subjectFields.C.oid;
/** ub-common-name (RFC 5280 appendix A.1): a longer host name stands in the subject alternative name only. */
export const longestCommonName = 64;

/**
 * The attributes of a subject in the order in which they are written, the common name last, or what is wrong with a
 * value.
 */
export function subjectAttributes(
  subject: Subject,
  commonName: string | undefined,
): Result<readonly SubjectAttribute[], SubjectProblem> {
  const attributes: SubjectAttribute[] = [];
  for (const field of Object.keys(subjectFields).filter(isSubjectType)) {
    const value = subject[field] ?? "";
    if (value === "") continue;
    const code = valueProblem(field, value);
    if (code !== undefined) return failure({ code, field });
    attributes.push({ oid: subjectFields[field].oid, value });
  }
  if (commonName !== undefined && commonName.length <= longestCommonName) {
    attributes.push({ oid: commonNameOid, value: commonName });
  }
  return success(attributes);
}

/**
 * DER of an RDNSequence, one attribute a relative name. Written here byte by byte: the name parsers of X.509 libraries
 * take commas, quotes, backslashes and `#` in an organisation's name for syntax. C is a PrintableString (RFC 5280
 * appendix A.1), all else UTF8String (§4.1.2.4).
 */
export function encodeSubject(attributes: readonly SubjectAttribute[]): Der {
  return sequence(
    ...attributes.map(({ oid, value }) =>
      setOf(sequence(objectIdentifier(oid), oid === countryOid ? printableString(value) : utf8String(value))),
    ),
  );
}

const isSubjectType = (key: string): key is SubjectType => Object.hasOwn(subjectFields, key);

function valueProblem(field: SubjectType, value: string): SubjectProblem["code"] | undefined {
  if (field === "C" && !/^[A-Z]{2}$/.test(value)) return "bad-country";
  // A lone surrogate has no UTF-8 form; the encoder would write U+FFFD in its place.
  if (/\p{Cs}/u.test(value)) return "not-text";
  if (/\p{Cc}/u.test(value)) return "control-character";
  return [...value].length > subjectFields[field].longest ? "too-long" : undefined;
}
