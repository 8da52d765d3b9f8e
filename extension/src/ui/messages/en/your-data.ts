import type { BackupProblem } from "../../../../../shared/watch/backup.ts";
import type { BackupStep } from "../../your-data/backup-work.ts";
import type { FileFault } from "../../your-data/your-data-state.ts";

const many = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString()} ${more}`;

/** Texts about what is kept: for the settings. */
export const yourDataTexts = {
  title: "Your data",
  lead: "All of it is on this computer. Removing NotAfter from the browser removes it too, so export it before.",

  places: {
    database: "In this browser’s database",
    memory: "In memory, until the browser is closed",
    storage: "In the browser’s storage for extensions",
    nowhere: "Not kept at all",
  },
  hosts: (hosts: number) => `${many(hosts, "host", "hosts")} on the watch list`,
  seen: (count: number) => `${many(count, "certificate", "certificates")} that they showed`,
  given: (count: number) => `${many(count, "certificate", "certificates")} that you gave`,
  marks: (marks: number) => `${many(marks, "mark", "marks")} of what you were notified of`,
  visited: (sites: number) => `${many(sites, "site", "sites")} that you opened`,
  settings: "your settings",
  keys: "private keys and passphrases; keys are in the files that you saved",
  looking: "Looking at what is kept…",
  lookAgain: "Look again",

  openExport: "Export everything…",
  openImport: "Import…",
  openForget: "Forget everything…",
  cancel: "Cancel",

  exportTitle: "Export everything",
  exportWhat:
    "The watch list, its certificates and what you were notified of go into one file, encrypted under a passphrase. Whoever has the file also needs the passphrase, and so do you. It cannot be recovered. Settings and the sites that you opened are not in it.",
  exportNow: "Export",

  importTitle: "Import",
  importWhat:
    "What the file holds is added. Hosts that are on the watch list already keep what you wrote, and nothing is removed. Either all of the file is taken or nothing.",
  file: "File that NotAfter exported",
  filePassphrase: "Its passphrase",
  importNow: "Import",

  forgetTitle: "Forget everything",
  forgetWhat: (hosts: number) =>
    `${many(hosts, "watched host", "watched hosts")}, every certificate, what you were notified of and the sites that you opened are removed from this computer. Nothing can bring them back but a file that you exported.`,
  forgetStays:
    "Your settings stay. So do files that you saved, and values in a guide that is open in another tab until you close it.",
  exportFirst: "Export first",
  forgetNow: "Forget everything now",
  keep: "Keep it",

  steps: {
    reading: "Reading what is kept…",
    encrypting: "Encrypting. Making the key from your passphrase takes some seconds on purpose.",
    opening: "Opening the file. Making the key from its passphrase takes some seconds on purpose.",
    keeping: "Checking every record, then keeping them…",
    forgetting: "Removing…",
  } satisfies Record<BackupStep | "forgetting", string>,

  exported: (file: string, hosts: number) =>
    `The browser was given “${file}” with ${many(hosts, "host", "hosts")}. Keep it and its passphrase apart from this computer.`,
  imported: (added: number, there: number) =>
    `${added === 1 ? "1 host was" : `${added.toLocaleString()} hosts were`} added, ${many(there, "was", "were")} there already. The next checks begin by themselves.`,
  forgotten: "Everything was forgotten. Your settings are as they were.",

  fileProblems: {
    "not-a-backup": "This is not a file that NotAfter exported. Nothing was changed. Choose another one.",
    "future-version":
      "This file was written by a newer version of NotAfter. Nothing was imported, and your data is as it was. Update the extension, then import it.",
    damaged:
      "This file is not as it was written: a part is missing or was changed. Nothing was imported, and your data is as it was. Look for another copy.",
    "wrong-passphrase":
      "The passphrase does not open this file. Nothing was imported, and your data is as it was. Type it again.",
    "no-file": "Choose the file first.",
    "too-large": "This file is larger than any that NotAfter exports. Nothing was changed. Choose another one.",
    unreadable: "The browser cannot read this file any more. Nothing was changed. Choose it again.",
    "no-passphrase": "Type the passphrase of the file.",
  } satisfies Record<BackupProblem["code"] | FileFault, string>,
};
