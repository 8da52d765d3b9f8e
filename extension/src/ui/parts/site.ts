import { unicodeHost } from "../../../../shared/certificate/host-names.ts";

/** A site as screens name it. */
export interface Site {
  /** `https://host[:port]`. */
  readonly origin: string;
  /** In A-labels, IPv6 in brackets. */
  readonly host: string;
  /** As people read it; the same as `host` for most. */
  readonly shown: string;
  /** Empty for 443. */
  readonly port: string;
}

/** The site of an address; `undefined` for everything but `https:` addresses. Never throws. */
export function siteOf(address: string): Site | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, hostname, port } = new URL(address);
  if (protocol !== "https:" || hostname === "") return undefined;
  return { origin, host: hostname, shown: unicodeHost(hostname), port };
}
