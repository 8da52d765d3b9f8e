import { DerError } from "../../certificate/der-reader.ts";
import { toHex } from "../../certificate/hex.ts";
import { failure, type Result, success } from "../../result.ts";
import { EncryptionError } from "../encryption/encryption-error.ts";
import { type PasswordForms, passwordForms } from "../encryption/password-forms.ts";
import { type Derivation, Work } from "../encryption/work.ts";
import { fileBlocks, largestKeyFile } from "../key-file-bytes.ts";
import type { Bag } from "./bags.ts";
import { fittingForms } from "./mac.ts";
import { openKey } from "./open-key.ts";
import { openSafes, opensFirst } from "./open-safes.ts";
import type { Pkcs12, Pkcs12Certificate, Pkcs12Key, Pkcs12Problem, Pkcs12UnopenedKey } from "./pkcs12.ts";
import { looksLikePkcs12, type Pkcs12Envelope, readEnvelope } from "./read-envelope.ts";

export interface ReadPkcs12Options {
  /** `false`: keys are neither decrypted nor given; for who wants the certificates only. */
  readonly keys?: boolean;
  readonly crypto?: Crypto;
  /** As `Work` counts; less than the default is for tests. */
  readonly mostWork?: number;
}

/** RFC 7468 has none; this is what GnuTLS writes. */
const pemLabel = "PKCS12";

/**
 * Opens a PKCS#12 file (PFX; RFC 7292), DER, BER, PEM or base64. The passphrase is as it was typed, "" for none. Never throws;
 * takes some seconds at most, whatever the file asks for. Bytes behind the file's end are passed over, as OpenSSL does.
 */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  { keys = true, crypto = globalThis.crypto, mostWork }: ReadPkcs12Options = {},
): Promise<Result<Pkcs12, Pkcs12Problem>> {
  if (bytes.length > largestKeyFile) return failure({ code: "too-long" });
  const file = fileBlocks(bytes)?.find(({ label, der }) => (label ?? pemLabel) === pemLabel && looksLikePkcs12(der));
  if (file === undefined) return failure({ code: "not-pkcs12" });
  const opening: Opening = {
    passphrase,
    forms: passwordForms(passphrase),
    derivation: { crypto, work: new Work(mostWork) },
  };
  try {
    return await open(readEnvelope(file.der), opening, keys);
  } catch (error) {
    return failure(problemOf(error));
  }
}

/** The certificates' DER alone, in the order of the file. */
export const certificatesOf = ({ certificates }: Pkcs12): readonly Uint8Array<ArrayBuffer>[] =>
  certificates.map(({ der }) => der);

interface Opening {
  readonly passphrase: string;
  readonly forms: PasswordForms;
  readonly derivation: Derivation;
}

async function open(
  { safes, mac, contents }: Pkcs12Envelope,
  opening: Opening,
  withKeys: boolean,
): Promise<Result<Pkcs12, Pkcs12Problem>> {
  const { forms: typed, derivation } = opening;
  const forms = mac === undefined ? typed : await fittingForms(mac, contents, typed, derivation);
  if (forms === undefined) {
    return failure((await opensFirst(safes(), typed, derivation)) ? { code: "damaged" } : notThisPassphrase(opening));
  }
  const bags = await openSafes(safes(), forms, derivation);
  if (bags === undefined) return failure(notThisPassphrase(opening));
  const certificates = certificatesIn(bags);
  const { opened, unopened } = withKeys ? await openKeys(bags, { ...opening, forms }) : { opened: [], unopened: [] };
  const [closed] = unopened;
  // Without a seal, keys that stay closed are all that shows that the passphrase is another.
  if (closed !== undefined && certificates.length + opened.length === 0) return failure(closed.problem);
  return success({ certificates, keys: opened, unopenedKeys: unopened, sealed: mac !== undefined });
}

const notThisPassphrase = ({ passphrase }: Opening): Pkcs12Problem => ({
  code: passphrase === "" ? "needs-passphrase" : "wrong-passphrase",
});

function problemOf(error: unknown): Pkcs12Problem {
  if (error instanceof EncryptionError) return error.problem;
  if (error instanceof DerError) return { code: "damaged" };
  throw error;
}

/** Each certificate once, with what any of its copies say of it. */
function certificatesIn(bags: readonly Bag[]): readonly Pkcs12Certificate[] {
  const found = new Map<string, Pkcs12Certificate>();
  for (const { kind, value, attributes } of bags) {
    if (kind !== "certificate") continue;
    const hex = toHex(value);
    found.set(hex, { ...attributes, ...found.get(hex), der: value });
  }
  return [...found.values()];
}

async function openKeys(bags: readonly Bag[], opening: Opening) {
  const opened = new Map<string, Pkcs12Key>();
  const unopened: Pkcs12UnopenedKey[] = [];
  for (const bag of bags) {
    if (bag.kind === "certificate") continue;
    try {
      const pkcs8 = await openKey(bag, opening.forms, opening.derivation);
      if (pkcs8 === undefined) unopened.push({ ...bag.attributes, problem: notThisPassphrase(opening) });
      else opened.set(toHex(pkcs8), { ...bag.attributes, ...opened.get(toHex(pkcs8)), pkcs8 });
    } catch (error) {
      unopened.push({ ...bag.attributes, problem: problemOf(error) });
    }
  }
  return { opened: [...opened.values()], unopened };
}
