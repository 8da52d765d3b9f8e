import type { Observation } from "../../../shared/observation/observation.ts";

/** Whether an observation tells anything of the certificate: the leaf, its dates, or that the browser refused it. */
export const tellsSomething = ({ leaf, notAfter, trust }: Observation): boolean =>
  leaf !== undefined || notAfter !== undefined || (trust !== "not-told" && trust !== "trusted");
