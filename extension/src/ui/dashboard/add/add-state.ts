import type { StarttlsProtocol } from "../../../../../shared/handshake/starttls/protocols.ts";
import type { Pkcs12Problem } from "../../../../../shared/keystore/pkcs12/pkcs12.ts";
import type { Incoming } from "../../../../../shared/watch/incoming/incoming.ts";
import type { StoreProblem } from "../../../store/store-problem.ts";
import type { TakenIn } from "../../../store/take-in.ts";

/** What a file came to. `locked` waits for its passphrase, which is not kept here or anywhere. */
export type FileContent =
  | Extract<Incoming, { readonly kind: "found" | "refused" }>
  | { readonly kind: "reading" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "locked"; readonly opening: boolean; readonly problem?: Pkcs12Problem };

export interface AddFile {
  readonly id: number;
  /** Hostile text. */
  readonly name: string;
  readonly content: FileContent;
  /** Lines for which a suggestion was taken, and the suggestions. */
  readonly mended: ReadonlyMap<number, string>;
}

export type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "adding" }
  | { readonly kind: "added"; readonly taken: TakenIn }
  | { readonly kind: "undone"; readonly taken: TakenIn }
  | { readonly kind: "failed"; readonly problem?: StoreProblem };

/** The dialog's state: one value. */
export interface AddState {
  readonly text: string;
  readonly files: readonly AddFile[];
  /** For hosts that are written without a protocol. */
  readonly starttls?: StarttlsProtocol;
  readonly owner: string;
  /** As typed, with commas. */
  readonly tags: string;
  /** Ids of the watch list; absent until they are read. */
  readonly watched?: ReadonlySet<string>;
  /** Whether the browser will ask to allow notifications when the first host is added. */
  readonly asksForNotifications: boolean;
  readonly outcome: Outcome;
  /** Something was entered, and the user wants to leave. */
  readonly leaving: boolean;
}

export const emptyState: AddState = {
  text: "",
  files: [],
  owner: "",
  tags: "",
  asksForNotifications: false,
  outcome: { kind: "none" },
  leaving: false,
};

/** Whether leaving would lose something that was not added. */
export const hasEntries = ({ text, files, outcome }: AddState): boolean =>
  outcome.kind !== "added" && outcome.kind !== "undone" && (text.trim() !== "" || files.length > 0);

export const changeFile = (state: AddState, id: number, change: Partial<AddFile>): AddState => ({
  ...state,
  files: state.files.map((file) => (file.id === id ? { ...file, ...change } : file)),
});

/** A line of a text with what stands there replaced; undefined where it does not stand there as it was read. */
export function replaceInLine(text: string, line: number, entry: string, by: string): string | undefined {
  const parts = text.split(/(\r\n|\r|\n)/);
  const at = (line - 1) * 2;
  const written = parts[at];
  if (entry === "" || written === undefined || !written.includes(entry)) return undefined;
  return [...parts.slice(0, at), written.replace(entry, () => by), ...parts.slice(at + 1)].join("");
}
