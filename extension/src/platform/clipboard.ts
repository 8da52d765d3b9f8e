import { failure, type Result, success } from "../../../shared/result.ts";

/** Puts text on the clipboard. Call it from a click handler: the browsers refuse it elsewhere. */
export async function copyText(text: string): Promise<Result<void, "denied" | "unavailable">> {
  // Absent outside secure contexts, and where a policy takes it away.
  if (!("clipboard" in navigator)) return failure("unavailable");
  try {
    await navigator.clipboard.writeText(text);
    return success(undefined);
  } catch {
    // Its one exception is NotAllowedError (Clipboard API, "writeText"): no focus, no gesture, or a policy.
    return failure("denied");
  }
}
