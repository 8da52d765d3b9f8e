import { failure, type Result, success } from "../../../../shared/result.ts";
import { type BackupProblem, decryptBackup, encryptBackup } from "../../../../shared/watch/backup.ts";
import { readBackupContent, writeBackupContent } from "../../../../shared/watch/backup-content.ts";
import type { Database } from "../../store/database.ts";
import { exportEverything, importEverything, type RestoreProblem } from "../../store/everything.ts";
import type { StoreProblem } from "../../store/store-problem.ts";

/** What takes its time, in order. */
export type BackupStep = "reading" | "encrypting" | "opening" | "keeping";

type Report = (step: BackupStep) => void;

export interface Backup {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hosts: number;
}

/** Everything that the database holds, as a file under a passphrase. */
export async function makeBackup(
  database: Database,
  passphrase: string,
  crypto: Crypto,
  at: Report,
): Promise<Result<Backup, StoreProblem>> {
  at("reading");
  const content = await exportEverything(database);
  if (!content.ok) return content;
  at("encrypting");
  const bytes = await encryptBackup(writeBackupContent(content.value), passphrase, crypto);
  return success({ bytes, hosts: content.value.stores["hosts"]?.length ?? 0 });
}

export interface Restored {
  readonly added: number;
  /** Hosts of the file that were on the watch list already. */
  readonly there: number;
}

export type TakeProblem =
  | { readonly from: "file"; readonly code: BackupProblem["code"] }
  | { readonly from: "store"; readonly problem: RestoreProblem };

/** Takes such a file in: all of it, or nothing. */
export async function takeBackup(
  database: Database,
  file: Uint8Array,
  passphrase: string,
  crypto: Crypto,
  at: Report,
): Promise<Result<Restored, TakeProblem>> {
  at("opening");
  const text = await decryptBackup(file, passphrase, crypto);
  if (!text.ok) return failure({ from: "file", code: text.problem.code });
  const content = readBackupContent(text.value);
  // It opened, so it is as it was written: by something else.
  if (content === undefined) return failure({ from: "file", code: "not-a-backup" });
  at("keeping");
  const added = await importEverything(database, content);
  if (!added.ok) return failure({ from: "store", problem: added.problem });
  return success({ added: added.value, there: (content.stores["hosts"]?.length ?? 0) - added.value });
}
