import type { ComponentChildren } from "preact";
import type { StateMark } from "./source-state.ts";
import "./state-line.css";

interface StateLineProps {
  readonly id?: string;
  readonly mark: StateMark;
  readonly children: ComponentChildren;
}

/** How something does, in words that are read out when they change, with a shape beside them. */
export const StateLine = ({ id, mark, children }: StateLineProps) => (
  <p class={`state state-${mark}`} role="status" {...(id !== undefined && { id })}>
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[mark]}
    </svg>
    <span>{children}</span>
  </p>
);

const shapes = {
  good: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5 8.5l2 2 4-4.5" />
    </>
  ),
  idle: <circle cx="8" cy="8" r="6" stroke-dasharray="2.5 2.2" />,
  mind: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 5v3.5l2 1.5" />
    </>
  ),
  fault: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8v3.7M8 10.9v.3" />
    </>
  ),
} satisfies Record<StateMark, ComponentChildren>;
