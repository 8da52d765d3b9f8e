import { useEffect, useState } from "preact/hooks";
import { installCommand } from "../../platform/install-command.ts";
import { canOpenHost } from "../../platform/native-host.ts";
import { onPermissionsChanged, removeHostPermission, requestHostPermission } from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { switchSource } from "../../platform/settings.ts";
import { isFirefox } from "../../platform/which-browser.ts";
import { hostIsOn } from "../../sources/host-use.ts";
import { lookAtHost } from "../../sources/look-at-host.ts";
import { type HostState, onHostState } from "../../store/host-state.ts";
import type { HostActions, HostView } from "./host-panel.tsx";

/** Tells the page, loaded again, why it was. */
const justAllowed = "#companion-allowed";

/** The companion program with the browser behind it: looked at when the page is, followed while pages are opened. */
export function useNativeHost(): readonly [view: HostView | undefined, actions: HostActions] {
  const [on, setOn] = useState<boolean>();
  const [state, setState] = useState<HostState>();
  const [refused, setRefused] = useState(false);

  const read = async () => {
    const isOn = await hostIsOn();
    setOn(isOn);
    setState(undefined);
    if (isOn && canOpenHost()) setState(await lookAtHost());
  };
  const failed = (doing: string) => (error: unknown) => report(doing, error);
  const readQuietly = () => void read().catch(failed("looking at the native host"));

  useEffect(() => {
    readQuietly();
    onPermissionsChanged(readQuietly);
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
    if (given) await switchSource("native-host", true);
    if (given && !canOpenHost()) {
      location.hash = justAllowed;
      location.reload();
      return;
    }
    await read();
  };
  const switchOff = async () => {
    setRefused(false);
    await switchSource("native-host", false);
    await read();
    await removeHostPermission();
  };
  return [
    on === undefined
      ? undefined
      : {
          on,
          ...(state !== undefined && { state }),
          refused,
          waits: location.hash === justAllowed,
          firefox: isFirefox,
          command: installCommand(),
        },
    {
      // The permission is asked for before anything is awaited: the browsers want it straight from the click.
      useHost: () => void requestHostPermission().then(switchOn).catch(failed("asking for the native host")),
      stopUsingHost: () => void switchOff().catch(failed("switching the native host off")),
      lookAtHost: readQuietly,
    },
  ];
}
