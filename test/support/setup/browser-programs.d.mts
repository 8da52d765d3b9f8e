export type BrowserKind = "chromium" | "firefox";
type Environment = Record<string, string | undefined>;
export declare function browserCandidates(kind: BrowserKind, platform: string, environment: Environment): string[];
export declare function findBrowser(
  kind: BrowserKind,
  platform?: string,
  environment?: Environment,
  exists?: (path: string) => boolean,
): string | undefined;
export declare function browserAdvice(
  kind: BrowserKind,
  platform: string,
  environment: Environment,
  install: string,
): string;
