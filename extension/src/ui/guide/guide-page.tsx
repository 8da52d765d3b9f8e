import { useEffect, useState } from "preact/hooks";
import { report } from "../../platform/report.ts";
import { loadSettings } from "../../platform/settings.ts";
import { content } from "../content.ts";
import { GuideView } from "./guide.tsx";
import { guideSubject } from "./guide-state.ts";
import { onlineGuide } from "./online-guide.ts";
import { rememberValues, takeValues } from "./remembered-values.ts";

/** The guide page with the browser behind it: the query says which guide, the fragment whose values. */
export function GuidePage() {
  const [state, setState] = useState(() => takeValues(location, history, sessionStorage));
  const [helpCenter, setHelpCenter] = useState("");
  const subject = guideSubject(new URLSearchParams(location.search).get("p"), content);

  useEffect(() => {
    loadSettings().then(
      (settings) => setHelpCenter(settings.helpCenter),
      (error: unknown) => report("reading the settings", error),
    );
  }, []);
  useEffect(() => {
    if (subject.kind === "task" && subject.guide !== undefined) document.title = `${subject.guide.title} · NotAfter`;
  }, []);

  const online =
    helpCenter !== "" && subject.kind === "task"
      ? onlineGuide(helpCenter, subject.platform.id, subject.task, state)
      : undefined;
  return (
    <GuideView
      subject={subject}
      state={state}
      platforms={content.platforms}
      linkTo={(platform, task) => `guide.html?p=${platform}/${task}`}
      chooser="guide.html"
      {...(online !== undefined && { online })}
      onValues={(next) => {
        setState(next);
        rememberValues(next, sessionStorage);
      }}
    />
  );
}
