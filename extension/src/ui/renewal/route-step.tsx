import type { ComponentChildren } from "preact";
import type { Authority } from "../../../../shared/renewal/authority.ts";
import { adviceIdFor } from "../../../../shared/renewal/route-for.ts";
import { Blocks } from "../guide/blocks.tsx";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { AuthorityLinks } from "./authority-links.tsx";
import { CertificateSummary } from "./certificate-summary.tsx";
import type { RenewalProps } from "./renewal.tsx";

/** Where the certificate is renewed, and by whom: said before anything is made. */
export function RouteStep({ state: { known, site }, actions, advice }: RenewalProps) {
  const next = (label: string = texts.next, main = true) => (
    <button type="button" class={main ? "button button-main" : "button"} onClick={() => actions.go("names")}>
      {label}
    </button>
  );
  if (known.kind === "looking") return <p>{texts.looking}</p>;
  if (known.kind === "nothing") {
    return (
      <>
        <p>{site === undefined ? texts.byHand : texts.notSeen}</p>
        {next()}
      </>
    );
  }
  const { route, seen } = known;
  if (route === undefined) {
    return (
      <>
        <CertificateSummary seen={seen} />
        <p>{texts.issuerUnseen}</p>
        {next()}
      </>
    );
  }
  if (route.kind === "authority") {
    return <AuthorityRoute authority={route.authority} summary={<CertificateSummary seen={seen} />} next={next} />;
  }
  const told = advice.find(({ id }) => id === adviceIdFor(route));
  return (
    <>
      <CertificateSummary seen={seen} />
      {told !== undefined && (
        <div class="stack stack-tight">
          <h3>{told.title}</h3>
          <p>{told.summary}</p>
          <div class="guide-body renewal-advice">
            <Blocks blocks={told.steps} values={{}} deeper={1} />
          </div>
        </div>
      )}
      {next()}
    </>
  );
}

interface AuthorityRouteProps {
  readonly authority: Authority;
  readonly summary: ComponentChildren;
  readonly next: (label?: string, main?: boolean) => ComponentChildren;
}

function AuthorityRoute({ authority, summary, next }: AuthorityRouteProps) {
  const { name, route, operator, window, csr } = authority;
  const byHand = route === "renew" || route === "reissue";
  return (
    <>
      {summary}
      <div class="stack stack-tight">
        <h3>{texts.route[route](name)}</h3>
        <p>{texts.routeNext[route]}</p>
        <p class="small muted">
          {texts.operator(operator)} {window !== undefined && texts.window(window.opensDays, window.closesDays)} {csr}
        </p>
      </div>
      {byHand ? (
        next()
      ) : (
        <>
          <div class="guide-body renewal-advice">
            <Blocks blocks={authority.steps} values={{}} deeper={1} />
          </div>
          <AuthorityLinks links={authority.links} />
          {route === "discontinued" ? next() : next(texts.anyway, false)}
        </>
      )}
    </>
  );
}
