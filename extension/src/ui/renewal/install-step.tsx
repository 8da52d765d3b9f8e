import type { Personalisation } from "../../../../shared/guide/personalisation.ts";
import { pageAddress } from "../../platform/page-address.ts";
import { onlineGuide } from "../guide/online-guide.ts";
import { renewalTexts as texts } from "../messages/en/renewal.ts";
import { personalisationOf } from "./personalisation-of.ts";
import type { RenewalProps } from "./renewal.tsx";

export function InstallStep({ state, platforms, helpCenter }: RenewalProps) {
  const personalisation: Personalisation = personalisationOf(state);
  return (
    <>
      <p>{texts.installLead}</p>
      <ul class="install-platforms quiet-list">
        {platforms.map(({ id, name, summary }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p class="small muted">{summary}</p>
            <p class="row">
              <a href={`/${pageAddress.guide(personalisation, id)}`} target="_blank" rel="noreferrer">
                {texts.openGuide}
                <span class="only-spoken"> {name}</span>
              </a>
              {helpCenter !== "" && (
                <a href={onlineGuide(helpCenter, id, "install", personalisation)} target="_blank" rel="noreferrer">
                  {texts.onlineGuide}
                  <span class="only-spoken"> {name}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p class="small muted">{texts.noPlatform}</p>
    </>
  );
}
