import type { Authority } from "../../../../shared/renewal/authority.ts";
import type { RenewalRoute } from "../../../../shared/renewal/route-for.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { type BoughtAt, seenRoute } from "./bought-at.ts";
import type { RenewalProps } from "./renewal.tsx";

type AuthorityChooserProps = Pick<RenewalProps, "authorities" | "actions" | "state">;

/** Asks where the certificate was bought: openly where its issuer tells nothing, otherwise behind a question. */
export function AuthorityChooser(props: AuthorityChooserProps) {
  const told = seenRoute(props.state);
  if (told === undefined || told.kind === "unknown") return <Choice {...props} told={told} />;
  return (
    <details class="small bought-elsewhere" open={props.state.bought !== undefined}>
      <summary>{texts.boughtElsewhere}</summary>
      <Choice {...props} told={told} />
    </details>
  );
}

/** No authority has these ids: theirs are letters, digits and hyphens. */
const nothingSaid = "";
const another = "*";

interface ChoiceProps extends AuthorityChooserProps {
  readonly told: RenewalRoute | undefined;
}

function Choice({ authorities, actions, state: { bought }, told }: ChoiceProps) {
  const chosen = (id: string): BoughtAt | undefined => {
    const authority = authorities.find((each) => each.id === id);
    if (authority !== undefined) return { kind: "authority", authority };
    return id === another ? { kind: "another" } : undefined;
  };
  return (
    <div class="field authority-chooser">
      <label for="bought-at">{texts.boughtAt}</label>
      <select
        id="bought-at"
        class="input"
        value={idOf(bought)}
        aria-describedby="bought-at-help"
        onChange={({ currentTarget }) => actions.sayBoughtAt(chosen(currentTarget.value))}
      >
        <option value={nothingSaid}>{nothingSaidText(told)}</option>
        {byName(authorities).map(({ id, name, route }) => (
          <option key={id} value={id}>
            {route === "discontinued" ? texts.boughtDiscontinued(name) : name}
          </option>
        ))}
        <option value={another}>{texts.boughtAnother}</option>
      </select>
      <p id="bought-at-help" class="small muted">
        {texts.boughtAtHelp}
      </p>
    </div>
  );
}

function idOf(bought: BoughtAt | undefined): string {
  if (bought === undefined) return nothingSaid;
  return bought.kind === "authority" ? bought.authority.id : another;
}

function nothingSaidText(told: RenewalRoute | undefined): string {
  if (told?.kind === "authority") return texts.asCertificateSays(told.authority.name);
  return told?.kind === "private" ? texts.asCertificateSaysPrivate : texts.boughtNotSaid;
}

/** The names are those of the field, which every language sorts by its letters. */
export const byName = (authorities: readonly Authority[]): readonly Authority[] =>
  authorities.toSorted((one, other) => one.name.localeCompare(other.name));
