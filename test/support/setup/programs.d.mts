export declare function findProgram(name: string): string | undefined;
export declare function ensurePrograms(wanted: {
  kinds: readonly ("chromium" | "firefox")[];
  tools?: boolean;
  trust?: boolean;
}): Promise<string | undefined>;
