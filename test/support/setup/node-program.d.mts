export declare function findNode(
  root: string,
  current: { platform: string; arch: string; version: string; execPath: string },
  exists?: (path: string) => boolean,
): { path: string; flags: string[] } | { problem: string };
