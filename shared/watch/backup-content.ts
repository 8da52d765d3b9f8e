import { fromBase64, toBase64 } from "../certificate/base64.ts";

/** Everything that the database holds: the version of its schema, and each store's records as they stand. */
export interface BackupContent {
  readonly schema: number;
  readonly stores: Readonly<Record<string, readonly unknown[]>>;
}

const bytesKey = "$base64";

/** The content as JSON text; bytes become `{"$base64": …}`. */
export const writeBackupContent = (content: BackupContent): string =>
  JSON.stringify(content, (_, value) => (value instanceof Uint8Array ? { [bytesKey]: toBase64(value) } : value));

/** The content of such a text, its records not yet looked at; undefined where it is none. */
export function readBackupContent(text: string): BackupContent | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text, (_, value) => asBytes(value) ?? value);
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null) return undefined;
  const { schema, stores }: { schema?: unknown; stores?: unknown } = content;
  if (typeof schema !== "number" || !Number.isInteger(schema) || schema < 1) return undefined;
  if (typeof stores !== "object" || stores === null) return undefined;
  const records = Object.entries(stores).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return records.length === Object.keys(stores).length ? { schema, stores: Object.fromEntries(records) } : undefined;
}

function asBytes(value: unknown): Uint8Array | undefined {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 1) return undefined;
  const encoded = (value as { [bytesKey]?: unknown })[bytesKey];
  return typeof encoded === "string" ? fromBase64(encoded) : undefined;
}
