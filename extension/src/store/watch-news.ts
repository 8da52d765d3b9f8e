import type { Result } from "../../../shared/result.ts";
import { report } from "../platform/report.ts";

/** Which hosts of the watch list were changed, added or forgotten, by id; `everything` where they are too many to name. */
export type WatchNews = readonly string[] | "everything";

/** All scripts of the extension hear each other on it: pages, popup and background. Nothing else can. */
const name = "watch-list";
const mostNamed = 500;

/** Tells the extension's other scripts, and this one's listeners, that a change was written. */
export function tellWatchNews(news: WatchNews): void {
  const told: WatchNews = news !== "everything" && news.length > mostNamed ? "everything" : news;
  for (const listener of listeners) listener(told);
  channel().postMessage(told);
}

/** Tells what a write changed once it is on the disk, and passes its result on. */
export async function tellWritten<T, P>(
  writing: Promise<Result<T, P>>,
  changed: (value: T) => WatchNews,
): Promise<Result<T, P>> {
  const written = await writing;
  if (!written.ok) return written;
  const news = changed(written.value);
  if (news.length > 0) tellWatchNews(news);
  return written;
}

/** Calls back with every change, whichever script made it; the returned function ends it. */
export function onWatchNews(listener: (news: WatchNews) => void): () => void {
  channel();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const listeners = new Set<(news: WatchNews) => void>();
let open: BroadcastChannel | undefined;

function channel(): BroadcastChannel {
  if (open !== undefined) return open;
  const opened = new BroadcastChannel(name);
  opened.onmessage = ({ data }: MessageEvent<unknown>) => {
    const news = readNews(data);
    for (const listener of listeners) listener(news);
  };
  opened.onmessageerror = ({ type }) => report("hearing of the watch list", type);
  open = opened;
  return opened;
}

/** Another version's page may speak on it after an update: what is not understood is taken for any change. */
const readNews = (data: unknown): WatchNews =>
  Array.isArray(data) && data.every((id) => typeof id === "string") ? data : "everything";
