import { readPem } from "../../certificate/pem.ts";
import { certificatesIn } from "./certificates-in.ts";
import { type Incoming, refused } from "./incoming.ts";
import { readPkcs7 } from "./read-pkcs7.ts";

const certificateLabels = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];

/** RFC 7468 §8 and §9. */
const pkcs7Labels = ["PKCS7", "CMS", "PKCS #7 SIGNED DATA"];

/** What a text with PEM blocks holds. One broken block refuses the whole: it might be the one that is meant. */
export function readPemFile(text: string): Incoming {
  const pem = readPem(text);
  if (!pem.ok) {
    const line = text.slice(0, pem.problem.offset).split(/\r\n|\r|\n/).length;
    return refused({ code: "damaged-pem", line });
  }
  const certificates = pem.value.filter(({ label }) => certificateLabels.includes(label));
  const keys = pem.value.filter(({ label }) => label.includes("PRIVATE KEY")).length;
  if (certificates.length > 0)
    return certificatesIn(
      certificates.map(({ der }) => der),
      keys,
    );
  const [pkcs7] = pem.value.filter(({ label }) => pkcs7Labels.includes(label));
  if (pkcs7 !== undefined) return readPkcs7(pkcs7.der);
  if (keys > 0) return refused("private-key");
  return refused(pem.value.some(({ label }) => label.includes("REQUEST")) ? "request" : "not-known");
}
