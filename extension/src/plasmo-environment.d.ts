/** The constants that Plasmo's bundler replaces by their values; there is no `process` at run time. */
declare const process: {
  readonly env: {
    readonly PLASMO_BROWSER?: "chrome" | "firefox";
    /** Address of the help center in a release build, ends in `/`. */
    readonly PLASMO_PUBLIC_HELP_CENTER?: string;
  };
};
