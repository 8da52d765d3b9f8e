import type { ComponentChildren } from "preact";
import type { GuideBlock } from "../../../../shared/guide/guide.ts";
import { adviceIdFor } from "../../../../shared/renewal/route-for.ts";
import { Blocks } from "../guide/blocks.tsx";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { AuthorityLinks } from "./authority-links.tsx";
import { routeOf } from "./bought-at.ts";
import { orderLink } from "./order-link.ts";
import type { RenewalProps } from "./renewal.tsx";

/** What to do at the authority, for the eye to wander to while its page is filled in: beside the work, on narrow screens below. */
export function AuthorityHelp({ state, advice }: Pick<RenewalProps, "state" | "advice">) {
  const route = routeOf(state) ?? { kind: "unknown" };
  if (route.kind !== "authority") {
    const told = advice.find(({ id }) => id === adviceIdFor(route));
    return told === undefined ? null : <Beside title={told.title} steps={told.steps} />;
  }
  const { links, steps } = route.authority;
  const first = orderLink(route.authority);
  const others = links.filter((link) => link !== first);
  return (
    <Beside title={texts.whatToDo} steps={steps}>
      {others.length > 0 && (
        <section class="stack stack-tight">
          <h2>{texts.otherLinks}</h2>
          <AuthorityLinks links={others} />
        </section>
      )}
    </Beside>
  );
}

interface BesideProps {
  readonly title: string;
  readonly steps: readonly GuideBlock[];
  readonly children?: ComponentChildren;
}

function Beside({ title, steps, children }: BesideProps) {
  return (
    <aside class="renewal-beside stack" aria-labelledby="beside-heading">
      <section class="stack stack-tight">
        <h2 id="beside-heading">{title}</h2>
        <div class="guide-body renewal-advice">
          <Blocks blocks={steps} values={{}} deeper={1} />
        </div>
      </section>
      {children}
    </aside>
  );
}
