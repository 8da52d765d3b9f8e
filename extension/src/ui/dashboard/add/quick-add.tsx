import { useEffect, useState } from "preact/hooks";
import { hostProblemText } from "../../../../../shared/messages/en/check.ts";
import { type HostProblem, readHost } from "../../../../../shared/watch/host-list.ts";
import { askCheckDue } from "../../../platform/messages.ts";
import { hasNotificationPermission, requestNotificationPermission } from "../../../platform/permissions.ts";
import { report } from "../../../platform/report.ts";
import { storeProblemText } from "../../../store/problem-text.ts";
import { watchHosts } from "../../../store/watch-list.ts";
import { addTexts as texts } from "../../messages/en/add.ts";
import { TextField } from "../../parts/text-field.tsx";
import { withDatabase } from "../store-source.ts";
import "./add.css";

interface QuickAddProps {
  /** Opens the dialog for more than one. */
  readonly onMany: () => void;
  /** Ids of the hosts that are new. */
  readonly onAdded?: (ids: readonly string[]) => void;
}

/** One field for the first host of an empty list. */
export function QuickAdd({ onMany, onAdded }: QuickAddProps) {
  const [host, setHost] = useState("");
  const [problem, setProblem] = useState<string>();
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    hasNotificationPermission().then(
      (given) => setAsks(!given),
      (error: unknown) => report("looking for the permission to notify", error),
    );
  }, []);

  const add = async (): Promise<void> => {
    const target = readHost(host);
    if (target === undefined || !target.ok) return setProblem(problemText(target?.problem));
    // The permission is asked for before anything is awaited: the browsers want it straight from the click.
    const asked = asks ? requestNotificationPermission() : undefined;
    const added = await withDatabase((database) => watchHosts(database, [target.value], Date.now()));
    if (!added.ok) return setProblem(storeProblemText(added.problem));
    onAdded?.(added.value.changed.map(({ id }) => id));
    await asked?.catch((error: unknown) => report("asking for notifications", error));
    await askCheckDue();
  };
  return (
    <form
      class="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        add().catch((error: unknown) => {
          report("adding a host", error);
          setProblem(texts.failed);
        });
      }}
    >
      <TextField
        label={texts.quickHost}
        value={host}
        inputMode="url"
        problem={problem}
        {...(asks && { help: texts.notifications })}
        onInput={(value) => {
          setHost(value);
          setProblem(undefined);
        }}
      />
      <p class="row">
        <button type="submit" class="button button-main">
          {texts.quickAdd}
        </button>
        <button type="button" class="button" onClick={onMany}>
          {texts.quickMany}
        </button>
      </p>
    </form>
  );
}

const problemText = (code: HostProblem | undefined): string =>
  code === undefined || code === "bad-host" ? texts.quickProblem : hostProblemText(code);
