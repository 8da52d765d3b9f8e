import { type StarttlsProtocol, starttlsPorts, starttlsProtocols } from "../handshake/starttls/protocols.ts";

interface AddressScheme {
  readonly port: number;
  readonly starttls?: StarttlsProtocol;
}

/** Schemes that are TLS from the first byte, with their ports (IANA Service Name and Transport Protocol Port Number Registry). */
const fromTheStart: readonly (readonly [scheme: string, port: number])[] = [
  ["https", 443],
  ["wss", 443],
  ["tls", 443],
  ["smtps", 465],
  ["submissions", 465],
  ["imaps", 993],
  ["pop3s", 995],
  ["pops", 995],
  ["ftps", 990],
  ["ldaps", 636],
  ["ircs", 6697],
  ["mqtts", 8883],
  ["amqps", 5671],
  ["rediss", 6379],
  ["sips", 5061],
];

/** What an address's scheme says about where and how TLS begins. */
export const addressSchemes: ReadonlyMap<string, AddressScheme> = new Map<string, AddressScheme>([
  ...fromTheStart.map(([scheme, port]) => [scheme, { port }] as const),
  ...starttlsProtocols.map((starttls) => [starttls, { port: starttlsPorts[starttls], starttls }] as const),
  ["postgresql", { port: starttlsPorts.postgres, starttls: "postgres" }],
  ["submission", { port: 587, starttls: "smtp" }],
]);
