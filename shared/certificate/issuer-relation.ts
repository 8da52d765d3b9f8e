import type { Certificate } from "./certificate.ts";
import { sameName } from "./distinguished-name.ts";

/** Whether a certificate names itself as its issuer (RFC 5280 §3.2): a root or a home-made one. No signature is checked. */
export const isSelfIssued = ({ issuer, subject }: Pick<Certificate, "issuer" | "subject">): boolean =>
  sameName(issuer, subject);
