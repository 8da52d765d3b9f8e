import type { DistinguishedName } from "../../../../shared/certificate/certificate.ts";

const oids: Readonly<Record<string, string>> = {
  CN: "2.5.4.3",
  C: "2.5.4.6",
  L: "2.5.4.7",
  ST: "2.5.4.8",
  O: "2.5.4.10",
  OU: "2.5.4.11",
};

/** A name of `type=value` texts, in the order given; a value may hold anything. */
export const nameOf = (...attributes: readonly string[]): DistinguishedName =>
  attributes.map((text) => {
    const cut = text.indexOf("=");
    const type = text.slice(0, cut);
    return [{ type, oid: oids[type] ?? type, value: text.slice(cut + 1) }];
  });
