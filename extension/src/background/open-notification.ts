import { levels } from "../../../shared/verdict/verdict.ts";
import { notifiedLevel } from "../../../shared/watch/notified-level.ts";
import { pageAddress } from "../platform/page-address.ts";
import { openExtensionPage } from "../platform/tabs.ts";
import { originOf } from "../sources/look.ts";
import { database } from "../store/connection.ts";
import { findWatchedHost, hostsShowing } from "../store/watch-list.ts";

const told = levels.filter((level) => notifiedLevel(level) !== undefined);
/** The dashboard with the hosts of these levels only. */
const dashboardOfTold = `${pageAddress.dashboard()}#levels=${told.join(",")}`;

/** Opens what a notification is about. Its id is all that is needed: the background may have been stopped since. */
export async function openNotification(id: string): Promise<void> {
  await openExtensionPage(await addressFor(id));
}

/**
 * As `notificationsFor` says in `opens`: the renewal of the one host, else the dashboard: with the host where it is one,
 * with those that need something where it is about several.
 */
async function addressFor(id: string): Promise<string> {
  const [, certificate = "", level] = /^notafter:(.+):([a-z]+)$/.exec(id) ?? [];
  const opened = await database();
  if (id.startsWith("notafter:group:")) return dashboardOfTold;
  if (level === undefined || !opened.ok) return pageAddress.dashboard();
  const found = /^[0-9a-f]{64}$/.test(certificate)
    ? await hostsShowing(opened.value, certificate)
    : await findWatchedHost(opened.value, certificate);
  const hosts = found.ok ? [found.value ?? []].flat() : [];
  const [only, ...others] = hosts;
  if (only === undefined) return pageAddress.dashboard();
  if (others.length > 0) return dashboardOfTold;
  return level === "broken" ? pageAddress.dashboard(only.id) : pageAddress.renewal(originOf(only));
}
