import type { RecordCounts } from "../../store/record-counts.ts";
import type { StoreProblem } from "../../store/store-problem.ts";
import { noPassphrase, type PassphraseDraft, type TypedPassphrase } from "../parts/passphrase-draft.ts";
import type { BackupStep, Restored, TakeProblem } from "./backup-work.ts";

export type Task = "export" | "import" | "forget";

export type Held =
  | { readonly kind: "looking" }
  /** `visited`: sites that were seen since the browser was started. */
  | { readonly kind: "open"; readonly counts: RecordCounts; readonly visited: number }
  | { readonly kind: "problem"; readonly problem: StoreProblem };

export type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly step: BackupStep | "forgetting" }
  | { readonly kind: "exported"; readonly file: string; readonly hosts: number }
  | { readonly kind: "imported"; readonly restored: Restored }
  | { readonly kind: "forgotten" }
  /** `unreadable`: the browser does not give the file's bytes. */
  | { readonly kind: "failed"; readonly problem: TakeProblem | { readonly from: "disk"; readonly code: FileFault } };

export type FileFault = "no-file" | "too-large" | "unreadable" | "no-passphrase";

/** What is kept, and what is being done with it. Passphrases are here and nowhere else, until they were used. */
export interface YourDataState {
  readonly held: Held;
  /** The task whose form is open. */
  readonly task?: Task | undefined;
  readonly passphrase: PassphraseDraft;
  readonly file?: File | undefined;
  readonly filePassphrase: string;
  readonly work: Work;
}

export const emptyYourData: YourDataState = {
  held: { kind: "looking" },
  passphrase: noPassphrase,
  filePassphrase: "",
  work: { kind: "idle" },
};

/** A form opens empty, and closing it forgets what was typed. */
export const withTask = (state: YourDataState, task: Task | undefined): YourDataState => ({
  ...emptyYourData,
  held: state.held,
  task,
});

export interface YourDataActions {
  readonly open: (task: Task | undefined) => void;
  readonly typePassphrase: (typed: TypedPassphrase) => void;
  readonly chooseFile: (file: File | undefined) => void;
  readonly typeFilePassphrase: (typed: string) => void;
  readonly exportAll: () => void;
  readonly importAll: () => void;
  readonly forgetAll: () => void;
  readonly lookAgain: () => void;
}
