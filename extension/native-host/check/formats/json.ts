import type { Format } from "./format.ts";

/** Characters that a terminal obeys or hides, which JSON leaves as they are: escaped, a pager shows no lies. */
const unseen = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escaped = (text: string): string =>
  text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** An array with one object a line, written as they come. */
export function jsonFormat(): Format {
  let count = 0;
  return {
    head: () => "[",
    record: (record) => `${count++ === 0 ? "\n" : ",\n"}${escaped(JSON.stringify(record))}`,
    tail: () => ["\n]\n"],
  };
}
