import { useEffect, useRef } from "preact/hooks";
import type { Authority } from "../../../../shared/renewal/authority.ts";
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
      {route?.kind === "authority" ? (
        <AtAuthority
          authority={route.authority}
          made={made}
          main={ordering.kind !== "no-clipboard"}
          order={actions.order}
        />
      ) : (
        <>
          <p>{route?.kind === "private" ? texts.privateOrder : texts.noAuthority}</p>
          {route?.kind !== "private" && (
            <button type="button" class="button button-plain" onClick={() => actions.go("route")}>
              {texts.chooseAuthority}
            </button>
          )}
          <CopyButton
            text={() => made.material.requestPem}
            label={texts.copyRequest}
            subject={texts.copyRequestSubject}
            class="button button-main"
          />
        </>
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

interface AtAuthorityProps {
  readonly authority: Authority;
  readonly made: Made;
  /** Whether it is what to do next. */
  readonly main: boolean;
  readonly order: (url: string) => void;
}

function AtAuthority({ authority, made, main, order }: AtAuthorityProps) {
  const link = orderLink(authority);
  if (link === undefined) return <p>{texts.noAuthority}</p>;
  return (
    <div class="stack stack-tight">
      <button
        type="button"
        class={main ? "button button-main" : "button"}
        data-action="order"
        onClick={() => order(link.url)}
        {...(!made.keySaved && { "aria-disabled": true, "aria-describedby": "key-first" })}
      >
        {texts.orderAt(authority.name)}
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
