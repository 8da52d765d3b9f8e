import type { Task } from "../../shared/guide/guide.ts";

/** What the runner must know of a server beyond its guides. Paths and commands carry the guides' tokens. */
export interface Server {
  readonly platform: string;
  readonly packages: readonly string[];
  /** The systemd unit; its commands are run as Debian ships them. */
  readonly unit: string;
  readonly port: number;
  readonly key: string;
  readonly fullchain: string;
  /** Ids of the install guide's steps that switch https on: the runner begins with them. */
  readonly enable: readonly string[];
  /** An old habit that the guides must cope with: a separate chain file, and the configuration's line that names it. */
  readonly legacyChain?: { readonly file: string; readonly line: string; readonly before: string };
  /** The folder that holds one dated backup each. */
  readonly backups: string;
  readonly version: { readonly command: readonly string[]; readonly pattern: RegExp; readonly name: string };
}

export type GuideTexts = Readonly<Record<Task, string>>;
