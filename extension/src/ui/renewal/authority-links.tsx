import type { AuthorityLink } from "../../../../shared/renewal/authority.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { OpenIcon } from "../parts/icons.tsx";
import { dataDayText } from "../parts/moment.tsx";

/** Links of an authority, each with how sure we are of it. */
export function AuthorityLinks({ links }: { readonly links: readonly AuthorityLink[] }) {
  return (
    <ul class="authority-links quiet-list">
      {links.map((link) => (
        <li key={`${link.use} ${link.url}`}>
          <a href={link.url} target="_blank" rel="noreferrer">
            {link.label}
            <OpenIcon />
          </a>
          <LinkState link={link} />
        </li>
      ))}
    </ul>
  );
}

/** Where a link was read, and when. */
export function LinkState({ link: { url, state, source, checked } }: { readonly link: AuthorityLink }) {
  return (
    <p class={`small link-state-${state}`}>
      <span class="mono">{url}</span>
      <br />
      {texts.linkStates[state](dataDayText(checked))} {texts.linkSource} {source}
    </p>
  );
}
