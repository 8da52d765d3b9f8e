import type { DistinguishedName } from "../certificate/certificate.ts";
import type { IssuerPattern } from "./authority.ts";

/** RFC 5280 upper bounds end at 64 characters for CN and O; what is much longer is not a name that a pattern is meant for. */
const longest = 256;

interface CompiledPattern {
  readonly cn?: RegExp | undefined;
  readonly o?: RegExp | undefined;
  readonly c?: RegExp | undefined;
}

const compiled = new WeakMap<IssuerPattern, CompiledPattern>();

const anchored = (pattern: string | undefined): RegExp | undefined =>
  pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, "iu");

function compile(pattern: IssuerPattern): CompiledPattern {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = { cn: anchored(pattern.cn), o: anchored(pattern.o), c: anchored(pattern.c) };
  compiled.set(pattern, made);
  return made;
}

/** The only value of an attribute type; a name with two of them is nobody's that we know. Matching rules of RFC 4518, in short. */
function onlyValue(name: DistinguishedName, type: "CN" | "O" | "C"): string | undefined {
  let value: string | undefined;
  for (const attributes of name) {
    for (const attribute of attributes) {
      if (attribute.type !== type) continue;
      if (value !== undefined || attribute.value.length > longest) return undefined;
      value = attribute.value;
    }
  }
  return value?.normalize("NFC").trim().replace(/\s+/gu, " ");
}

const fits = (name: DistinguishedName, type: "CN" | "O" | "C", expression: RegExp | undefined): boolean =>
  expression === undefined || expression.test(onlyValue(name, type) ?? "");

/** Whether every field of the pattern matches the whole value of that attribute, whatever the order of the name. */
export function matchesIssuer(name: DistinguishedName, pattern: IssuerPattern): boolean {
  const { cn, o, c } = compile(pattern);
  return fits(name, "CN", cn) && fits(name, "O", o) && fits(name, "C", c);
}
