import type { ComponentChildren } from "preact";
import type { Advice } from "../../../../shared/renewal/advice.ts";
import type { Authority } from "../../../../shared/renewal/authority.ts";
import { adviceIdFor, type RenewalRoute } from "../../../../shared/renewal/route-for.ts";
import { Blocks } from "../guide/blocks.tsx";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { AuthorityChooser } from "./authority-chooser.tsx";
import { AuthorityLinks } from "./authority-links.tsx";
import { routeOf, seenRoute } from "./bought-at.ts";
import { CertificateSummary } from "./certificate-summary.tsx";
import type { RenewalProps } from "./renewal.tsx";
import type { RenewalState } from "./renewal-state.ts";

/** Where the certificate is renewed, and by whom: said before anything is made. */
export function RouteStep({ state, actions, advice, authorities }: RenewalProps) {
  const { known } = state;
  if (known.kind === "looking") return <p>{texts.looking}</p>;
  const told = seenRoute(state);
  const route = routeOf(state);
  const chooser = <AuthorityChooser state={state} actions={actions} authorities={authorities} />;
  const asked = told === undefined || told.kind === "unknown";
  return (
    <>
      {known.kind === "seen" && <CertificateSummary seen={known.seen} />}
      {told === undefined && <p>{whyNotTold(state)}</p>}
      {asked && chooser}
      {route !== undefined && <RouteText route={route} advice={advice} />}
      {!asked && chooser}
      <Next route={route} go={() => actions.go("names")} />
    </>
  );
}

function whyNotTold({ known, site }: RenewalState): string {
  if (known.kind === "seen") return texts.issuerUnseen;
  return site === undefined ? texts.byHand : texts.notSeen;
}

function RouteText({ route, advice }: { readonly route: RenewalRoute; readonly advice: readonly Advice[] }) {
  if (route.kind === "authority") return <AuthorityRoute authority={route.authority} />;
  const told = advice.find(({ id }) => id === adviceIdFor(route));
  if (told === undefined) return null;
  return (
    <Told title={told.title}>
      <p>{told.summary}</p>
      <div class="guide-body renewal-advice">
        <Blocks blocks={told.steps} values={{}} deeper={1} />
      </div>
    </Told>
  );
}

/** Whether the authority takes a request at all. */
const takesRequests = ({ route }: Authority): boolean => route === "renew" || route === "reissue";

function AuthorityRoute({ authority }: { readonly authority: Authority }) {
  const { name, route, operator, window, csr, steps, links } = authority;
  return (
    <>
      <Told title={texts.route[route](name)}>
        <p>{texts.routeNext[route]}</p>
        <p class="small muted">
          {texts.operator(operator)} {window !== undefined && texts.window(window.opensDays, window.closesDays)} {csr}
        </p>
      </Told>
      {!takesRequests(authority) && (
        <>
          <div class="guide-body renewal-advice">
            <Blocks blocks={steps} values={{}} deeper={1} />
          </div>
          <AuthorityLinks links={links} />
        </>
      )}
    </>
  );
}

/** Its title is read out when another authority is chosen. */
function Told({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="stack stack-tight">
      <h3 aria-live="polite">{title}</h3>
      {children}
    </div>
  );
}

function Next({ route, go }: { readonly route: RenewalRoute | undefined; readonly go: () => void }) {
  // Where a program or the host renews, a request by hand is not what to do next.
  const anyway = route?.kind === "authority" && ["automated", "managed"].includes(route.authority.route);
  return (
    <button type="button" class={anyway ? "button" : "button button-main"} onClick={go}>
      {anyway ? texts.anyway : texts.next}
    </button>
  );
}
