import { fromBase64 } from "../../certificate/base64.ts";
import { largestCertificate } from "../../certificate/parse-certificate.ts";
import type { StarttlsProtocol } from "../../handshake/starttls/protocols.ts";
import { importJson } from "../watch-json.ts";
import { binaryKind } from "./binary-kind.ts";
import { certificatesIn } from "./certificates-in.ts";
import { fileText } from "./file-text.ts";
import { found, type Incoming, refused } from "./incoming.ts";
import { readLinks } from "./read-links.ts";
import { readList } from "./read-list.ts";
import { readPemFile } from "./read-pem-file.ts";
import { readPkcs7 } from "./read-pkcs7.ts";
import { readTable } from "./read-table.ts";

/** In bytes: a sitemap may have 50 MB (sitemaps.org). */
export const largestFile = 50 * 1024 * 1024;
/** In characters: an export of ten thousand hosts has eight million. */
const longestList = 20 * 1024 * 1024;

/**
 * What a file holds for the watch list, told by its bytes alone: names of files lie. `starttls` is for hosts that stand
 * there without a protocol or a scheme. Never throws; nothing of a private key is read.
 */
export function readIncoming(bytes: Uint8Array, starttls?: StarttlsProtocol): Incoming {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > largestFile) return refused("too-large");
  const kind = binaryKind(bytes);
  if (kind !== "unknown") return readBinary(bytes, kind);
  const text = fileText(bytes);
  return text === undefined ? refused("not-known") : readIncomingText(text, starttls);
}

function readBinary(bytes: Uint8Array, kind: Exclude<ReturnType<typeof binaryKind>, "unknown">): Incoming {
  switch (kind) {
    case "certificate":
      return certificatesIn([bytes]);
    case "pkcs12":
      return { kind };
    case "pkcs7":
      return readPkcs7(bytes);
    default:
      return refused(kind);
  }
}

/** The same for text that was pasted. */
export function readIncomingText(text: string, starttls?: StarttlsProtocol): Incoming {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (start === "" && text.trim() === "") return refused("empty");
  if (start.startsWith("PuTTY-User-Key-File")) return refused("private-key");
  if (text.includes("-----BEGIN ")) return readPemFile(text);
  if (start.startsWith('{"format":"notafter-backup"')) return refused("backup");
  const der = unarmoured(start, text);
  if (der !== undefined) return readIncoming(der);
  const links = readLinks(text);
  if (links !== undefined) return links;
  if (text.length > longestList) return refused("too-large");
  if (/^\{|^\[\s*[{["\]]/.test(start)) return readExport(text);
  return readTable(text, starttls) ?? readList(text, starttls);
}

/** DER as base64 without armour, as forms and secret stores give it: "MI" is how a long SEQUENCE begins there. */
function unarmoured(start: string, text: string): Uint8Array | undefined {
  const mayBe = /^MI[A-Za-z0-9+/\s]{60}/.test(start) && text.length < 2 * largestCertificate;
  const der = mayBe ? fromBase64(text.replace(/^\ufeff/, "")) : undefined;
  return der !== undefined && binaryKind(der) !== "unknown" ? der : undefined;
}

function readExport(text: string): Incoming {
  const hosts = importJson(text);
  return hosts.ok ? found({ exported: hosts.value }) : refused({ code: "refused-export", problems: hosts.problem });
}
