import type { ComponentChildren } from "preact";
import type { GuideInline } from "../../../../shared/guide/guide.ts";
import type { TokenValues } from "../../../../shared/guide/tokens.ts";
import { FilledText } from "./filled-text.tsx";
import { guideOfPage } from "./guide-address.ts";

interface InlinesProps {
  readonly inlines: readonly GuideInline[];
  readonly values: TokenValues;
}

export function Inlines({ inlines, values }: InlinesProps) {
  return (
    <>
      {inlines.map((inline, index) => (
        <Inline key={index} inline={inline} values={values} />
      ))}
    </>
  );
}

function Inline({ inline, values }: { readonly inline: GuideInline; readonly values: TokenValues }) {
  switch (inline.kind) {
    case "text":
      return <FilledText text={inline.text} values={values} />;
    case "code":
      return (
        <code>
          <FilledText text={inline.text} values={values} />
        </code>
      );
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.children} values={values} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.children} values={values} />
        </em>
      );
    case "link":
      return (
        <GuideLink href={inline.href}>
          <Inlines inlines={inline.children} values={values} />
        </GuideLink>
      );
  }
}

/** A link to a guide stays in the extension; the help center's other pages are not in it, so their links are words here. */
function GuideLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  if (href.startsWith("https:")) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  const guide = guideOfPage(href);
  return guide === undefined ? <span>{children}</span> : <a href={`/tabs/guide.html?p=${guide}`}>{children}</a>;
}
