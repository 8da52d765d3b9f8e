import { z } from "zod";
import { failure, type Result, success } from "../result.ts";

/** A group, a class, an escape or a single character, and the quantifier behind it. */
const piece = /\(\?:|[()|]|(?:\[(?:[^\]\\]|\\.)+\]|\\[^0-9bBckpPux]|[^\\()|[\]?*+{}])(\{\d+(?:,\d*)?\}|[?*+])?/gy;

const limits = { length: 200, unbounded: 1, optional: 4, groups: 4 } as const;

/**
 * Checks that a regular expression is of a simple form that takes next to no time on any text: at most one `*`, `+` or `{n,m}`,
 * on a single character or class; few groups, which may be optional and nothing more; no assertions, references or anchors.
 * Gives the pattern back, or what is wrong with it, to follow the field's name.
 */
export function checkSimplePattern(pattern: string): Result<string, string> {
  if (pattern.length > limits.length) return failure(`is longer than ${limits.length} characters`);
  let unbounded = 0;
  let optional = 0;
  let groups = 0;
  let at = 0;
  while (at < pattern.length) {
    piece.lastIndex = at;
    const found = piece.exec(pattern);
    if (found === null) return failure(`is not of the simple form at "${pattern.slice(at, at + 12)}"`);
    at = piece.lastIndex;
    if (found[0].startsWith("^") || found[0].startsWith("$"))
      return failure("needs no ^ or $: it always matches the whole value");
    if (/^(?:[*+]|\{\d+,\d*\})$/.test(found[1] ?? "")) unbounded++;
    if (found[1] === "?") optional++;
    if (found[0] === "(" || found[0] === "(?:") groups++;
    if (found[0] === ")") {
      if (/^[*+{]/.test(pattern.slice(at)))
        return failure("repeats a group, which can take very long on a hostile text");
      if (pattern[at] === "?") {
        optional++;
        at++;
      }
    }
  }
  if (unbounded > limits.unbounded)
    return failure("has more than one * or +, which can take very long on a hostile text");
  if (optional > limits.optional || groups > limits.groups)
    return failure("has too many groups or ? to be a simple one");
  try {
    new RegExp(`^(?:${pattern})$`, "iu");
  } catch {
    return failure("is not a regular expression");
  }
  return success(pattern);
}

/** A field of front matter that holds such a pattern. */
export const simplePattern = z.string("must be a pattern").superRefine((value, context) => {
  const checked = checkSimplePattern(value);
  if (!checked.ok) context.addIssue({ code: "custom", message: checked.problem });
});
