import { failure, type Result, success } from "../result.ts";

export interface ReadJson {
  readonly value: unknown;
  /** The line on which an object begins, counted from 1. */
  readonly lineOf: (object: object) => number | undefined;
}

class Broken extends Error {}

const deepest = 50;

/**
 * RFC 8259 text to values, as `JSON.parse` reads it, and the line of each object: a file with a fault in it is mended by
 * people, who go by lines. Nesting is limited; a key that comes twice counts once, the last.
 */
export function readJson(text: string): Result<ReadJson, { readonly line: number }> {
  const lines = new WeakMap<object, number>();
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;

  const skip = (): void => {
    for (; ; at++) {
      const character = text[at];
      if (character === "\n") line++;
      else if (character !== " " && character !== "\t" && character !== "\r") return;
    }
  };
  const take = (character: string): boolean => {
    skip();
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const scalar = (pattern: RegExp): unknown => {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    if (token === undefined) throw new Broken();
    at += token.length;
    try {
      return JSON.parse(token);
    } catch {
      throw new Broken();
    }
  };
  const members = (depth: number): unknown => {
    const began = line;
    const entries: [string, unknown][] = [];
    if (!take("}")) {
      do {
        skip();
        const key = scalar(/"(?:[^"\\\n]|\\.)*"/y);
        if (!take(":")) throw new Broken();
        entries.push([String(key), value(depth)]);
      } while (take(","));
      if (!take("}")) throw new Broken();
    }
    const object = Object.fromEntries(entries);
    lines.set(object, began);
    return object;
  };
  const elements = (depth: number): unknown => {
    const all: unknown[] = [];
    if (take("]")) return all;
    do all.push(value(depth));
    while (take(","));
    if (!take("]")) throw new Broken();
    return all;
  };
  const value = (depth: number): unknown => {
    if (depth > deepest) throw new Broken();
    if (take("{")) return members(depth + 1);
    if (take("[")) return elements(depth + 1);
    return text[at] === '"' ? scalar(/"(?:[^"\\\n]|\\.)*"/y) : scalar(/-?\d[\d.eE+-]*|true|false|null/y);
  };

  try {
    const whole = value(0);
    skip();
    return at === text.length ? success({ value: whole, lineOf: (object) => lines.get(object) }) : failure({ line });
  } catch (error) {
    if (error instanceof Broken) return failure({ line });
    throw error;
  }
}
