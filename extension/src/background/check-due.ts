import type { Thresholds } from "../../../shared/verdict/verdict.ts";
import { clearAlarm, setAlarm } from "../platform/alarms.ts";
import { isOnline } from "../platform/network.ts";
import { report } from "../platform/report.ts";
import { loadSettings } from "../platform/settings.ts";
import { openLooks } from "../sources/open-looks.ts";
import { database, existingDatabase } from "../store/connection.ts";
import { dueHosts, nextCheckTime } from "../store/due-hosts.ts";
import { checkHost } from "./check-host.ts";
import { checkRound, type RoundEnd } from "./check-round.ts";
import { becameNotable, notifyDue } from "./notify-due.ts";
import { tellInTime } from "./tell-in-time.ts";

/** Browsers ring no sooner. */
const soonestAlarm = 30_000;
/** While a round runs its alarm is always ahead: if the background is killed, the round goes on by then. */
const safety = 60_000;
const heartbeat = 20_000;
/** Without a network, or without room in the store. */
const laterOn = 5 * 60_000;

let runs = false;
let again = false;
let tellAll = false;

/**
 * Checks the watched hosts that are due until none is, then sets the alarm for the next one. There is one round at a
 * time: a call during one has its end look once more. `byUser`: what needs attention is told even where nothing changed.
 */
export async function checkDue({ byUser = false } = {}): Promise<void> {
  again = true;
  tellAll ||= byUser;
  if (runs) return;
  runs = true;
  try {
    while (again) {
      again = false;
      await oneRound();
    }
  } finally {
    runs = false;
  }
}

async function oneRound(): Promise<void> {
  const { thresholds } = await loadSettings();
  const telling = tellInTime(notifyDue);
  let end: RoundEnd = "done";
  try {
    const next = await whenNext();
    if (next !== undefined && next <= Date.now()) {
      end = "no-network";
      if (isOnline()) end = await keptAlive(() => allDue(thresholds, telling.soon));
    }
  } finally {
    await planNext(end);
    if (tellAll) telling.soon();
    tellAll = false;
    await telling.end();
  }
}

/** The alarm of a round is always ahead; to set it is also what keeps a background from being stopped as idle. */
async function keptAlive<T>(work: () => Promise<T>): Promise<T> {
  const beat = (): void => {
    setAlarm("check", Date.now() + safety).catch((error) => report("setting the alarm of a round", error));
  };
  beat();
  const beating = setInterval(beat, heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

async function allDue(thresholds: Thresholds, tell: () => void): Promise<RoundEnd> {
  const looks = await openLooks();
  try {
    return await checkRound({
      due: async (count) => {
        const opened = await database();
        const due = opened.ok ? await dueHosts(opened.value, Date.now(), count) : opened;
        if (!due.ok) report("reading what is due", due.problem);
        return due.ok ? due.value : undefined;
      },
      check: async (host) => {
        const opened = await database();
        if (!opened.ok) return "not-kept";
        return checkHost(host, {
          database: opened.value,
          look: looks.look,
          now: Date.now,
          checked: (before, after) => {
            if (becameNotable(before, after, thresholds, Date.now())) tell();
          },
        });
      },
    });
  } finally {
    looks.close();
  }
}

/** Sets the alarm for the next check as the store has it, or takes it away where nothing is watched. */
export async function planNext(end: RoundEnd = "done"): Promise<void> {
  const next = await whenNext();
  const now = Date.now();
  if (next === undefined) await clearAlarm("check");
  else await setAlarm("check", end === "done" ? Math.max(next, now + soonestAlarm) : now + laterOn);
}

/** The store's own trouble is not the end of the watch list: it is looked at again later. */
async function whenNext(): Promise<number | undefined> {
  const opened = await existingDatabase();
  if (opened === undefined) return undefined;
  const next = opened.ok ? await nextCheckTime(opened.value) : opened;
  if (next.ok) return next.value;
  report("reading when the next check is", next.problem);
  return Date.now() + laterOn;
}
