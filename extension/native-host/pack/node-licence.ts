import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The licence of the Node whose programs are in this folder; it has to go wherever that Node goes.
 * @throws where it is not beside it, as Node's own archives and packages have it
 */
export async function nodeLicence(programs: string): Promise<string> {
  for (const place of ["../LICENSE", "LICENSE", "../share/doc/node/LICENSE", "../share/doc/nodejs/copyright"]) {
    const text = await readFile(join(programs, place), "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(`Node's licence is not beside ${programs}. Use the Node of its own archive, or of this project.`);
}
