import type { HostState } from "../../../store/host-state.ts";

/** Texts about the companion program: for the settings. */
export const hostTexts = {
  title: "Companion program",
  what: "A small program on this computer can look at certificates for NotAfter. Then no setting of the browser is needed, and the page waits for nothing.",
  sees: [
    "It is told the host name and the port of each https site that you open, and nothing else of the page.",
    "It makes its own TLS connection to that site, from this computer. Nothing is sent anywhere else.",
    "It is told nothing of private windows.",
  ],
  firefox:
    "Firefox tells about certificates itself. The program is then asked only about pages of which it told nothing.",
  turnOn: "Use the companion program",
  turnOff: "Stop using it",
  lookAgain: "Look again",
  state: "State",
  off: "It is off. Nothing asks it.",
  looking: "Looking for the program…",
  refused: "The browser’s permission was not given. Nothing was changed. You can allow it whenever you like.",
  waits:
    "The browser lets NotAfter use what you have just allowed after a rest: open no page for half a minute, or restart the browser. Until then pages may still show a question mark.",
  works: (version: string) => `It works (version ${version}).`,
  faults: {
    "not-installed": "It is not installed for this browser. Run this in the folder of NotAfter, then look again.",
    ended: "It ended by itself. Nothing was lost. It is started again for the next page.",
    garbled:
      "Something answers, and not as the program should. It was ended. Build and install the program again, then look again.",
    silent: "It was started and says nothing. It was ended. Build and install the program again, then look again.",
  } satisfies Record<Exclude<HostState["kind"], "works">, string>,
  copyCommand: "Copy the command",
  siteAccess: "It is asked only about sites that NotAfter may see. Site access is given above.",
};
