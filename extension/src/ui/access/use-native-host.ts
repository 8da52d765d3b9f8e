import { useEffect, useRef, useState } from "preact/hooks";
import { canOpenHost } from "../../platform/native-host.ts";
import { onPermissionsChanged, removeHostPermission, requestHostPermission } from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { onSettingsChanged, switchSource } from "../../platform/settings.ts";
import { hostIsOn } from "../../sources/host-use.ts";
import { lookAtHost } from "../../sources/look-at-host.ts";
import { type HostState, onHostState } from "../../store/host-state.ts";

/** The companion program as the settings know it. */
export interface NativeHostView {
  readonly on: boolean;
  /** Absent while it is looked at, and while it is off. */
  readonly state?: HostState;
  /** The user's last click was answered with a no. */
  readonly refused: boolean;
  /** The permission has just come, and the background that is running cannot use it yet. */
  readonly waits: boolean;
}

export interface NativeHostActions {
  readonly turnHost: (on: boolean) => void;
  readonly lookAtHost: () => void;
}

/** Tells the page, loaded again, why it was. */
const justAllowed = "#companion-allowed";

/** The companion program with the browser behind it: looked at when the page is, followed while pages are opened. */
export function useNativeHost(): readonly [view: NativeHostView | undefined, actions: NativeHostActions] {
  const [on, setOn] = useState<boolean>();
  const [state, setState] = useState<HostState>();
  const [refused, setRefused] = useState(false);
  const known = useRef<boolean>();

  const read = async () => {
    const isOn = await hostIsOn();
    known.current = isOn;
    setOn(isOn);
    setState(undefined);
    if (isOn && canOpenHost()) setState(await lookAtHost());
  };
  const failed = (doing: string) => (error: unknown) => report(doing, error);
  const readQuietly = () => void read().catch(failed("looking at the native host"));

  useEffect(() => {
    readQuietly();
    onPermissionsChanged(readQuietly);
    // Switched here or in another page. Other settings change too: the program is not started anew for them.
    onSettingsChanged(
      () =>
        void hostIsOn()
          .then((isOn) => (isOn === known.current ? undefined : read()))
          .catch(failed("looking at the native host")),
    );
    const stop = onHostState(setState);
    const listening = new AbortController();
    // The user comes back from a terminal, where the program was installed.
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible") readQuietly();
      },
      { signal: listening.signal },
    );
    return () => {
      stop();
      listening.abort();
    };
  }, []);

  const switchOn = async (given: boolean) => {
    setRefused(!given);
    if (!given) return;
    await switchSource("native-host", true);
    if (canOpenHost()) return;
    location.hash = justAllowed;
    location.reload();
  };
  const switchOff = async () => {
    setRefused(false);
    await switchSource("native-host", false);
    await removeHostPermission();
  };
  return [
    on === undefined
      ? undefined
      : { on, ...(state !== undefined && { state }), refused, waits: location.hash === justAllowed },
    {
      // The permission is asked for before anything is awaited: the browsers want it straight from the click.
      turnHost: (wanted) =>
        wanted
          ? void requestHostPermission().then(switchOn).catch(failed("asking for the native host"))
          : void switchOff().catch(failed("switching the native host off")),
      lookAtHost: readQuietly,
    },
  ];
}
