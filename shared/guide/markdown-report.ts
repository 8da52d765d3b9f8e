import type { ContentProblem } from "./content.ts";
import { findTokens } from "./example-hosts.ts";
import type { TokenId } from "./tokens.ts";

/** Collects what a walk over one file finds: its problems in the order of lines, and the tokens it uses. */
export interface MarkdownReport {
  problem(line: number, message: string): undefined;
  /** Notes the tokens in a text, and reports example hosts that are none. */
  tokens(text: string, line: number): void;
}

export interface CollectedReport extends MarkdownReport {
  readonly used: ReadonlySet<TokenId>;
  problems(): readonly ContentProblem[];
}

export function collectReport(file: string): CollectedReport {
  const found: ContentProblem[] = [];
  const used = new Set<TokenId>();
  const problem = (line: number, message: string): undefined => {
    found.push({ file, line, message });
  };
  return {
    problem,
    tokens(text, line) {
      const tokens = findTokens(text);
      for (const token of tokens.used) used.add(token);
      if (tokens.unknown !== undefined) {
        problem(
          line,
          `"${tokens.unknown}" is no token and would stay wrong in a personalised page: use www.example.com.`,
        );
      }
    },
    used,
    problems: () => found.toSorted((one, other) => one.line - other.line),
  };
}
