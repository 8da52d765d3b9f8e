import type { LinkState, LinkUse, Route } from "../../shared/renewal/authority.ts";

/** What each renewal route asks of the holder. */
export const routeNames: Readonly<Record<Route, { readonly short: string; readonly sentence: string }>> = {
  renew: { short: "renew there", sentence: "You renew it there: with a new CSR, and for a new term." },
  reissue: {
    short: "reissue within the paid plan",
    sentence: "While the plan is paid you reissue, which is not an order: a new CSR, the same plan, a new certificate.",
  },
  automated: {
    short: "renews by program",
    sentence:
      "A program renews it. If the certificate is about to end, that program has stopped: repair it, do not order.",
  },
  managed: {
    short: "renewed by the provider",
    sentence: "The provider of the service renews it. There is nothing to order; look at why it did not happen.",
  },
  discontinued: {
    short: "issues no more",
    sentence: "It issues no certificates any more. Order the next one elsewhere.",
  },
};

export const useNames: Readonly<Record<LinkUse, string>> = {
  "sign-in": "Sign in",
  renew: "Renew",
  reissue: "Reissue",
  "new-order": "New order",
  help: "Help",
  support: "Support",
  status: "Status",
};

/** How sure the address is, in words that tell the reader how careful to be. */
export const stateNames: Readonly<Record<LinkState, string>> = {
  document: "read in the vendor's document",
  list: "seen in a list, not confirmed by the vendor",
  unverified: "not checked: look at the address before you sign in",
  historic: "from an old text, may be gone",
};
