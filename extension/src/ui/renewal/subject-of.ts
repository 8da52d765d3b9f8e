import type { DistinguishedName } from "../../../../shared/certificate/certificate.ts";
import { attribute } from "../../../../shared/certificate/distinguished-name.ts";
import type { Subject } from "../../../../shared/request/subject.ts";

/**
 * The organisation of a certificate's subject, for the next request; `undefined` where it names none (domain validation).
 * Street and postal code are left to the authority's form.
 */
export function subjectOf(subject: DistinguishedName): Subject | undefined {
  const organisation = attribute(subject, "O");
  if (organisation === undefined || organisation.trim() === "") return undefined;
  const locality = attribute(subject, "L");
  const state = attribute(subject, "ST");
  const country = attribute(subject, "C");
  return {
    O: organisation,
    ...(locality !== undefined && { L: locality }),
    ...(state !== undefined && { ST: state }),
    ...(country !== undefined && { C: country }),
  };
}
