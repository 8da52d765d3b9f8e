import { once } from "node:events";
import type { Output } from "./surroundings.ts";

/** A standard stream of this process. Whoever reads it sets the pace. */
export const processOutput = (stream: NodeJS.WriteStream): Output => ({
  isTerminal: stream.isTTY === true,
  write: async (text) => {
    if (text !== "" && !stream.write(text)) await once(stream, "drain");
  },
});
