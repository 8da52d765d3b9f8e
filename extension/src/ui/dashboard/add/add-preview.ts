import { type AddPlan, planAdding } from "../../../../../shared/watch/incoming/add-plan.ts";
import {
  type Found,
  type Incoming,
  type IncomingProblem,
  type LineProblem,
  nothing,
  type PassedOver,
} from "../../../../../shared/watch/incoming/incoming.ts";
import { readIncomingText } from "../../../../../shared/watch/incoming/read-incoming.ts";
import { readList } from "../../../../../shared/watch/incoming/read-list.ts";
import type { AddState } from "./add-state.ts";

/** A line that cannot be used, with where it stands: in the text (no file) or in a file. */
export interface PlacedProblem extends LineProblem {
  readonly file?: { readonly id: number; readonly name: string };
}

/** What would be added if the user confirmed it now. */
export interface AddPreview {
  readonly plan: AddPlan;
  readonly problems: readonly PlacedProblem[];
  readonly problemCount: number;
  readonly wildcards: readonly string[];
  readonly passedOver: PassedOver;
  /** Why the text as a whole cannot be used. */
  readonly textProblem?: IncomingProblem;
  /** Files that wait for a passphrase or are being read: they are not in it. */
  readonly waiting: number;
}

/** What the text holds; empty text is nothing, and no fault. There is no place for the passphrase of a PFX in base64. */
export function readTyped(
  text: string,
  starttls: AddState["starttls"],
): Exclude<Incoming, { readonly kind: "pkcs12" }> {
  if (text.trim() === "") return { kind: "found", found: nothing };
  const incoming = readIncomingText(text, starttls);
  return incoming.kind === "pkcs12" ? { kind: "refused", problem: { code: "not-known" } } : incoming;
}

/** `typed` is `readTyped` of the state's text: it is kept while other things change. */
export function addPreview(
  { files, starttls, owner, tags, watched }: AddState,
  typed: ReturnType<typeof readTyped>,
): AddPreview {
  const all: Found[] = typed.kind === "found" ? [typed.found] : [];
  const problems: PlacedProblem[] = typed.kind === "found" ? [...typed.found.problems] : [];
  let problemCount = typed.kind === "found" ? typed.found.problemCount : 0;
  for (const { id, name, content, mended } of files) {
    if (content.kind !== "found") continue;
    const { found } = content;
    all.push(found);
    const left = found.problems.filter(({ line }) => !mended.has(line));
    problems.push(...left.map((problem) => ({ ...problem, file: { id, name } })));
    problemCount += found.problemCount - (found.problems.length - left.length);
    for (const suggestion of mended.values()) {
      const line = readList(suggestion, starttls);
      if (line.kind === "found") all.push(line.found);
    }
  }
  const count = (one: keyof PassedOver): number => all.reduce((sum, { passedOver }) => sum + passedOver[one], 0);
  return {
    plan: planAdding(all, watched ?? new Set(), { owner, tags: tags.split(/[,;]/) }),
    problems,
    problemCount,
    wildcards: [...new Set(all.flatMap(({ wildcards }) => wildcards))],
    passedOver: { authorities: count("authorities"), unreadable: count("unreadable"), keys: count("keys") },
    ...(typed.kind === "refused" && { textProblem: typed.problem }),
    waiting: files.filter(({ content: { kind } }) => kind === "locked" || kind === "reading").length,
  };
}

/** What the button does: `none` where nothing would change. */
export function addingOf(
  { plan }: AddPreview,
  { owner, tags }: AddState,
): "hosts" | "certificates" | "details" | "none" {
  if (plan.fresh.length > 0) return "hosts";
  if (plan.leaves.length > 0) return "certificates";
  const tells = owner.trim() !== "" || tags.trim() !== "";
  const says = plan.watched.some(
    ({ note, owner: whose, tags: named }) => (note ?? "") + (whose ?? "") !== "" || (named?.length ?? 0) > 0,
  );
  return plan.watched.length > 0 && (tells || says) ? "details" : "none";
}
