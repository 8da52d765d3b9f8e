import { useEffect, useState } from "preact/hooks";
import { certificateAccess } from "../../platform/capabilities.ts";
import { onPermissionsChanged } from "../../platform/permissions.ts";
import { report } from "../../platform/report.ts";
import { loadSettings } from "../../platform/settings.ts";
import { hostUse } from "../../sources/host-use.ts";

/** Whether there is no source that could check a host in the background; false while that is not known. */
export function useSourceHint(): boolean {
  const [noSource, setNoSource] = useState(false);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [{ sources }, access, host] = await Promise.all([loadSettings(), certificateAccess(), hostUse()]);
      const browserTells = sources["own-fetch"] && (access === "works" || access === "not-told-yet");
      setNoSource(!browserTells && host !== "on");
    };
    const lookQuietly = (): void => void look().catch((error: unknown) => report("looking at the sources", error));
    lookQuietly();
    onPermissionsChanged(lookQuietly);
    const listening = new AbortController();
    document.addEventListener("visibilitychange", lookQuietly, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return noSource;
}
