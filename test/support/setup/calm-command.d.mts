import type { SpawnOptions } from "node:child_process";

export declare function runCalmly(
  line: string,
  command: string,
  args: readonly string[],
  options?: SpawnOptions,
): Promise<boolean>;
