/** Which build this is: Plasmo puts the constant in, so that the other browser's branch is left out of the bundle. */
export const isFirefox = process.env["PLASMO_BROWSER"] === "firefox";
