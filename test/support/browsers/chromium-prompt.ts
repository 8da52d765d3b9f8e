import type { Page } from "puppeteer";
import { output } from "../program.ts";
import { until } from "../until.ts";

/** For half a second after it appeared the prompt takes no answer, against answers by mistake, and no sign tells of it. */
const promptDeafFor = 1200;

/** Waits until Chromium's own prompt took the keyboard from the page, and answers it with the keyboard (xdotool). */
export async function answerPrompt(page: Page, answer: "allow" | "deny"): Promise<void> {
  await until("the prompt", () => page.evaluate(() => !document.hasFocus()));
  await new Promise((resolve) => setTimeout(resolve, promptDeafFor));
  // "Deny" has the focus, "Allow" stands next.
  if (answer === "allow") await output("xdotool", ["key", "Tab"]);
  await output("xdotool", ["key", "Return"]);
}
