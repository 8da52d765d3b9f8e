import { useEffect, useState } from "preact/hooks";
import { askUnwatch, askWatch, askWatchAgain, askWatchState } from "../../platform/messages.ts";
import { hasNotificationPermission, requestNotificationPermission } from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { loadSettings } from "../../platform/settings.ts";
import { isFirefox } from "../../platform/which-browser.ts";
import { popupTexts } from "../messages/en/popup.ts";
import { isOn, type Notice, type WatchActions, type Watching } from "./watching.ts";

interface WatchedPlace {
  readonly tabId: number;
  readonly origin: string;
  readonly privateWindow: boolean;
}

/** The star of the popup with the background behind it; nothing where no site is shown, or before it is known. */
export function useWatching(place: WatchedPlace | undefined): readonly [Watching | undefined, WatchActions] {
  const [watching, setWatching] = useState<Watching>();
  const [permission, setPermission] = useState<"not-wanted" | "given" | "missing">("missing");
  const origin = place?.origin;
  useEffect(() => {
    if (origin === undefined) return;
    // All before the first click: what a click awaits, the browser no longer takes for the user's own.
    Promise.all([askWatchState(origin), loadSettings(), hasNotificationPermission()])
      .then(([state, settings, permitted]) => {
        setPermission(settings.notifications ? (permitted ? "given" : "missing") : "not-wanted");
        // A store that does not open is told to whoever wants something of it.
        if (state.kind !== "watched") setWatching({ kind: "not-watched" });
        else if (permitted || !settings.notifications) setWatching({ ...state, added: false });
        else setWatching({ ...state, added: false, notice: "refused" });
      })
      .catch((error) => report("reading the watch list", error));
  }, [origin]);

  /** `id` of a host that is still on the list. */
  const failed = (doing: string, id?: string) => (error: unknown) => {
    report(doing, error);
    setWatching({ kind: "problem", text: popupTexts.watch.failed, ...(id !== undefined && { id }) });
  };

  const watch = ({ tabId, origin: site }: WatchedPlace): void => {
    setWatching({ kind: "working", on: true });
    const answered = askWatch(tabId, site);
    const ask = () =>
      permission === "missing" ? requestNotificationPermission() : permission === "given" || undefined;
    // Chromium closes the popup under its question, and drops what was sent to a background that still starts: it is asked
    // after the answer. Firefox takes a question only if nothing was awaited before it.
    const asked = isFirefox && ask();
    answered.then((answer) => {
      setWatching(answer.kind === "watched" ? { ...answer, added: true } : answer);
      // Meanwhile the star may have been pressed again.
      noticeOf(isFirefox ? asked : ask()).then((notice) =>
        setWatching((now) => (now?.kind === "watched" && now.added ? { ...now, notice } : now)),
      );
    }, failed("watching"));
  };
  const unwatch = (id: string): void => {
    setWatching({ kind: "working", on: false });
    askUnwatch(id).then(
      (answer) => setWatching(answer.kind === "unwatched" ? { ...answer, kind: "forgotten" } : { ...answer, id }),
      failed("unwatching", id),
    );
  };
  return [
    watching,
    {
      toggle: () => {
        if (place === undefined || watching === undefined || watching.kind === "working") return;
        if ("id" in watching && watching.id !== undefined && isOn(watching)) unwatch(watching.id);
        // The list is kept when the private window is gone, and its sites are asked from outside of it. The star stays
        // for those who want just that; it asks, since such windows are opened to leave nothing behind.
        else if (place.privateWindow) setWatching({ kind: watching.kind === "asking" ? "not-watched" : "asking" });
        else watch(place);
      },
      decide: (wanted) => (wanted && place !== undefined ? watch(place) : setWatching({ kind: "not-watched" })),
      undo: () => {
        if (watching?.kind !== "forgotten") return;
        const { id, undo } = watching;
        setWatching({ kind: "working", on: true });
        askWatchAgain(id, undo).then(
          (answer) => setWatching(answer.kind === "watched" ? { ...answer, added: false } : answer),
          failed("watching again"),
        );
      },
    },
  ];
}

async function noticeOf(given: Promise<boolean> | boolean | undefined): Promise<Notice> {
  if (given === undefined) return "switched-off";
  const answer = await Promise.resolve(given).catch((error) => report("asking to notify", error));
  return answer ? "notified" : "refused";
}
