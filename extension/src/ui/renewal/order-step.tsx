import { useEffect, useRef } from "preact/hooks";
import type { Authority, AuthorityLink } from "../../../../shared/renewal/authority.ts";
import type { RenewalRoute } from "../../../../shared/renewal/route-for.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { OpenIcon, SaveIcon } from "../parts/icons.tsx";
import { LinkState } from "./authority-links.tsx";
import { routeOf } from "./bought-at.ts";
import { orderLink } from "./order-link.ts";
import { OutdatedNote } from "./outdated-note.tsx";
import { isOutdated } from "./renew.ts";
import type { RenewalProps } from "./renewal.tsx";
import type { Made, Ordering } from "./renewal-state.ts";

export function OrderStep({ state, actions }: RenewalProps) {
  const { made, ordering } = state;
  if (made === undefined) return null;
  const route = routeOf(state);
  const order = route?.kind === "authority" ? orderPage(route.authority) : undefined;
  return (
    <>
      {isOutdated(state) && <OutdatedNote restore={actions.useMadeNames} />}
      <p>{texts.orderLead}</p>
      {!made.keySaved && (
        <div
          class={ordering.kind === "key-not-saved" ? "note note-stop" : "note note-mind"}
          role="alert"
          id="key-first"
        >
          <p>{texts.orderKeyFirst}</p>
          <button type="button" class="button" onClick={actions.saveKey}>
            <SaveIcon />
            {texts.saveKey(made.material.files.key)}
          </button>
        </div>
      )}
      {order !== undefined ? (
        <AtAuthority {...order} made={made} main={ordering.kind !== "no-clipboard"} order={actions.order} />
      ) : (
        <ByHand route={route} made={made} choose={() => actions.go("route")} />
      )}
      <Outcome ordering={ordering} made={made} openPage={actions.openPage} />
      {route?.kind !== "private" && <p class="small muted">{texts.serverType}</p>}
      <button
        type="button"
        class={ordering.kind === "opened" ? "button button-main" : "button"}
        onClick={() => actions.go("install")}
      >
        {texts.next}
      </button>
    </>
  );
}

interface OrderPage {
  readonly authority: Authority;
  readonly link: AuthorityLink;
}

function orderPage(authority: Authority): OrderPage | undefined {
  const link = orderLink(authority);
  return link && { authority, link };
}

interface ByHandProps {
  readonly route: RenewalRoute | undefined;
  readonly made: Made;
  readonly choose: () => void;
}

/** No page to open: the request is copied, and the user knows where it goes. */
function ByHand({ route, made, choose }: ByHandProps) {
  return (
    <>
      <p>{route?.kind === "private" ? texts.privateOrder : texts.noAuthority}</p>
      <CopyButton
        text={() => made.material.requestPem}
        label={texts.copyRequest}
        subject={texts.copyRequestSubject}
        class="button button-main"
      />
      {route?.kind !== "authority" && (
        <button type="button" class="button button-plain" onClick={choose}>
          {texts.chooseAuthority}
        </button>
      )}
    </>
  );
}

interface AtAuthorityProps extends OrderPage {
  readonly made: Made;
  /** Whether it is what to do next. */
  readonly main: boolean;
  readonly order: (url: string) => void;
}

function AtAuthority({ authority, link, made, main, order }: AtAuthorityProps) {
  return (
    <div class="stack stack-tight">
      <button
        type="button"
        class={main ? "button button-main" : "button"}
        data-action="order"
        onClick={() => order(link.url)}
        {...(!made.keySaved && { "aria-disabled": true, "aria-describedby": "key-first" })}
      >
        {authority.route === "discontinued" ? texts.orderAnew : texts.orderAt(authority.name)}
        <OpenIcon />
      </button>
      <p class="small">{texts.orderHow}</p>
      <p class="small">
        <strong>{link.label}</strong>
      </p>
      <LinkState link={link} />
    </div>
  );
}

interface OutcomeProps {
  readonly ordering: Ordering;
  readonly made: Made;
  readonly openPage: (url: string) => void;
}

function Outcome({ ordering, made, openPage }: OutcomeProps) {
  if (ordering.kind === "opened") {
    return (
      <p class="note note-good" role="status">
        {texts.orderOpened}
      </p>
    );
  }
  if (ordering.kind !== "no-clipboard") return null;
  const { why, url } = ordering;
  return (
    <div class="stack stack-tight">
      <p class="note note-mind" role="alert">
        {texts.orderNoClipboard[why]}
      </p>
      <RequestText pem={made.material.requestPem} />
      {url !== undefined && (
        <button type="button" class="button button-main" onClick={() => openPage(url)}>
          {texts.openPage}
          <OpenIcon />
        </button>
      )}
    </div>
  );
}

/** The request, selected, for the keyboard's own copy. */
function RequestText({ pem }: { readonly pem: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return (
    <textarea
      ref={area}
      class="input"
      rows={8}
      readOnly
      aria-label={texts.requestText}
      value={pem}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}
