import { z } from "zod";
import { failure, type Result, success } from "../result.ts";
import type { ContentProblem } from "./content.ts";
import { isoDate, line } from "./fields.ts";
import type { Evidence } from "./guide.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.strictObject({
  platform: line,
  server: line,
  distribution: line,
  date: isoDate,
  points: z.array(line).readonly(),
  guides: z.strictObject({
    csr: digest.exactOptional(),
    backup: digest.exactOptional(),
    install: digest.exactOptional(),
    verify: digest.exactOptional(),
    restore: digest.exactOptional(),
  }),
});

/** SHA-256 of a guide's source text in UTF-8, lower-case hex: what evidence names. */
export async function guideDigest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Reads `evidence/<platform>.json`, which the guide runner wrote. */
export function parseEvidence(file: string, text: string): Result<Evidence, readonly ContentProblem[]> {
  const wrong = (reason: string) =>
    failure([{ file, line: 1, message: `This is no evidence of the guide runner: ${reason}.` }]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong("it is not JSON");
  }
  const read = schema.safeParse(json);
  if (!read.success) return wrong(`"${read.error.issues[0]?.path.join(".") ?? ""}" is missing or malformed`);
  if (file !== `evidence/${read.data.platform}.json`) return wrong("its name is not that of the platform");
  return success(read.data);
}
