import type { Authority, AuthorityLink } from "../../../../shared/renewal/authority.ts";

/** The page that the request goes to: the best link that leads to an account or a form, not to a help text. */
export const orderLink = ({ links }: Pick<Authority, "links">): AuthorityLink | undefined =>
  links.find(({ use }) => use === "renew" || use === "reissue" || use === "sign-in" || use === "new-order");
