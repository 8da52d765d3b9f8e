export interface DebianPackage {
  program: string;
  package: string;
  for: string;
}
export type Purpose = "browsers" | "tools";
export declare const debianPackages: Record<Purpose, readonly DebianPackage[]>;
export declare function missingPackages(
  purposes: readonly Purpose[],
  installed: (program: string) => boolean,
): string[];
export declare function aptCommands(packages: readonly string[]): { update: string[]; install: string[] };
