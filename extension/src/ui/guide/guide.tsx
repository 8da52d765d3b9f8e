import { useState } from "preact/hooks";
import { type Guide, type Platform, type Task, tasks } from "../../../../shared/guide/guide.ts";
import { guideTexts as texts } from "../messages/en/guide.ts";
import { dataDayText } from "../parts/moment.tsx";
import { PageFrame } from "../parts/page-frame.tsx";
import { TextField } from "../parts/text-field.tsx";
import { Blocks } from "./blocks.tsx";
import { findPlatforms, type GuideState, type GuideSubject } from "./guide-state.ts";
import { ValuesForm } from "./values-form.tsx";
import "./guide.css";

interface GuideViewProps {
  readonly subject: GuideSubject;
  readonly state: GuideState;
  readonly platforms: readonly Platform[];
  /** Address of a guide from this page. */
  readonly linkTo: (platform: string, task: Task) => string;
  readonly chooser: string;
  /** Address of the same guide at the help center, where one is set. */
  readonly online?: string;
  readonly onValues: (state: GuideState) => void;
}

export function GuideView(props: GuideViewProps) {
  const { subject } = props;
  return subject.kind === "chooser" ? (
    <Chooser {...props} missing={subject.missing} />
  ) : (
    <TaskPage {...props} subject={subject} />
  );
}

function Chooser({ missing, platforms, state, linkTo }: GuideViewProps & { readonly missing: boolean }) {
  const [search, setSearch] = useState("");
  const found = findPlatforms(platforms, search, state.suggestion);
  return (
    <PageFrame title={texts.chooserTitle} lead={texts.chooserLead} width="narrow">
      <div class="stack">
        {missing && <p class="note note-mind">{texts.missing}</p>}
        <div class="guide-search">
          <TextField label={texts.search} help={texts.searchHelp} value={search} onInput={setSearch} />
        </div>
        <p role="status" class="small muted">
          {found.length === 0 ? texts.nothingFound : texts.found(found.length)}
        </p>
        <ul class="platforms quiet-list">
          {found.map((platform) => (
            <li key={platform.id} class="panel">
              <h2>
                <a href={linkTo(platform.id, "install")}>{platform.name}</a>
                {platform.id === state.suggestion && <span class="tag">{texts.suggested}</span>}
              </h2>
              <p class="muted">{platform.summary}</p>
            </li>
          ))}
        </ul>
      </div>
    </PageFrame>
  );
}

interface TaskPageProps extends GuideViewProps {
  readonly subject: Extract<GuideSubject, { kind: "task" }>;
}

function TaskPage({
  subject: { platform, task, guide, without },
  state,
  linkTo,
  chooser,
  online,
  onValues,
}: TaskPageProps) {
  return (
    <PageFrame
      title={guide?.title ?? `${platform.name}: ${texts.tasks[task]}`}
      lead={guide?.description}
      width="reading"
    >
      <div class="guide">
        {guide !== undefined && <EvidenceLine guide={guide} />}
        <nav class="tabs" aria-label={texts.tasksLabel}>
          {tasks.map((each) => (
            <a key={each} href={linkTo(platform.id, each)} {...(each === task && { "aria-current": "page" as const })}>
              {texts.tasks[each]}
            </a>
          ))}
          <a href={chooser}>{texts.otherServer}</a>
        </nav>
        <ValuesForm state={state} onValues={onValues} />
        {guide === undefined ? (
          <p class="note">{without}</p>
        ) : (
          <>
            <div class="guide-body">
              <Blocks blocks={guide.blocks} values={state.values} />
            </div>
            <Sources guide={guide} online={online} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

function EvidenceLine({ guide: { evidence, sources, versions } }: { readonly guide: Guide }) {
  const checked = sources.map((source) => source.checked).toSorted()[0] ?? "";
  return (
    <div class="evidence small">
      <p>{texts.forVersions(versions)}</p>
      {evidence === undefined ? (
        <p>{texts.checked(dataDayText(checked))}</p>
      ) : (
        <details>
          <summary>{texts.executed(evidence.server, evidence.distribution, dataDayText(evidence.date))}</summary>
          <h2 class="only-spoken">{texts.executedPoints}</h2>
          <ul class="guide-list">
            {evidence.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Sources({ guide, online }: { readonly guide: Guide; readonly online: string | undefined }) {
  return (
    <footer class="guide-sources small muted">
      <h2>{texts.sources}</h2>
      <ul class="guide-list">
        {guide.sources.map(({ title, url, checked }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
            , {texts.readOn(dataDayText(checked))}
          </li>
        ))}
      </ul>
      <p>{texts.reviewed(dataDayText(guide.reviewed))}</p>
      {online !== undefined && (
        <p>
          <a href={online} target="_blank" rel="noreferrer">
            {texts.online}
          </a>
        </p>
      )}
    </footer>
  );
}
