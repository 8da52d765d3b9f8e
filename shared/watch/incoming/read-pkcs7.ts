import { readPkcs7Certificates } from "../../keystore/pkcs7/read-certificates.ts";
import { certificatesIn } from "./certificates-in.ts";
import { type Incoming, refused } from "./incoming.ts";

/** The certificates of a PKCS#7 file (`.p7b`), as authorities send them. */
export function readPkcs7(bytes: Uint8Array): Incoming {
  const certificates = readPkcs7Certificates(bytes);
  if (certificates.ok) return certificatesIn(certificates.value);
  switch (certificates.problem.code) {
    case "no-certificates":
      return refused("no-end-entity");
    case "too-long":
      return refused("too-large");
    default:
      return refused("damaged-certificate");
  }
}
