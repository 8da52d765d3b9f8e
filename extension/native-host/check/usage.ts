import { starttlsProtocols } from "../../../shared/handshake/starttls/protocols.ts";

export const checkUsage = `notafter check HOST[:PORT]… [options]

Says how long the certificates of these hosts still last, and whether they are in order.
HOST is a name, an IP address ([::1]:443 for IPv6 with a port) or a URL. Without a port: 443, or the protocol's own.

  --input FILE            hosts from a file, one a line; # begins a comment; - is the standard input
  --starttls PROTOCOL     begin in clear text: ${starttlsProtocols.join(", ")}
  --concurrency N         how many hosts at the same time, 1 to 1000 (32)
  --timeout MS            milliseconds for each host, 100 to 120000 (10000)
  --ca FILE               trust the authorities in this PEM file too
  --format FORMAT         table, json, csv or prometheus (table)
  --help                  this text

Exit status: 0 all are ok, 1 some are due or urgent, 2 some are expired, broken, unknown or out of reach, 64 usage.
`;
