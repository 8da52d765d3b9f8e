import type { AlternativeName } from "./certificate.ts";
import { attempt, body, children, content, type DerElement, encoding, expect, tags } from "./der-reader.ts";
import { readLatin1, readString } from "./der-string.ts";
import { formatName } from "./distinguished-name.ts";
import { toHex } from "./hex.ts";
import { formatIpAddress } from "./ip-address.ts";
import { readName } from "./name-reader.ts";
import { dottedIdentifier, readObjectIdentifier } from "./object-identifier.ts";

/** Reads GeneralNames (RFC 5280 §4.2.1.6). A name that is broken in itself stays, as `other` with the hex of its DER. */
export const readAlternativeNames = (names: DerElement): readonly AlternativeName[] =>
  children(expect(names, tags.sequence, names)).map(readAlternativeName);

function readAlternativeName(name: DerElement): AlternativeName {
  switch (name.tag) {
    case 0x81:
      return { kind: "email", value: readLatin1(body(name)) };
    case 0x82:
      return { kind: "dns", value: readLatin1(body(name)) };
    case 0x86:
      return { kind: "uri", value: readLatin1(body(name)) };
    case 0x87: {
      const address = formatIpAddress(body(name));
      if (address !== undefined) return { kind: "ip", value: address };
    }
  }
  return { kind: "other", value: attempt(() => describe(name)) ?? `#${toHex(encoding(name))}` };
}

/** The kinds that no TLS client looks at: for people to read. */
function describe(name: DerElement): string | undefined {
  switch (name.tag) {
    case 0xa0: {
      const [type, wrapper] = children(name);
      const value = content(expect(wrapper, 0xa0, name));
      return `${readObjectIdentifier(type, name)}=${readString(value) ?? `#${toHex(encoding(value))}`}`;
    }
    case 0xa4:
      return formatName(readName(content(name)));
    case 0x88:
      return dottedIdentifier(body(name));
    default:
      return undefined;
  }
}
