import { visibleText } from "../../display/visible-text.ts";
import { probeCodes } from "../../handshake/probe-problem.ts";
import { probeText } from "./check.ts";

/** Why a check of a watched host failed, from what the check wrote down: a code, one with words (`code: words`), or words alone. Hostile text. */
export function checkFailureText(detail = ""): string {
  const [, written = "", words] = /^([a-z-]+)(?::\s*(.*))?$/s.exec(detail) ?? [];
  const code = probeCodes.find((one) => one === written);
  if (code !== undefined) return probeText({ code, ...(words !== undefined && { detail: words }) });
  return detail.trim() === "" ? "The check failed." : `The check failed: ${visibleText(detail.trim(), 200)}`;
}
