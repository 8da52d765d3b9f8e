import { popupTexts } from "../messages/en/popup.ts";
import { StarIcon } from "../parts/icons.tsx";
import { isOn, type WatchActions, type Watching } from "./watching.ts";

const texts = popupTexts.watch;

interface WatchProps {
  readonly watching: Watching;
  readonly actions: WatchActions;
}

/** Puts the site on the watch list, or takes it off. */
export function WatchStar({ watching, actions }: WatchProps) {
  return (
    <button
      type="button"
      class="button button-plain popup-star"
      aria-pressed={isOn(watching)}
      aria-busy={watching.kind === "working"}
      onClick={actions.toggle}
    >
      <StarIcon />
      {texts.star}
    </button>
  );
}

/** What the last click did, and how to take it back. Always there, so that it is read aloud when it changes. */
export function WatchLine({ watching, actions }: WatchProps) {
  return (
    <div role="status" class="popup-watch small">
      <Told watching={watching} actions={actions} />
    </div>
  );
}

function Told({ watching, actions }: WatchProps) {
  switch (watching.kind) {
    case "not-watched":
    case "working":
      return null;
    case "asking":
      return (
        <>
          <p>{texts.askPrivate}</p>
          <div class="popup-choices">
            <button type="button" class="button" onClick={() => actions.decide(true)}>
              {texts.yes}
            </button>
            <button type="button" class="button" onClick={() => actions.decide(false)}>
              {texts.no}
            </button>
          </div>
        </>
      );
    case "watched": {
      const told = [watching.added && texts.added, watching.notice && texts.notices[watching.notice]].filter(Boolean);
      return told.length === 0 ? null : <p>{told.join(" ")}</p>;
    }
    case "forgotten":
      return (
        <p class="popup-undo">
          {texts.forgotten}
          <button type="button" class="button button-plain" onClick={actions.undo}>
            {texts.undo}
          </button>
        </p>
      );
    case "problem":
      return <p>{watching.text}</p>;
  }
}
