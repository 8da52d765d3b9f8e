import type { Level } from "../../../../../shared/verdict/verdict.ts";

const grouped = new Intl.NumberFormat("en");
const number = (count: number): string => grouped.format(count);
const hosts = (count: number): string => `${number(count)} ${count === 1 ? "host" : "hosts"}`;

/** The dashboard's words. */
export const dashboardTexts = {
  title: "Watch list",
  loading: "Reading your watch list…",
  reading: (read: number, total: number) => `Reading ${number(read)} of ${hosts(total)}…`,
  settings: "Settings",
  add: "Add hosts",

  count: (shown: number, all: number) =>
    shown === all ? `${hosts(all)} shown` : `${number(shown)} of ${hosts(all)} shown`,
  selected: (count: number) => `${hosts(count)} selected`,
  nothingShown: "No host is like that.",
  nothingShownNext: "Take a filter away, or look for fewer words.",
  clearFilters: "Show all hosts",
  endsIn: (from: string, until: string) => `Ending ${from} to ${until}`,
  onlyThese: (count: number) => `Only the ${hosts(count)} of a notification`,

  search: "Search hosts, names, notes",
  searchKey: "Press / to come here",
  levelFilter: "By level",
  tagFilter: "Tag",
  ownerFilter: "Owner",
  any: "any",
  sortBy: "Sort by",
  levels: {
    ok: "in order",
    due: "due",
    urgent: "urgent",
    broken: "broken",
    "not-yet-valid": "not valid yet",
    expired: "expired",
    unknown: "unknown",
  } satisfies Record<Level, string>,

  table: "Watched hosts",
  tableHelp:
    "Arrows, Page Up, Page Down, Home and End move. Space selects, with Shift up to here. Enter opens the details. A slash leads to the search.",
  columns: {
    select: "Selected",
    level: "Level",
    host: "Host",
    end: "Time left",
    issuer: "Issuer",
    checked: "Last check",
    owner: "Owner and tags",
    note: "Note",
  },
  selectAll: (count: number) => `Select all ${number(count)} shown`,
  selectHost: "Select this host",
  openHost: "Open the details",
  until: (day: string) => `until ${day}`,
  since: (day: string) => `since ${day}`,
  from: (day: string) => `from ${day}`,
  endedAgo: (duration: string) => `ended ${duration} ago`,
  noDates: "no dates known",
  notSeen: "not seen yet",
  neverChecked: "not checked yet",
  failed: (ago: string) => `failed ${ago}`,
  snoozed: (day: string) => `Snoozed until ${day}`,

  checkNow: "Check now",
  renew: "Renew",
  renewNext: "Renew the next",
  forget: "Forget",
  clearSelection: "Clear selection",
  snooze: "Snooze",
  snoozeWeek: "1 week",
  snoozeUntilDue: "until each comes to its next level",
  snoozeUntil: "until a date",
  snoozeDate: "No notification before",
  unsnooze: "end the snooze",
  tag: "Tags",
  tagName: "Tag",
  addTag: "Add tag",
  removeTag: "Remove tag",
  owner: "Owner",
  ownerName: "Owner; leave it empty to take it away",
  setOwner: "Set owner",
  apply: "Apply",
  cancel: "Cancel",

  exportAll: "Export all",
  exportSelected: "Export selection",
  formats: {
    csv: "CSV for spreadsheets",
    json: "JSON with all that is known",
    calendar: "Calendar with alarms",
    "prometheus-targets": "Prometheus targets",
    "prometheus-rules": "Prometheus alert rules",
  },

  undo: "Undo",
  dismiss: "Dismiss",
  undone: "Taken back. Everything is as it was before.",
  done: {
    tagged: (count: number, tag: string) => `Tagged ${hosts(count)} “${tag}”.`,
    untagged: (count: number, tag: string) => `Took the tag “${tag}” from ${hosts(count)}.`,
    owned: (count: number, owner: string) =>
      owner === "" ? `Took the owner from ${hosts(count)}.` : `${owner} now owns ${hosts(count)}.`,
    snoozed: (count: number, day: string) => `Snoozed ${hosts(count)} until ${day}.`,
    snoozedUntilDue: (count: number) => `Snoozed ${hosts(count)}, each until its next level.`,
    unsnoozed: (count: number) => `Ended the snooze of ${hosts(count)}.`,
    edited: (count: number) => `Changed ${hosts(count)}.`,
    forgotten: (count: number) => `Forgot ${hosts(count)}, with their certificates and notes.`,
    checking: (count: number) => `${hosts(count)} ${count === 1 ? "is" : "are"} checked now, four at a time.`,
    stopped: "Stopped. The hosts that were not reached yet will be checked at their usual time.",
    exported: (name: string) => `Saved ${name} among your downloads.`,
  },
  bug: "Something went wrong inside NotAfter. Nothing was changed. Load the page again and try once more.",
  noTag: "Write the tag first.",
  noDate: "Choose a day after today.",

  checking: (checked: number, total: number) => `${number(checked)} of ${number(total)} checked`,
  checkingFailed: (failed: number) => `${number(failed)} failed.`,
  checked: (total: number) => `Checked ${hosts(total)}.`,
  stop: "Stop",
  progress: "Hosts checked",

  firstTitle: "Watch your first host",
  firstWhy:
    "NotAfter checks it every day, without a tab, and tells you 30 days before its certificate ends, or at a third of a short life.",
  firstOther: "Or open a site and press ☆ in the popup. To add many at once, paste a list here, or drop a file.",

  problemTitle: "Your watch list cannot be read now",
  retry: "Try again",

  noSource: "Nothing can check these hosts now: the browser shows no certificates, and the companion program is off.",
  noSourceNext: "Choose a way to check",
};
