/** A name as it stands in a request; only `value` is used. */
interface Named {
  readonly kind: "dns" | "ip";
  readonly value: string;
}

export interface RenewalFileNames {
  /** The encrypted private key, PEM. */
  readonly key: string;
  /** The certificate request, PEM. */
  readonly request: string;
}

const longest = 80;

/**
 * Windows takes these for devices whatever follows the first dot (learn.microsoft.com, "Naming Files, Paths, and
 * Namespaces"), and `aux.example.com` is a host like any other.
 */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The base name of the files of a set of names: of the first host name, else of the first address. Matches
 * `[A-Za-z0-9._-]{1,80}`, begins with a letter or digit and ends with one, so that no shell, no file system and no
 * command line takes it for anything but a name.
 */
export function fileBaseName(names: readonly Named[]): string {
  const name = names.find(({ kind }) => kind === "dns") ?? names[0];
  const safe = (name?.value ?? "")
    .replace(/^\*\./, "wildcard.")
    .replace(/[^A-Za-z0-9._-]/g, "-")
    .replace(/\.{2,}/g, ".");
  const prefixed = name?.kind === "ip" ? `ip-${safe}` : deviceName.test(safe) ? `site-${safe}` : safe;
  const base = prefixed
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, longest)
    .replace(/[^A-Za-z0-9]+$/, "");
  return base === "" ? "certificate" : base;
}

/** The names under which the files of a renewal are offered. */
export function renewalFileNames(names: readonly Named[]): RenewalFileNames {
  const base = fileBaseName(names);
  return { key: `${base}.key`, request: `${base}.csr` };
}
