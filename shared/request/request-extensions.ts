import { parseIpAddress } from "../certificate/ip-address.ts";
import {
  ascii,
  booleanTrue,
  contextPrimitive,
  type Der,
  objectIdentifier,
  octetString,
  sequence,
} from "../keystore/der-writer.ts";
import type { RequestName } from "./request-names.ts";

export const alternativeNameOid = "2.5.29.17";

/** Tags of GeneralName's choices (RFC 5280 §4.2.1.6). */
export const dnsNameTag = 2;
export const ipAddressTag = 7;

/** DER of the value of a subject alternative name extension: dNSName as IA5String, iPAddress as 4 or 16 octets. */
export function encodeAlternativeNames(names: readonly RequestName[]): Der {
  return sequence(
    ...names.map(({ kind, value }) => {
      if (kind === "dns") return contextPrimitive(dnsNameTag, ascii(value));
      const octets = parseIpAddress(value);
      if (octets === undefined) throw new RangeError("an ip name is not an address");
      return contextPrimitive(ipAddressTag, octets);
    }),
  );
}

/** DER of the whole Extension. Critical exactly where the subject is empty (RFC 5280 §4.2.1.6). */
export function alternativeNameExtension(names: readonly RequestName[], critical: boolean): Der {
  const value = octetString(encodeAlternativeNames(names));
  const oid = objectIdentifier(alternativeNameOid);
  return critical ? sequence(oid, booleanTrue(), value) : sequence(oid, value);
}
