import { partTexts } from "../messages/en/parts.ts";
import "./switch.css";

interface SwitchProps {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  /** Id of the element that names it, and of those that tell more. */
  readonly labelledBy: string;
  readonly describedBy?: string;
}

/** On or off, at once: a button with the role of a switch, so that keyboards and screen readers know it. */
export const Switch = ({ on, turn, labelledBy, describedBy }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    class="switch"
    aria-checked={on}
    aria-labelledby={labelledBy}
    {...(describedBy !== undefined && { "aria-describedby": describedBy })}
    onClick={() => turn(!on)}
  >
    <span class="switch-track" aria-hidden="true">
      <span class="switch-thumb" />
    </span>
    <span class="switch-word" aria-hidden="true">
      {on ? partTexts.on : partTexts.off}
    </span>
  </button>
);
