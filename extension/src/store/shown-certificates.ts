import type { Result } from "../../../shared/result.ts";
import type { Database, StoredCertificate } from "./database.ts";
import type { StoreProblem } from "./store-problem.ts";
import { read, type Writing } from "./transact.ts";

/** DER of a certificate that a watched host shows, by its SHA-256. */
export const findCertificate = (
  database: Database,
  sha256: string,
): Promise<Result<Uint8Array | undefined, StoreProblem>> =>
  read(async () => (await database.get("certificates", sha256))?.leaf);

/** Whether a host shows the certificate with this SHA-256. */
export const isShown = async (transaction: Writing, sha256: string): Promise<boolean> =>
  (await transaction.objectStore("hosts").index("sha256").count(sha256)) > 0;

/** Takes a certificate out and gives what there was. */
export async function dropCertificate(transaction: Writing, sha256: string): Promise<readonly StoredCertificate[]> {
  const store = transaction.objectStore("certificates");
  const certificate = await store.get(sha256);
  if (certificate === undefined) return [];
  await store.delete(sha256);
  return [certificate];
}
