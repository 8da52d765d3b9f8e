import { formatIpAddress, parseIpAddress } from "../certificate/ip-address.ts";
import { starttlsPorts, starttlsProtocols } from "../handshake/starttls/protocols.ts";
import { failure, type Result, success } from "../result.ts";
import type { Target } from "./host-list.ts";

export interface AddressProblem {
  readonly code: "no-host" | "wildcard" | "not-a-host" | "bad-port" | "bad-starttls";
  /** What was written. Hostile text. */
  readonly entry: string;
}

/**
 * The address of a host as someone wrote it (Unicode or A-labels, IPv6 with or without brackets), a port and a STARTTLS
 * protocol (none where empty). Without a port it is the protocol's own, else 443.
 */
export function readAddress(host: string, port = "", starttls = ""): Result<Target, AddressProblem> {
  const name = readHost(host.trim());
  if (!name.ok) return name;
  const wanted = starttls.trim().toLowerCase();
  const protocol = starttlsProtocols.find((one) => one === wanted);
  if (wanted !== "" && protocol === undefined) return failure({ code: "bad-starttls", entry: starttls });
  const digits = port.trim();
  const usual = protocol === undefined ? 443 : starttlsPorts[protocol];
  const number = digits === "" ? usual : /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  if (number < 1 || number > 65_535) return failure({ code: "bad-port", entry: port });
  return success({ host: name.value, port: number, ...(protocol !== undefined && { starttls: protocol }) });
}

/** What the URL standard takes for something else than the host, or spreadsheets and lists for a separator. */
const notInHosts = /[\s\p{Cc}/?#@:\\%[\]<>()^|"'`,;]/u;

/** What the URL standard would leave as it is: it costs most of the time that ten thousand records take to be read. */
const plainHost = /^(?!.*(?:^|\.)xn--)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z][a-z0-9-]{0,62}$/;

function readHost(entry: string): Result<string, AddressProblem> {
  if (entry.length <= 253 && plainHost.test(entry)) return success(entry);
  const refuse = (code: AddressProblem["code"]) => failure({ code, entry });
  if (entry === "") return refuse("no-host");
  const octets = parseIpAddress(entry);
  const address = octets && formatIpAddress(octets);
  if (address !== undefined)
    return success(new URL(`https://${octets?.length === 16 ? `[${address}]` : address}/`).hostname);
  if (entry.includes("*")) return refuse("wildcard");
  if (entry.length > 1000 || notInHosts.test(entry) || !URL.canParse(`https://${entry}/`)) return refuse("not-a-host");
  const host = new URL(`https://${entry}/`).hostname.replace(/\.$/, "");
  // The URL standard takes more, such as "=1+1", and reads "127.1" as an address, which nobody means here.
  const sound =
    host.length <= 253 &&
    /^[a-z0-9._-]+$/.test(host) &&
    parseIpAddress(host) === undefined &&
    host.split(".").every((label) => label.length > 0 && label.length <= 63);
  return sound ? success(host) : refuse("not-a-host");
}

/** `www.example.com`, `[2001:db8::1]:8443`, `mail.example.com:25`: the port where it is not 443. */
export const addressText = ({ host, port }: Target): string => `${host}${port === 443 ? "" : `:${port}`}`;

/** The address that an https origin names. */
export function targetOf(origin: string): Target {
  const { hostname, port } = new URL(origin);
  return { host: hostname.replace(/\.$/, ""), port: port === "" ? 443 : Number(port) };
}

/** The origin under which observations of the address are kept, as `URL.origin` writes it. */
export const addressOrigin = (address: Target): string => `https://${addressText(address)}`;
