import { unicodeHost } from "../../../../../shared/certificate/host-names.ts";
import { visibleText } from "../../../../../shared/display/visible-text.ts";
import { lineProblemText } from "../../../../../shared/messages/en/incoming.ts";
import type { WatchWish } from "../../../../../shared/watch/add-hosts.ts";
import { addressText } from "../../../../../shared/watch/host-address.ts";
import { targetKey } from "../../../../../shared/watch/host-list.ts";
import { addTexts as texts } from "../../messages/en/add.ts";
import { Untrusted } from "../../parts/untrusted.tsx";
import type { AddPreview, PlacedProblem } from "./add-preview.ts";

interface PreviewProps {
  readonly preview: AddPreview;
  readonly isEmpty: boolean;
  readonly onMend: (problems: readonly PlacedProblem[]) => void;
}

const mostShown = 100;

/** What would be added, and what cannot be, while the user still writes. */
export function PreviewView({ preview, isEmpty, onMend }: PreviewProps) {
  const { plan, problems, problemCount } = preview;
  const all = [...plan.fresh, ...plan.watched];
  return (
    <section class="add-preview" aria-labelledby="add-preview-title">
      <h3 id="add-preview-title">{texts.previewTitle}</h3>
      <div role="status" class="stack stack-tight">
        {isEmpty ? <p class="muted">{texts.nothingYet}</p> : <Summary preview={preview} />}
      </div>
      {problems.length > 0 && <Problems problems={problems} count={problemCount} onMend={onMend} />}
      {all.length > 0 && (
        <>
          <h4 class="only-spoken">{texts.hostList}</h4>
          <ul class="quiet-list add-hosts">
            {all.slice(0, mostShown).map((wish, at) => (
              <HostLine key={targetKey(wish)} wish={wish} isFresh={at < plan.fresh.length} />
            ))}
            {all.length > mostShown && <li class="muted">{texts.more(all.length - mostShown)}</li>}
          </ul>
        </>
      )}
    </section>
  );
}

function Summary({ preview: { plan, problemCount, wildcards, passedOver, waiting } }: Pick<PreviewProps, "preview">) {
  const all = plan.fresh.length + plan.watched.length;
  const notes = [
    ...(plan.leaves.length > 0 ? [texts.certificates(plan.leaves.length)] : []),
    ...(passedOver.keys > 0 ? [texts.keys] : []),
    ...(plan.repeated > 0 ? [texts.repeated(plan.repeated)] : []),
    ...(plan.watched.length > 0 ? [texts.watchedStay] : []),
    ...(passedOver.authorities > 0 ? [texts.authorities(passedOver.authorities)] : []),
    ...(passedOver.unreadable > 0 ? [texts.brokenCertificates(passedOver.unreadable)] : []),
    ...(wildcards.length > 0 ? [texts.wildcards(visibleText(wildcards.slice(0, 5).join(", "), 300))] : []),
    ...(waiting > 0 ? [texts.waiting(waiting)] : []),
  ];
  return (
    <>
      <p>
        <strong>{all > 0 ? texts.summary(all, plan.fresh.length, plan.watched.length) : ""}</strong>{" "}
        {problemCount > 0 && <span class="problem add-count">{texts.unusable(problemCount)}</span>}
      </p>
      {notes.map((note) => (
        <p key={note} class="small muted">
          {note}
        </p>
      ))}
    </>
  );
}

function HostLine({ wish, isFresh }: { readonly wish: WatchWish; readonly isFresh: boolean }) {
  const shown = unicodeHost(wish.host);
  return (
    <li class={isFresh ? "add-host" : "add-host muted"}>
      <span>
        {wish.starttls !== undefined && <span class="muted">{wish.starttls}://</span>}
        <Untrusted text={addressText(wish)} />
        {shown !== wish.host && (
          <span class="muted">
            {" "}
            <Untrusted text={shown} />
          </span>
        )}
      </span>
      <span class="small">{isFresh ? texts.fresh : texts.already}</span>
    </li>
  );
}

interface ProblemsProps {
  readonly problems: readonly PlacedProblem[];
  readonly count: number;
  readonly onMend: PreviewProps["onMend"];
}

function Problems({ problems, count, onMend }: ProblemsProps) {
  const mendable = problems.filter(({ suggestion }) => suggestion !== undefined);
  return (
    <div class="add-problems">
      <h4 class="only-spoken">{texts.problemList}</h4>
      {mendable.length > 1 && (
        <button type="button" class="button" onClick={() => onMend(mendable)}>
          {texts.useAll(mendable.length)}
        </button>
      )}
      <ul class="quiet-list">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.file?.id} ${problem.line} ${problem.entry}`} class="add-problem">
            <p class="small muted">
              {problem.file === undefined
                ? texts.line(problem.line)
                : texts.lineOf(problem.line, visibleText(problem.file.name, 60))}
            </p>
            <p>
              <span class="mono">
                <Untrusted text={problem.entry} />
              </span>{" "}
              <span class="problem">{lineProblemText(problem)}</span>
            </p>
            {problem.suggestion !== undefined && (
              <button type="button" class="button button-plain" onClick={() => onMend([problem])}>
                {texts.use(visibleText(problem.suggestion, 80))}
              </button>
            )}
          </li>
        ))}
        {count > problems.slice(0, mostShown).length && (
          <li class="muted">{texts.more(count - problems.slice(0, mostShown).length)}</li>
        )}
      </ul>
    </div>
  );
}
