import { sha256Hex } from "../../../shared/certificate/fingerprint.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import { addExported } from "../../../shared/watch/add-hosts.ts";
import type { BackupContent } from "../../../shared/watch/backup-content.ts";
import type { NotificationMark } from "../../../shared/watch/notifications.ts";
import { isTime } from "../../../shared/watch/read-seen.ts";
import { readWatchedHost } from "../../../shared/watch/read-watched-host.ts";
import type { WatchedHost } from "../../../shared/watch/watched-host.ts";
import { type Database, type StoredCertificate, storeNames } from "./database.ts";
import { currentVersion, migrateStores } from "./migrations.ts";
import { type OwnedCertificate, ownedCertificate } from "./owned.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, writeAtOnce } from "./transact.ts";
import { tellWritten } from "./watch-news.ts";

export type RestoreProblem =
  | StoreProblem
  | { readonly code: "bad-record"; readonly store: string; readonly index: number };

/** All records of all stores as they stand at one moment, for `writeBackupContent`. */
export const exportEverything = (database: Database): Promise<Result<BackupContent, StoreProblem>> =>
  read(async () => {
    const transaction = database.transaction([...storeNames], "readonly");
    const records = await Promise.all(storeNames.map((name) => transaction.objectStore(name).getAll()));
    return {
      schema: currentVersion,
      stores: Object.fromEntries(storeNames.map((name, index) => [name, records[index] ?? []])),
    };
  });

interface Sound {
  readonly hosts: readonly WatchedHost[];
  readonly certificates: readonly StoredCertificate[];
  readonly marks: readonly NotificationMark[];
  readonly owned: readonly OwnedCertificate[];
}

/**
 * Takes a backup in, of this version or an earlier one: hosts that are there keep what the user wrote, everything else is
 * added. Either all of it or nothing. Gives how many hosts were added.
 */
export async function importEverything(
  database: Database,
  { schema, stores }: BackupContent,
): Promise<Result<number, RestoreProblem>> {
  if (schema > currentVersion) return failure({ code: "future-version", found: schema, known: currentVersion });
  const sound = await check(migrateStores(stores, schema));
  if (!sound.ok) return sound;
  const { hosts, certificates, marks, owned } = sound.value;
  return tellWritten(
    writeAtOnce(database, [...storeNames], async (transaction) => {
      const store = transaction.objectStore("hosts");
      const known = (await store.getAll()).flatMap((record) => {
        const host = readWatchedHost(record);
        return host.ok ? [host.value] : [];
      });
      const { changed, added } = addExported(known, hosts);
      const shown = new Set([...known, ...changed].flatMap(({ lastSeen }) => lastSeen?.sha256 ?? []));
      await Promise.all([
        ...changed.map((host) => store.put(host)),
        ...certificates
          .filter(({ sha256 }) => shown.has(sha256))
          .map((certificate) => transaction.objectStore("certificates").put(certificate)),
        ...marks.map((mark) => transaction.objectStore("marks").put(mark)),
        ...owned.map((certificate) => transaction.objectStore("owned").put(certificate)),
      ]);
      return added;
    }),
    () => "everything",
  );
}

async function check(stores: Readonly<Record<string, readonly unknown[]>>): Promise<Result<Sound, RestoreProblem>> {
  const hosts: WatchedHost[] = [];
  for (const [index, record] of (stores["hosts"] ?? []).entries()) {
    const host = readWatchedHost(record);
    if (!host.ok) return failure({ code: "bad-record", store: "hosts", index });
    hosts.push(host.value);
  }
  const certificates: StoredCertificate[] = [];
  for (const [index, record] of (stores["certificates"] ?? []).entries()) {
    const { leaf }: { leaf?: unknown } = typeof record === "object" && record !== null ? record : {};
    if (!(leaf instanceof Uint8Array)) return failure({ code: "bad-record", store: "certificates", index });
    certificates.push({ sha256: await sha256Hex(leaf), leaf });
  }
  const marks: NotificationMark[] = [];
  for (const [index, record] of (stores["marks"] ?? []).entries()) {
    const mark: { key?: unknown; at?: unknown } = typeof record === "object" && record !== null ? record : {};
    if (typeof mark.key !== "string" || mark.key.length > 1000 || !isTime(mark.at))
      return failure({ code: "bad-record", store: "marks", index });
    marks.push({ key: mark.key, at: mark.at });
  }
  const owned: OwnedCertificate[] = [];
  for (const [index, record] of (stores["owned"] ?? []).entries()) {
    const { leaf, addedAt }: { leaf?: unknown; addedAt?: unknown } =
      typeof record === "object" && record !== null ? record : {};
    // The rest is read out of the certificate itself.
    const certificate = leaf instanceof Uint8Array && isTime(addedAt) && (await ownedCertificate(leaf, addedAt));
    if (!certificate) return failure({ code: "bad-record", store: "owned", index });
    owned.push(certificate);
  }
  return success({ hosts, certificates, marks, owned });
}
