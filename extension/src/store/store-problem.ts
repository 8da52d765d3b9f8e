/** Why the store cannot do what it was asked. In every case what it held before is as it was. */
export type StoreProblem =
  /** A newer version of the extension has written the database. */
  | { readonly code: "future-version"; readonly found: number; readonly known: number }
  /** The browser gives no more room. */
  | { readonly code: "storage-full" }
  /** Another page of an older version keeps the database open. */
  | { readonly code: "blocked" }
  /** The browser does not open the database; its own words. */
  | { readonly code: "unavailable"; readonly detail: string };

const nameOf = (error: unknown): string => (error instanceof DOMException || error instanceof Error ? error.name : "");

/** The problem that an IndexedDB error tells of (Indexed Database API 3.0 §2.7 and §5); undefined for one that is a bug. */
export function problemOf(error: unknown): StoreProblem | undefined {
  switch (nameOf(error)) {
    case "QuotaExceededError":
      return { code: "storage-full" };
    // InvalidStateError: the connection was closed under us; UnknownError: the disk; SecurityError: storage is turned off.
    case "InvalidStateError":
    case "UnknownError":
    case "SecurityError":
    case "AbortError":
      return { code: "unavailable", detail: String(error) };
    default:
      return undefined;
  }
}
