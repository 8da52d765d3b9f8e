import type { AccessState } from "../access/access-state.ts";
import { FlagSteps } from "../access/flag-steps.tsx";
import { accessTexts } from "../messages/en/access.ts";
import { welcomeTexts as texts } from "../messages/en/welcome.ts";
import { PageFrame } from "../parts/page-frame.tsx";
import "./welcome.css";

interface WelcomeProps {
  /** Absent until it is known. */
  readonly access: AccessState | undefined;
  readonly actions: { readonly allow: () => void };
  /** Addresses of the pages that come next. */
  readonly links: { readonly guides: string; readonly renewal: string; readonly settings: string };
}

export function Welcome({ access, actions, links }: WelcomeProps) {
  return (
    <PageFrame title={texts.title} width="narrow">
      <div class="stack">
        {texts.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <section class="panel stack">
          <h2>{texts.see}</h2>
          <div class="welcome-reading">
            <Listed title={texts.reads} items={texts.readsList} />
            <Listed title={texts.readsNot} items={texts.readsNotList} />
          </div>
          {access !== undefined && <Access access={access} allow={actions.allow} />}
        </section>
        <section class="stack stack-tight">
          <h2>{texts.next}</h2>
          <p class="row">
            <a class="button" href={links.guides}>
              {texts.openGuides}
            </a>
            <a class="button" href={links.renewal}>
              {texts.openRenewal}
            </a>
            <a class="button" href={links.settings}>
              {texts.openSettings}
            </a>
          </p>
        </section>
      </div>
    </PageFrame>
  );
}

function Listed({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <div class="stack stack-tight">
      <h3>{title}</h3>
      <ul class="bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function Access({ access, allow }: { readonly access: AccessState; readonly allow: () => void }) {
  if (!access.siteAccess) {
    return (
      <>
        <p class="muted">{texts.seeWhy}</p>
        <button type="button" class="button button-main" onClick={allow}>
          {accessTexts.allow}
        </button>
        <p role="status">{access.last === "refused" ? accessTexts.refused : ""}</p>
        <p class="muted">{texts.without}</p>
      </>
    );
  }
  return (
    <>
      <p role="status" class={access.certificates === "flag-off" ? "note note-mind" : "note note-good"}>
        {afterTexts[access.certificates]}
      </p>
      {access.certificates === "flag-off" && <FlagSteps />}
    </>
  );
}

const afterTexts: Readonly<Record<AccessState["certificates"], string>> = {
  works: texts.afterWorks,
  "flag-off": texts.afterFlag,
  "not-told-yet": texts.afterNotTold,
  "no-site-access": texts.afterNotTold,
};
