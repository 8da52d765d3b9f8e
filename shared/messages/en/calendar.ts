import { visibleText } from "../../display/visible-text.ts";

const shown = (address: string): string => visibleText(address, 260);

/** The texts of the calendar file; addresses as `www.example.com` or `mail.example.com:25`. */
export const calendarTexts = {
  name: "Certificate ends",
  summary: (addresses: readonly string[]): string =>
    addresses.length < 2
      ? `Certificate of ${shown(addresses[0] ?? "")} ends`
      : `Certificate of ${shown(addresses[0] ?? "")} and ${addresses.length - 1} more ends`,
  description: (addresses: readonly string[], issuer: string): string =>
    [
      `Shown by: ${addresses.slice(0, 50).map(shown).join(", ")}${addresses.length > 50 ? " …" : ""}`,
      ...(issuer === "" ? [] : [`Issued by: ${issuer}`]),
      "Next step: make a new key and request, order the renewal, install it and check the site.",
    ].join("\n"),
};
