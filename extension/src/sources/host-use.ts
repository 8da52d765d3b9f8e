import { hasHostPermission } from "../platform/permissions.ts";
import { loadSettings } from "../platform/settings.ts";
import { lastHostState } from "../store/host-state.ts";

/** Whether the user switched the native host on, and the browser still allows it. */
export async function hostIsOn(): Promise<boolean> {
  const [{ sources }, allowed] = await Promise.all([loadSettings(), hasHostPermission()]);
  return sources["native-host"] && allowed;
}

/** `failing`: switched on, and no use when it was last spoken to. */
export type HostUse = "off" | "on" | "failing";

export async function hostUse(): Promise<HostUse> {
  if (!(await hostIsOn())) return "off";
  const state = await lastHostState();
  return state === undefined || state.kind === "works" ? "on" : "failing";
}
