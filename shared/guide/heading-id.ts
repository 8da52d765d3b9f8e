/**
 * The id of a heading, as the help center's site makes it (GitHub's rule, for ASCII text): lower case, punctuation dropped, blanks
 * to hyphens. A link to a heading works in both.
 */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, "")
    .replace(/ /g, "-");
