export declare function installedMatchesLock(lockText: string, installedText: string): boolean;
export declare function ensureDependencies(root: string): Promise<boolean>;
