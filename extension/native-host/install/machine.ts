import type { Program } from "../command/program.ts";

/** What an installation depends on: plain values, so that every system's can be planned anywhere. */
export interface Machine {
  readonly platform: string;
  /** The user's home folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Node that is to run the host, where that is a script. */
  readonly node: string;
  readonly program: Program;
}

/** The systems that browsers register hosts on. */
export type System = "linux" | "macos" | "windows";

/** The other Unixes keep their browsers' folders as Linux does. */
export const systemOf = ({ platform }: Pick<Machine, "platform">): System =>
  platform === "win32" ? "windows" : platform === "darwin" ? "macos" : "linux";
