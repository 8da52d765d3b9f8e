import type { ShownReason, Task } from "../../../../../shared/guide/guide.ts";
import type { FragmentProblem } from "../../../../../shared/guide/personalisation.ts";

/** Texts of the guides inside the extension. */
export const guideTexts = {
  chooserTitle: "Which server is it?",
  chooserLead: "The guides are inside the extension. They work without a network, and your values stay in this tab.",
  search: "Search",
  searchHelp: "A product, or what it does: nginx, reverse proxy …",
  found: (count: number) => (count === 1 ? "1 server" : `${count} servers`),
  nothingFound:
    "No guide matches. Try another word, or look for the product’s own documentation. The key and the request fit any server that takes PEM files.",
  suggested: "suggested",
  otherServer: "Another server",
  missing: "There is no such guide. Choose a server below.",
  tasks: {
    csr: "Key and request",
    backup: "Back up",
    install: "Install",
    verify: "Verify",
    restore: "Restore",
  } satisfies Record<Task, string>,
  tasksLabel: "Tasks",
  forVersions: (versions: string) => `For ${versions}.`,
  executed: (server: string, distribution: string, date: string) => `Executed on ${server}, ${distribution}, ${date}.`,
  executedPoints: "What was proven",
  checked: (date: string) => `Checked against the vendor’s documentation on ${date}. Not executed by us.`,
  reviewed: (date: string) => `Last reviewed on ${date}.`,
  sources: "Sources",
  readOn: (date: string) => `read on ${date}`,
  online: "This guide at the help center",

  values: "Your values",
  domain: "Host name",
  file: "File name, without its ending",
  valuesHelp: "They stand in the commands below and in what you copy. They stay in this tab.",
  wildcard: (name: string) =>
    `The certificate is for ${name}. The commands name one host under it: change it if yours is another.`,
  badDomain: "Write a host name such as www.example.com.",
  badFile: "Use letters, digits, dots, hyphens and underscores.",
  refused:
    "The link to this page carried something that is not taken, so none of its values is used. The guide shows example values: write your own below.",
  fragmentProblems: {
    "no-personalisation": "",
    "too-long": "It is too long.",
    "unknown-version": "It is of another version.",
    "unknown-key": "It has a part that is not known.",
    "repeated-key": "It has a part twice.",
    "bad-value": "A value is not of the form that it must have.",
  } satisfies Record<FragmentProblem["code"], string>,

  copySubject: "this block",
  fileNamed: (path: string) => `File ${path}`,
  output: "What it prints",
  shown: {
    appliance: "To be read: this is a device that we cannot run.",
    gui: "To be read: this is done in windows.",
    interactive: "To be read: it asks questions.",
    "other-system": "To be read: it is for another system than the one that we ran.",
    excerpt: "A part, not the whole.",
  } satisfies Record<ShownReason, string>,
  notes: { note: "Note", tip: "Tip", caution: "Caution", danger: "Danger" },
};
