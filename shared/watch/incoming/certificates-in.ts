import type { Certificate } from "../../certificate/certificate.ts";
import { toHex } from "../../certificate/hex.ts";
import { parseCertificate } from "../../certificate/parse-certificate.ts";
import type { WatchWish } from "../add-hosts.ts";
import { readAddress } from "../host-address.ts";
import { targetKey } from "../host-list.ts";
import { found, type Incoming, type PassedOver, refused } from "./incoming.ts";

/** A certificate of a host. Appliances sign their own and mark it as an authority's, which names no host otherwise. */
const isEndEntity = ({ isAuthority, alternativeNames }: Certificate): boolean =>
  !isAuthority || alternativeNames.some(({ kind }) => kind === "dns" || kind === "ip");

/**
 * Certificates (DER) out of one file: the hosts that they are for, on port 443, and the end-entity ones to be kept as the
 * user's own. Authorities' are passed over, as is what cannot be read. `keys` tells of private keys that stood beside them.
 */
export function certificatesIn(ders: readonly Uint8Array[], keys = 0): Incoming {
  const leaves = new Map<string, Uint8Array>();
  const wishes = new Map<string, WatchWish>();
  const wildcards = new Set<string>();
  let authorities = 0;
  let unreadable = 0;
  for (const der of ders) {
    const certificate = readOne(der);
    if (certificate === undefined) unreadable++;
    else if (!isEndEntity(certificate)) authorities++;
    else {
      leaves.set(toHex(certificate.der), certificate.der);
      for (const { kind, value } of certificate.alternativeNames) {
        if (kind !== "dns" && kind !== "ip") continue;
        const address = readAddress(value);
        if (address.ok) wishes.set(targetKey(address.value), address.value);
        else if (address.problem.code === "wildcard") wildcards.add(value);
      }
    }
  }
  const passedOver: PassedOver = { authorities, unreadable, keys };
  if (leaves.size > 0)
    return found({
      wishes: [...wishes.values()],
      leaves: [...leaves.values()],
      wildcards: [...wildcards],
      passedOver,
    });
  if (authorities > 0) return refused("no-end-entity");
  if (unreadable > 0) return refused("damaged-certificate");
  return refused(keys > 0 ? "private-key" : "no-end-entity");
}

/** Some programs write more behind a certificate: a line end, or what they themselves trust it for. */
function readOne(der: Uint8Array): Certificate | undefined {
  const read = parseCertificate(der);
  if (read.ok) return read.value;
  if (read.problem.code !== "trailing-bytes") return undefined;
  const alone = parseCertificate(der.slice(0, read.problem.offset));
  return alone.ok ? alone.value : undefined;
}
