/** The requests that a badge is about: top-level documents over https. */
export const mainFrames = { urls: ["https://*/*"], types: ["main_frame" as const] };

/** A request of a page that is shown, not one that is rendered ahead (no certificate) or made by the extension (-1). */
export const isShownPage = (details: { readonly tabId: number; readonly documentLifecycle?: string }): boolean =>
  details.tabId >= 0 && (details.documentLifecycle === undefined || details.documentLifecycle === "active");
