/**
 * Endings that no public authority may certify: RFC 6761 and 6762 (`test`, `localhost`, `local`, `invalid`, `example`), RFC 8375 (`home.arpa`),
 * ICANN's `internal` (2024), and the names that ICANN will not delegate for collisions (`corp`, `home`, `mail`), with the customary `lan`.
 */
const internalEnding =
  /\.(?:corp|example|home|home\.arpa|internal|intranet|invalid|lan|local|localdomain|localhost|mail|private|test)$/;

const privateIp4 =
  /^(?:10|127|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const privateIp6 = /^(?:::1?$|f[cd]|fe[89ab])/;

/**
 * Whether a name or address cannot stand in a public certificate, so that its issuer must be private
 * (Baseline Requirements §7.1.2.7.12: no internal names, no reserved addresses).
 */
export function isInternalName(kind: "dns" | "ip", value: string): boolean {
  const name = value.toLowerCase();
  if (kind === "ip") return name.includes(":") ? privateIp6.test(name) : privateIp4.test(name);
  return !name.includes(".") || internalEnding.test(name);
}
