/** The text of 4 bytes (`192.0.2.1`) or 16 bytes (RFC 5952: `2001:db8::1`); undefined for any other number of bytes. */
export function formatIpAddress(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return bytes.join(".");
  if (bytes.length !== 16) return undefined;
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0));
  // RFC 5952 §5: addresses known to embed an IPv4 address (here the mapped ones) show it.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return `::ffff:${bytes.subarray(12).join(".")}`;

  const text = groups.map((group) => group.toString(16)).join(":");
  // §4.2: the longest run of two zero groups or more, the first of equals, gives way to "::".
  const longest = (text.match(/(?<![^:])0(:0)+(?![^:])/g) ?? []).reduce(
    (best, run) => (run.length > best.length ? run : best),
    "",
  );
  return longest === "" ? text : text.replace(new RegExp(`(^|:)${longest}(:|$)`), "::");
}

/** The 4 or 16 bytes of an IP address in text, with or without the brackets of a URL; undefined where it is none. */
export function parseIpAddress(text: string): Uint8Array | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return (inner === undefined ? parseIpv4(text) : undefined) ?? parseIpv6(inner ?? text);
}

function parseIpv4(text: string): Uint8Array | undefined {
  // Without leading zeros, which some take for octal.
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const octets = text.split(".").map(Number);
  return octets.every((octet) => octet < 256) ? Uint8Array.from(octets) : undefined;
}

/** RFC 4291 §2.2, without zone identifiers: those belong to a machine, not to a certificate. */
function parseIpv6(text: string): Uint8Array | undefined {
  const tail = text.slice(text.lastIndexOf(":") + 1);
  const embedded = tail.includes(".") ? parseIpv4(tail) : undefined;
  const [head, rest, ...more] = (embedded ? `${text.slice(0, -tail.length)}0:0` : text).split("::");
  if (head === undefined || more.length > 0) return undefined;

  const before = head === "" ? [] : head.split(":");
  const after = rest ? rest.split(":") : [];
  const missing = 8 - before.length - after.length;
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined;

  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const bytes = Uint8Array.from(
    groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  );
  if (embedded) bytes.set(embedded, 12);
  return bytes;
}
