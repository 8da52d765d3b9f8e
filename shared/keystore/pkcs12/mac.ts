import { body, children, type DerElement, DerError, expect, tags } from "../../certificate/der-reader.ts";
import { sameBytes } from "../der-writer.ts";
import { digests, hmacDigests } from "../digest/by-identifier.ts";
import type { Digest } from "../digest/digest.ts";
import { hmac } from "../digest/hmac.ts";
import { algorithmName } from "../encryption/algorithm-names.ts";
import { EncryptionError } from "../encryption/encryption-error.ts";
import type { PasswordForms } from "../encryption/password-forms.ts";
import { pbkdf2Key, readPbkdf2 } from "../encryption/pbkdf2-key.ts";
import { pkcs12Key } from "../encryption/pkcs12-key.ts";
import { type AlgorithmIdentifier, readAlgorithm, readPositive } from "../encryption/read-algorithm.ts";
import type { Derivation } from "../encryption/work.ts";

/** The seal over the contents: from a key that is made of the passphrase. */
export interface Mac {
  readonly form: keyof PasswordForms;
  readonly digest: Digest;
  readonly expected: Uint8Array;
  readonly key: (password: Uint8Array, derivation: Derivation) => Promise<Uint8Array>;
}

const pbmac1Oid = "1.2.840.113549.1.5.14";

/** MacData (RFC 7292 §4), also with PBMAC1 (RFC 9579). Throws `DerError` and `EncryptionError`. */
export function readMac(macData: DerElement): Mac {
  const [digestInfo, salt, iterations] = children(expect(macData, tags.sequence, macData));
  const [algorithmElement, value] = children(expect(digestInfo, tags.sequence, macData));
  const expected = body(expect(value, tags.octetString, macData));
  const algorithm = readAlgorithm(algorithmElement, macData);
  if (algorithm.oid === pbmac1Oid) return { expected, ...readPbmac1(algorithm) };
  const digest = supported(digests[algorithm.oid], algorithm.oid);
  const order = {
    digest,
    purpose: "mac" as const,
    salt: body(expect(salt, tags.octetString, macData)),
    iterations: iterations === undefined ? 1 : readPositive(iterations, macData),
    bytes: digest.bytes,
  };
  return {
    form: "wide",
    digest,
    expected,
    key: (password, derivation) => pkcs12Key({ ...order, password }, derivation),
  };
}

/** RFC 9579 §4: the key's length has to be named, and what stands beside it in MacData has no meaning. */
function readPbmac1({ parameters, element }: AlgorithmIdentifier): Pick<Mac, "form" | "digest" | "key"> {
  const [derivationElement, mac] = children(expect(parameters, tags.sequence, element));
  const pbkdf2 = readPbkdf2(derivationElement, element);
  const { oid } = readAlgorithm(mac, element);
  const digest = supported(hmacDigests[oid], oid);
  const { keyBytes } = pbkdf2;
  if (keyBytes === undefined) throw new DerError("not-der", element.start);
  return { form: "octets", digest, key: (password, derivation) => pbkdf2Key(password, pbkdf2, keyBytes, derivation) };
}

function supported(digest: Digest | undefined, oid: string): Digest {
  if (digest !== undefined) return digest;
  throw new EncryptionError({ code: "unsupported-algorithm", algorithm: `MAC with ${algorithmName(oid)}` });
}

/**
 * The forms of the passphrase with the one first that the seal over the contents was made with; undefined where none
 * fits: another passphrase, or damage.
 */
export async function fittingForms(
  mac: Mac,
  contents: Uint8Array,
  forms: PasswordForms,
  derivation: Derivation,
): Promise<PasswordForms | undefined> {
  for (const password of forms[mac.form]) {
    const key = await mac.key(password, derivation);
    if (!sameBytes(hmac(mac.digest, key)(contents), mac.expected)) continue;
    return { ...forms, [mac.form]: [password, ...forms[mac.form].filter((other) => other !== password)] };
  }
  return undefined;
}
