import { resolve } from "node:path";

/** Where the site's inputs are and where it will stand: the only reader of the environment. */
const environment = process.env;

/** Builds run in the site's folder; bundled modules have no address of their own to start from. */
const shared = resolve("../shared/content");

/** Folder of the content, with a slash at its end. Tests put a folder of their own here. */
export const contentFolder: string = (environment["NOTAFTER_CONTENT"] ?? shared).replace(/\/?$/, "/");

/** Address of the site (`https://help.example`); without one there are no canonical links and no sitemap. */
export const siteAddress: string | undefined = environment["NOTAFTER_SITE"] || undefined;

/** Path under which the site stands, with slashes at both ends. */
export const basePath: string = `/${environment["NOTAFTER_BASE"] ?? ""}/`.replace(/\/{2,}/g, "/");
