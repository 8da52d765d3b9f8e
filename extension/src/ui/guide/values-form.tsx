import { useState } from "preact/hooks";
import { fileOf, readFragment } from "../../../../shared/guide/personalisation.ts";
import { guideTexts as texts } from "../messages/en/guide.ts";
import { TextField } from "../parts/text-field.tsx";
import { Untrusted } from "../parts/untrusted.tsx";
import type { GuideState } from "./guide-state.ts";

interface ValuesFormProps {
  readonly state: GuideState;
  readonly onValues: (state: GuideState) => void;
}

/** The host and the file name that stand in the guide. What a link may not carry may not be typed either: it ends in commands. */
export function ValuesForm({ state, onValues }: ValuesFormProps) {
  const [domain, setDomain] = useState(state.values.domain ?? "");
  const [file, setFile] = useState(state.values.file ?? "");
  const domainTaken = domain === "" || takes("d", domain);
  const fileTaken = file === "" || takes("f", file);

  const change = (nextDomain: string, nextFile: string) => {
    setDomain(nextDomain);
    setFile(nextFile);
    const values = {
      ...(nextDomain !== "" && takes("d", nextDomain) && { domain: nextDomain }),
      ...(nextFile !== "" && takes("f", nextFile) && { file: nextFile }),
    };
    onValues({ values, ...(state.suggestion !== undefined && { suggestion: state.suggestion }) });
  };
  /** The file's name follows the host's until it is given one of its own. */
  const changeDomain = (next: string) => change(next, file === fileOf(domain) ? fileOf(next) : file);

  return (
    <section class="values" aria-label={texts.values}>
      {state.refused !== undefined && (
        <p class="note note-mind">
          {texts.refused} {texts.fragmentProblems[state.refused]}
        </p>
      )}
      <div class="values-fields">
        <TextField
          label={texts.domain}
          value={domain}
          onInput={changeDomain}
          problem={domainTaken ? undefined : texts.badDomain}
        />
        <TextField
          label={texts.file}
          value={file}
          onInput={(next) => change(domain, next)}
          problem={fileTaken ? undefined : texts.badFile}
        />
      </div>
      <p class="small muted">{texts.valuesHelp}</p>
      {state.wildcard !== undefined && (
        <p class="small">
          <Untrusted text={texts.wildcard(state.wildcard)} />
        </p>
      )}
    </section>
  );
}

/** A wildcard is not taken here: it would be expanded by the shell. */
const takes = (key: "d" | "f", value: string): boolean =>
  !value.includes("*") && readFragment(`#v=1&${key}=${value}`).ok;
