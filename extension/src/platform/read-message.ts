import { httpsOrigin } from "../../../shared/observation/https-origin.ts";
import type { Envelope, MessageName, Protocol } from "./protocol.ts";

type Fields = Readonly<Record<string, unknown>>;
type Readers = { readonly [N in MessageName]: (fields: Fields) => Protocol[N]["request"] | undefined };

/** `tabId` is -1 where a page speaks of no tab. */
const place = ({ tabId, origin }: Fields): Protocol["description"]["request"] | undefined =>
  Number.isSafeInteger(tabId) && typeof origin === "string" ? { tabId: Number(tabId), origin } : undefined;

const isHttpsOrigin = (value: unknown): value is string => typeof value === "string" && httpsOrigin(value) === value;
const isId = (value: unknown): value is string => typeof value === "string" && value !== "";

const readers: Readers = {
  observation: place,
  description: place,
  watch: (fields) => {
    const read = place(fields);
    return read && isHttpsOrigin(read.origin) ? read : undefined;
  },
  "watch-state": ({ origin }) => (isHttpsOrigin(origin) ? { origin } : undefined),
  unwatch: ({ id }) => (isId(id) ? { id } : undefined),
  // What was forgotten is read as strictly as a backup.
  "watch-again": ({ id, undo }) => (isId(id) && typeof undo === "string" ? { id, undo } : undefined),
  "check-due": (fields) => (Object.keys(fields).length === 0 ? {} : undefined),
};

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** A message of the protocol with the request that belongs to its name; undefined for anything else. Never throws. */
export function readMessage(message: unknown): Envelope<MessageName> | undefined {
  if (!isFields(message)) return undefined;
  const { notafter, request } = message;
  if (typeof notafter !== "string" || !isFields(request) || Array.isArray(request)) return undefined;
  if (!Object.hasOwn(readers, notafter)) return undefined;
  const name = notafter as MessageName; // one of the table's keys, as was just seen
  const read = readers[name](request);
  return read === undefined ? undefined : { notafter: name, request: read };
}
