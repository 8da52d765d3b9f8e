import { visibleText } from "../../../../../shared/display/visible-text.ts";
import type { StarttlsProtocol } from "../../../../../shared/handshake/starttls/protocols.ts";
import type { Pkcs12Problem } from "../../../../../shared/keystore/pkcs12/pkcs12.ts";

const grouped = new Intl.NumberFormat("en");
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped.format(count)} ${count === 1 ? one : many}`;
const hosts = (count: number): string => counted(count, "host");
const certificates = (count: number): string => counted(count, "certificate");

/** Texts of adding hosts: one, many, from files. */
export const addTexts = {
  title: "Add hosts",
  close: "Close",
  text: "Hosts, URLs or a list",
  textHelp:
    "One a line, with a port where it is not 443. Or drop files anywhere on this page: lists, CSV, sitemaps, certificates (PEM, DER, P7B, PFX) and NotAfter’s own exports.",
  textExample: "www.example.com\nmail.example.com:993\nsmtp://mail.example.com:25",
  choose: "Choose files",
  files: "Files",
  remove: (name: string) => `Leave ${name} out`,
  reading: "Reading…",
  unreadable: "The browser could not read it. A folder cannot be added: choose the files in it.",

  fileHosts: hosts,
  fileCertificates: certificates,
  fileNothing: "nothing to add",

  forAll: "For all of them",
  protocol: "How TLS begins",
  fromTheStart: "At once (https and most others)",
  starttls: (protocol: StarttlsProtocol, port: number) => `STARTTLS ${protocol}, port ${port}`,
  protocolHelp: "For hosts that are written without a protocol. https:// or smtp:// before a host goes first.",
  owner: "Owner",
  tags: "Tags",
  tagsHelp: "With commas between them.",

  passphraseLead: "This file is encrypted. Its passphrase opens it here, on this computer, and is not kept.",
  passphrase: "Passphrase of the file",
  open: "Open the file",
  opening: "Opening…",
  opened: "Only the certificates are taken from it. A private key in it is neither read nor stored.",

  previewTitle: "What will be added",
  nothingYet: "Nothing yet. What you paste or drop shows up here before it is added.",
  summary: (all: number, fresh: number, watched: number) =>
    watched === 0
      ? `${hosts(all)}, all new.`
      : fresh === 0
        ? `${hosts(all)}, all watched already.`
        : `${hosts(all)}: ${grouped.format(fresh)} new, ${grouped.format(watched)} watched already.`,
  certificates: (count: number) =>
    `${counted(count, "certificate is", "certificates are")} kept as your own: NotAfter knows when ${count === 1 ? "it ends" : "they end"}, even where nobody can ask the host.`,
  unusable: (count: number) => `${counted(count, "line")} cannot be used.`,
  repeated: (count: number) =>
    `${counted(count, "entry", "entries")} came twice and ${count === 1 ? "counts" : "count"} once.`,
  watchedStay: "Of hosts that are watched already, only empty fields are filled in.",
  wildcards: (names: string) => `${names}: a wildcard cannot be asked. Write the hosts under it into the field above.`,
  authorities: (count: number) =>
    `${counted(count, "certificate")} of authorities ${count === 1 ? "was" : "were"} passed over: ${count === 1 ? "it belongs" : "they belong"} to no host.`,
  brokenCertificates: (count: number) => `${certificates(count)} could not be read.`,
  keys: "The private key beside the certificate was passed over. Nothing of it is stored.",
  fresh: "new",
  already: "watched already",
  more: (count: number) => `${grouped.format(count)} more`,
  hostList: "Hosts",
  problemList: "Lines that cannot be used",
  line: (line: number) => `Line ${grouped.format(line)}`,
  lineOf: (line: number, file: string) => `${file}, line ${grouped.format(line)}`,
  use: (suggestion: string) => `Use ${suggestion}`,
  useAll: (count: number) => `Use all ${grouped.format(count)} suggestions`,
  waiting: (count: number) =>
    count === 1
      ? "A file waits for its passphrase: it is left out."
      : `${counted(count, "file")} wait for their passphrases: they are left out.`,

  notifications:
    "Your browser will now ask whether NotAfter may notify you: that is how you hear in time that a certificate ends. The hosts are added either way.",
  addHosts: (count: number) => `Add ${hosts(count)}`,
  addCertificates: (count: number) => `Keep ${certificates(count)}`,
  addDetails: (count: number) => `Fill in ${hosts(count)}`,
  add: "Add",
  adding: "Adding…",
  cancel: "Cancel",

  added: (count: number, kept: number) =>
    [
      ...(count > 0 || kept === 0 ? [`${counted(count, "host was", "hosts were")} added.`] : []),
      ...(kept > 0 ? [`${counted(kept, "certificate is", "certificates are")} kept.`] : []),
    ].join(" "),
  checksBegin: "Their first check begins now.",
  filledIn: "The hosts are as they were, with what was empty filled in.",
  undo: "Undo",
  undone: (count: number, kept: number) =>
    [
      ...(count > 0 ? [`${counted(count, "host was", "hosts were")} taken away again.`] : []),
      ...(kept > 0 ? [`${counted(kept, "certificate was", "certificates were")} taken away again.`] : []),
      "The rest of your list is as it was.",
    ].join(" "),
  done: "Done",
  addMore: "Add more",
  failed: "Something went wrong that should not. Nothing was added, and your list is as it was. Try again.",

  leaveTitle: "Leave without adding?",
  leaveWhy: "What you entered is not on the watch list yet.",
  leave: "Leave",
  stay: "Go on",

  dropHere: "Drop it here",
  dropWhat: "Lists, CSV, sitemaps, certificates, exports. Nothing is added before you say so.",

  quickHost: "Host, for example www.example.com or mail.example.com:993",
  quickAdd: "Watch",
  quickMany: "Add many",
  quickProblem: "Write a host such as www.example.com, with a port where it is not 443.",
};

const passphraseTexts: Readonly<Record<Pkcs12Problem["code"], string>> = {
  "not-pkcs12": "This is not a PFX file, though it begins like one.",
  "needs-passphrase": "The file needs its passphrase.",
  "wrong-passphrase": "The passphrase does not open the file. Try again.",
  damaged: "The file is damaged. Export it once more.",
  "too-long": "The file is too long for one that holds certificates.",
  "unsupported-algorithm": "The file is encrypted in a way that is not known here. Export it once more with AES-256.",
  "too-much-work": "Opening the file would take this computer too long. Export it once more.",
};

/** Why a PFX file did not open, and the next step. */
export const pkcs12ProblemText = (problem: Pkcs12Problem): string =>
  problem.code === "unsupported-algorithm"
    ? `${passphraseTexts[problem.code]} (${visibleText(problem.algorithm, 60)})`
    : passphraseTexts[problem.code];
