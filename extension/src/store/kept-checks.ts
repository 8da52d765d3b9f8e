import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import type { Result } from "../../../shared/result.ts";
import { addHosts, type WatchWish } from "../../../shared/watch/add-hosts.ts";
import { targetKey } from "../../../shared/watch/host-list.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import type { Database } from "./database.ts";
import { dropCertificate, isShown } from "./shown-certificates.ts";
import type { StoreProblem } from "./store-problem.ts";
import { writeAtOnce } from "./transact.ts";
import { readHosts } from "./watch-list.ts";
import { tellWritten } from "./watch-news.ts";

/** Keeps the outcome of a check and the certificate that it saw (DER) together; the one it replaces goes, unless another host shows it. */
export const keepCheck = (
  database: Database,
  id: string,
  change: (host: WatchedHost) => WatchedHost,
  leaf?: Uint8Array,
): Promise<Result<WatchedHost | undefined, StoreProblem>> =>
  changeWithLeaf(database, id, leaf, (host) => host && change(host)); // nothing where it was forgotten meanwhile

/**
 * Adds one host together with what is known of it already: `change` is a check's outcome for the host as it is added, or as
 * it stood, and `leaf` the certificate (DER) that it saw. Gives the host as it is now.
 */
export const watchHost = (
  database: Database,
  wish: WatchWish,
  now: number,
  change: (host: WatchedHost) => WatchedHost = (host) => host,
  leaf?: Uint8Array,
): Promise<Result<WatchedHost | undefined, StoreProblem>> =>
  changeWithLeaf(database, targetKey(wish), leaf, (known) => {
    const [host = known] = addHosts(known ? [known] : [], [wish], now).changed;
    return host && change(host);
  });

async function changeWithLeaf(
  database: Database,
  id: string,
  leaf: Uint8Array | undefined,
  change: (host: WatchedHost | undefined) => WatchedHost | undefined,
): Promise<Result<WatchedHost | undefined, StoreProblem>> {
  const certificate = leaf && { sha256: await sha256Hex(leaf), leaf };
  return tellWritten(
    writeAtOnce(database, ["hosts", "certificates"], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const [before] = readHosts([await store.get(id)]);
      const changed = change(before);
      if (changed === undefined) return undefined;
      const after = { ...changed, id };
      await store.put(after);
      const shown = after.lastSeen?.sha256;
      if (certificate !== undefined && certificate.sha256 === shown)
        await transaction.objectStore("certificates").put(certificate);
      const gone = before?.lastSeen?.sha256;
      if (gone !== undefined && gone !== shown && !(await isShown(transaction, gone)))
        await dropCertificate(transaction, gone);
      return after;
    }),
    (host) => (host === undefined ? [] : [host.id]),
  );
}
