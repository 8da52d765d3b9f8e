/** `https://host[:port]` of an https address; nothing for any other text. */
export const httpsOrigin = (url: string): string | undefined =>
  url.startsWith("https:") && URL.canParse(url) ? new URL(url).origin : undefined;
