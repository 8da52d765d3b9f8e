export declare function npmCommand(args: readonly string[]): [string, string[]];
