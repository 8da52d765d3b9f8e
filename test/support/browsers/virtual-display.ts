import { spawn } from "node:child_process";
import { once } from "node:events";

export interface VirtualDisplay {
  /** What DISPLAY has to be for programs that are to draw on it, e.g. `:7`. */
  readonly name: string;
  close(): Promise<void>;
}

/** An X server without a screen (Debian: xvfb), on the first display number that is free. */
export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1300x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const failed = once(server, "error").then(([error]) => {
    throw new Error("Xvfb is missing. Install it: apt-get install xvfb", { cause: error });
  });
  const number = server.stdio[3];
  if (number === null || number === undefined) throw new Error("Xvfb gave no pipe for its display number.");
  const [chunk] = await Promise.race([once(number, "data"), failed]);
  return {
    name: `:${String(chunk).trim()}`,
    close: async () => {
      const ended = once(server, "exit");
      server.kill();
      await ended;
    },
  };
}
