import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import { nameForHosts, namesForHost } from "../../../shared/certificate/host-names.ts";
import { parseCertificate } from "../../../shared/certificate/parse-certificate.ts";
import type { Result } from "../../../shared/result.ts";
import type { Database } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";
import { tellWritten } from "./watch-news.ts";

/** A certificate that the user has, imported or ordered: it may not be served anywhere (yet). */
export interface OwnedCertificate {
  /** SHA-256 of `leaf`, lower-case hex. */
  readonly sha256: string;
  /** DER. */
  readonly leaf: Uint8Array;
  /** The hosts that it is for, as `namesForHost` looks for them. */
  readonly names: readonly string[];
  /** Epoch milliseconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly addedAt: number;
}

/** The record of a certificate (DER) as it is kept; undefined for bytes that are none. `addedAt` is epoch milliseconds. */
export async function ownedCertificate(leaf: Uint8Array, addedAt: number): Promise<OwnedCertificate | undefined> {
  const certificate = parseCertificate(leaf);
  if (!certificate.ok) return undefined;
  const { notBefore, notAfter, alternativeNames } = certificate.value;
  const names = new Set(alternativeNames.flatMap((name) => nameForHosts(name) ?? []));
  return { sha256: await sha256Hex(leaf), leaf, names: [...names], notBefore, notAfter, addedAt };
}

/** Keeps certificates that the user has (DER), all of them or none; bytes that are no certificate are passed over. Gives those that are kept. */
export async function keepOwned(
  database: Database,
  leaves: readonly Uint8Array[],
  now: number,
): Promise<Result<readonly OwnedCertificate[], StoreProblem>> {
  const found = await Promise.all(leaves.map((leaf) => ownedCertificate(leaf, now)));
  const kept = found.flatMap((certificate) => certificate ?? []);
  return tellWritten(
    writeAtOnce(database, ["owned"], async (transaction) => {
      await Promise.all(kept.map((certificate) => transaction.objectStore("owned").put(certificate)));
      return kept;
    }),
    () => (kept.length === 0 ? [] : "everything"),
  );
}

/** Of the user's own certificates for a host (as `URL.hostname` writes it) that are valid already, the one that ends last. */
export const ownedFor = (
  database: Database,
  host: string,
  now = Date.now(),
): Promise<Result<OwnedCertificate | undefined, StoreProblem>> =>
  read(async () => {
    const index = database.transaction("owned").store.index("names");
    const found = (await Promise.all(namesForHost(host).map((name) => index.getAll(name)))).flat();
    return found
      .filter(({ notBefore }) => notBefore <= now)
      .reduce<OwnedCertificate | undefined>(
        (best, one) => (best !== undefined && best.notAfter >= one.notAfter ? best : one),
        undefined,
      );
  });

export const forgetOwned = (database: Database, sha256s: readonly string[]): Promise<Result<void, StoreProblem>> =>
  tellWritten(
    writeAtOnce(database, ["owned"], async (transaction) => {
      await Promise.all(sha256s.map((sha256) => transaction.objectStore("owned").delete(sha256)));
    }),
    () => (sha256s.length === 0 ? [] : "everything"),
  );
