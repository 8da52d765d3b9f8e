export declare function parseArguments(
  words: readonly string[],
): { browsers: boolean; tools: boolean; script: string; rest: string[] } | { problem: string };
