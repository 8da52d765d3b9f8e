import { z } from "zod";

/** The kinds of values that front matter holds. A message completes the sentence: The field "x" … */
const isRealDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const isHttps = (value: string): boolean => /^https:\/\/[^\s"<>\\]+$/.test(value) && URL.canParse(value);

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const oneLine = "must be a text of one line";

export const line = z.string(oneLine).regex(/^\S(?:[^\n\r]*\S)?$/, oneLine);
export const id = z
  .string("must be an id")
  .regex(idPattern, "must be lower-case letters, digits and hyphens")
  .max(40, "is longer than 40 characters");
export const isoDate = z
  .string('must be a date like "2026-11-22"')
  .refine(isRealDate, 'must be a date like "2026-11-22"');
export const httpsUrl = z.string("must be an https address").refine(isHttps, "must be an https address");
export const sources = z
  .array(
    z.strictObject({ title: line, url: httpsUrl, checked: isoDate }, "must have title, url and checked"),
    "must be a list",
  )
  .min(1, "must name what was read");
