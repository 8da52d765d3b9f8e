import { useState } from "preact/hooks";
import { copyText } from "../../platform/clipboard.ts";
import { partTexts } from "../messages/en/parts.ts";
import { CopyIcon, DoneIcon } from "./icons.tsx";

type Outcome = "not-yet" | "copied" | "denied" | "unavailable";

interface CopyButtonProps {
  /** What is copied; asked for at the click, so that it is always the text on screen. */
  readonly text: () => string;
  readonly label?: string;
  /** What is copied, in words, where the label alone does not say it. */
  readonly subject?: string;
  readonly class?: string;
}

/** Copies a text and says beside the button whether it worked. */
export function CopyButton({
  text,
  label = partTexts.copy,
  subject,
  class: classes = "button button-plain",
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("not-yet");
  const copy = async () => {
    const result = await copyText(text());
    setOutcome(result.ok ? "copied" : result.problem);
  };
  return (
    <>
      <button type="button" class={classes} onClick={copy}>
        {outcome === "copied" ? <DoneIcon /> : <CopyIcon />}
        {outcome === "copied" ? partTexts.copied : label}
        {subject !== undefined && <span class="only-spoken"> {subject}</span>}
      </button>
      <span role="status" class={outcome === "denied" || outcome === "unavailable" ? "problem" : "only-spoken"}>
        {outcomeTexts[outcome]}
      </span>
    </>
  );
}

const outcomeTexts: Readonly<Record<Outcome, string>> = {
  "not-yet": "",
  copied: partTexts.copied,
  denied: partTexts.copyDenied,
  unavailable: partTexts.copyUnavailable,
};
