import { visibleText } from "../../display/visible-text.ts";
import type { BackupProblem } from "../../watch/backup.ts";
import type { ImportProblem } from "../../watch/import-problem.ts";

const quoted = ({ entry }: ImportProblem): string => (entry === undefined ? "" : ` “${visibleText(entry, 80)}”`);
const named = ({ field }: ImportProblem): string =>
  field === undefined || field === "" ? "" : ` (${visibleText(field, 40)})`;

const importTexts: Readonly<Record<ImportProblem["code"], (problem: ImportProblem) => string>> = {
  empty: () => "There is no host in the file.",
  "no-host": () => "The host is missing.",
  wildcard: (problem) => `A wildcard is no host that can be checked:${quoted(problem)}. Name the hosts themselves.`,
  "not-a-host": (problem) => `This is not a host:${quoted(problem)}.`,
  "bad-port": (problem) => `A port is a number from 1 to 65535:${quoted(problem)}.`,
  "bad-starttls": (problem) => `This STARTTLS protocol is not known:${quoted(problem)}.`,
  "unclosed-quote": () => "A quotation mark is opened and not closed.",
  "text-after-quote": () => "There is text behind a closing quotation mark.",
  "too-many-records": () => "The file has more than 200,000 records.",
  "no-host-column": () => "The first line has to name the columns, and one of them has to be “host”.",
  "repeated-column": (problem) => `A column is there twice${named(problem)}.`,
  "bad-number": (problem) => `This is not a number of days from 1 to 365${named(problem)}:${quoted(problem)}.`,
  "bad-date": (problem) => `This is not a date like 2026-12-15${named(problem)}:${quoted(problem)}.`,
  "not-json": () => "The file is not JSON: something is missing or too much here.",
  "not-a-watch-list": () => "The file is JSON, but not a watch list of NotAfter.",
  "future-version": () => "The file was written by a newer version. Update the extension, then import it.",
  "bad-record": (problem) => `This host's record is damaged${named(problem)}.`,
};

/** `Line 12: A port is a number from 1 to 65535: “99999”.` */
export const importProblemText = (problem: ImportProblem): string =>
  `Line ${problem.line}: ${importTexts[problem.code](problem)}`;

/** What is safe after an import that was refused, and the next step. */
export const importRefused = "Nothing was imported, and your watch list is as it was. Mend these lines and try again.";

const backupTexts: Readonly<Record<BackupProblem["code"], string>> = {
  "not-a-backup": "This is not a backup of NotAfter.",
  "future-version": "This backup was written by a newer version. Update the extension, then open it.",
  damaged: "The file is damaged: it is not as it was written. Look for another copy of it.",
  "wrong-passphrase": "The passphrase does not open this backup. Try again; only its passphrase can open it.",
};

export const backupProblemText = ({ code }: BackupProblem): string => `${backupTexts[code]} Nothing was changed.`;
