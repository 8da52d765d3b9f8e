/** The address of one of this site's pages: `path` starts and ends with `/` and does not know under which path the site stands. */
export const hrefOf = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, "")}${path}`;
