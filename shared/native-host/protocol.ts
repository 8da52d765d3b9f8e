import type { ProbeCode } from "../handshake/probe-problem.ts";
import type { StarttlsProtocol } from "../handshake/starttls/protocols.ts";
import type { Trust } from "../observation/observation.ts";

/** The name under which the native host is registered: browsers allow `[a-z0-9_.]` (Chrome: "Native messaging"). */
export const nativeHostName = "org.notafter.host";

/** Goes up when a message changes its meaning; both sides refuse to guess about another one. */
export const protocolVersion = 1;

/** Bytes of one message. Browsers drop a host that sends more (1 MiB; measured in Chromium 156); requests are a few hundred. */
export const largestReply = 1024 * 1024;
export const largestRequest = 64 * 1024;

/** Bounds of a check's time, milliseconds. */
export const timeouts = { least: 100, usual: 10_000, most: 120_000 } as const;

/** Browser → host. `id` is a whole number from 0 that the browser has not in use; the answer carries it. */
export type HostRequest =
  | { readonly id: number; readonly type: "hello" }
  | {
      readonly id: number;
      readonly type: "check";
      /** A-labels or an address, as `URL.hostname` writes it (IPv6 in brackets or not). */
      readonly host: string;
      readonly port: number;
      readonly starttls?: StarttlsProtocol;
      /** Milliseconds for the whole check; default `timeouts.usual`. */
      readonly timeout?: number;
    }
  /** Ends the check with the id `cancels`, which then fails with `cancelled`; nothing else is answered. */
  | { readonly id: number; readonly type: "cancel"; readonly cancels: number };

/** Host → browser. One answer to each `hello` and `check`. */
export type HostReply =
  | {
      readonly id: number;
      readonly type: "hello";
      readonly protocol: number;
      readonly version: string;
      /** What else than `hello` and `cancel` it answers. */
      readonly can: readonly string[];
      readonly starttls: readonly string[];
    }
  | ({ readonly id: number; readonly type: "checked" } & Checked)
  | { readonly id: number; readonly type: "failed"; readonly code: ProbeCode; readonly detail?: string }
  /** The request was not understood, or too many are waiting; without `id` where none could be read. */
  | { readonly id?: number; readonly type: "refused"; readonly code: RefusalCode };

/** What a handshake showed. */
export interface Checked {
  readonly trust: Trust;
  /** OpenSSL's code for what it held against the chain (`CERT_HAS_EXPIRED`). */
  readonly detail?: string;
  /** Base64 DER, the leaf first, then the others as the server sent them. At least one. */
  readonly chain: readonly string[];
  /** SHA-256 of the leaf, lower-case hex. */
  readonly sha256: string;
  /** `TLSv1.3`, `TLS_AES_256_GCM_SHA384`, the address that answered. */
  readonly protocol: string;
  readonly cipher: string;
  readonly address: string;
}

export const refusalCodes = ["not-json", "not-a-request", "unknown-type", "too-long", "id-in-use", "too-many"] as const;
export type RefusalCode = (typeof refusalCodes)[number];
