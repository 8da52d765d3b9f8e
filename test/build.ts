import { ensureBuilt } from "./support/build.ts";

/** The step of `npm test` before all others: later ones find this build and make none of their own. */
await ensureBuilt();
