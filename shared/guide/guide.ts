import type { TokenId } from "./tokens.ts";

export const tasks = ["csr", "backup", "install", "verify", "restore"] as const;
export type Task = (typeof tasks)[number];

/** Text inside a block. Tokens in `text` and `code` are found with `splitTokens`. */
export type GuideInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly GuideInline[] }
  /** `href` is `https:`, or another page of the help center: starts and ends with `/`, perhaps with a `#heading` behind it. */
  | { readonly kind: "link"; readonly href: string; readonly children: readonly GuideInline[] };

/** Why a block is read and not run: a device we cannot start, windows, questions, another system, a part of a whole. */
export const shownReasons = ["appliance", "gui", "interactive", "other-system", "excerpt"] as const;
export type ShownReason = (typeof shownReasons)[number];

/** What a code block is for: run it, put it into a file, or read it (with the reason why it is not run). */
export type CodeMeaning =
  | { readonly kind: "run"; readonly id: string; readonly expectFailureWhen?: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "output" }
  | { readonly kind: "shown"; readonly reason: ShownReason };

export type GuideBlock =
  | { readonly kind: "heading"; readonly depth: 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: "paragraph"; readonly children: readonly GuideInline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly GuideBlock[])[] }
  | {
      readonly kind: "note";
      readonly tone: "note" | "tip" | "caution" | "danger";
      readonly title?: string;
      readonly children: readonly GuideBlock[];
    }
  | {
      readonly kind: "code";
      readonly language: string;
      readonly title?: string;
      readonly meaning: CodeMeaning;
      readonly text: string;
      readonly line: number;
    };

export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which it was read. */
  readonly checked: string;
}

/** That a guide was executed on the real server: written by the runner, valid for one text only. */
export interface Evidence {
  readonly platform: string;
  readonly server: string;
  readonly distribution: string;
  /** ISO date. */
  readonly date: string;
  readonly points: readonly string[];
  /** SHA-256 of the guide's source text, lower-case hex, by task. */
  readonly guides: Readonly<Partial<Record<Task, string>>>;
}

/** One platform's instructions for one task: `content/guides/<platform>/<task>.md`. */
export interface Guide {
  readonly platform: string;
  readonly task: Task;
  readonly title: string;
  readonly description: string;
  readonly versions: string;
  readonly tokens: readonly TokenId[];
  readonly sources: readonly Source[];
  /** ISO date of the last review by a person. */
  readonly reviewed: string;
  readonly blocks: readonly GuideBlock[];
  /** Present where the runner executed exactly this text. */
  readonly evidence?: Evidence;
}

/** A server product: `content/platforms/<id>.md`. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** For the chooser's search, beside name and id. */
  readonly keywords: readonly string[];
  /** Regular expression over the `Server` response header. */
  readonly detect?: string;
  readonly ports: readonly { readonly port: number; readonly starttls?: string }[];
  /** What its guides install: the files the product makes for it. */
  readonly formats: readonly string[];
  /** Server type to choose in an authority's order form. */
  readonly orderFormName: string;
  /** The tasks that it has no guide for, each with the reason in a sentence. */
  readonly without?: Readonly<Partial<Record<Task, string>>>;
}
