import "@abraham/reflection";
import * as x509 from "@peculiar/x509";
import { type KeyType, makeKeys, signingAlgorithm } from "./keys.ts";
import { type SiteCertificate, toSiteCertificate } from "./site-certificate.ts";

x509.cryptoProvider.set(crypto);

const day = 86_400_000;

/** What a leaf is to say. Times are epoch milliseconds. */
export interface LeafWish {
  /** DNS names and IP addresses for the subject alternative name; the first is the common name too. */
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** Default `ec-p256`. */
  readonly key?: KeyType;
  /** RFC 4514 text; default `CN=<first name>`. */
  readonly subject?: string;
  /** RFC 4514 text of the issuing intermediate's own name: default the demo brand. One intermediate is made per name. */
  readonly issuer?: string;
  /** Default SHA-256. */
  readonly hash?: "SHA-1" | "SHA-256" | "SHA-384";
}

/** A test authority with one root that nothing but a throw-away profile trusts. */
export interface TestAuthority {
  readonly rootPem: string;
  /** A leaf with its chain (leaf, intermediate) and its key. */
  issue(wish: LeafWish): Promise<SiteCertificate>;
  /** A leaf that signed itself, with the wish's names and dates. */
  selfSign(wish: LeafWish): Promise<SiteCertificate>;
  /** The intermediate of that name with its key: for certificates that are written byte by byte (`hostile.ts`). */
  intermediate(name?: string): Promise<Issuer>;
}

export interface Issuer {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

/** The issuer DN of a real brand, so that the matching of authorities is exercised; it chains to "NotAfter Demo Root". */
export const demoBrand = "C=GB, O=Sectigo Limited, CN=Sectigo Public Server Authentication CA DV R36";

/** Makes root and, when first needed, intermediates. `now` is epoch milliseconds; they are valid from ten years before it to ten years after. */
export async function createAuthority(now = Date.now()): Promise<TestAuthority> {
  const validity = { notBefore: new Date(now - 3650 * day), notAfter: new Date(now + 3650 * day) };
  const rootKeys = await makeKeys("ec-p256");
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: "O=NotAfter, CN=NotAfter Demo Root",
    keys: rootKeys,
    serialNumber: serial(),
    ...validity,
    signingAlgorithm: signingAlgorithm(rootKeys, "SHA-256"),
    extensions: await authorityExtensions(rootKeys.publicKey),
  });
  const intermediates = new Map<string, Promise<Issuer>>();
  const makeIntermediate = async (name: string): Promise<Issuer> => {
    const keys = await makeKeys("ec-p256");
    const certificate = await x509.X509CertificateGenerator.create({
      subject: name,
      issuer: root.subjectName,
      publicKey: keys.publicKey,
      signingKey: rootKeys.privateKey,
      serialNumber: serial(),
      ...validity,
      signingAlgorithm: signingAlgorithm(rootKeys, "SHA-256"),
      extensions: [
        ...(await authorityExtensions(keys.publicKey)),
        await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      ],
    });
    return { certificate, keys };
  };
  const intermediate = (name = demoBrand): Promise<Issuer> => {
    const made = intermediates.get(name) ?? makeIntermediate(name);
    intermediates.set(name, made);
    return made;
  };
  return {
    rootPem: root.toString("pem"),
    intermediate,
    issue: async (wish) => {
      const issuer = await intermediate(wish.issuer);
      const { certificate, keys } = await sign(wish, issuer);
      return toSiteCertificate([certificate, issuer.certificate], keys);
    },
    selfSign: async (wish) => {
      const { certificate, keys } = await sign(wish, undefined);
      return toSiteCertificate([certificate], keys);
    },
  };
}

async function sign(wish: LeafWish, issuer: Issuer | undefined) {
  const keys = await makeKeys(wish.key ?? "ec-p256");
  const signing = issuer?.keys ?? keys;
  const subject = wish.subject ?? `CN=${wish.names[0] ?? ""}`;
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subjectName ?? subject,
    publicKey: keys.publicKey,
    signingKey: signing.privateKey,
    serialNumber: serial(),
    notBefore: new Date(wish.notBefore),
    notAfter: new Date(wish.notAfter),
    signingAlgorithm: signingAlgorithm(signing, wish.hash ?? "SHA-256"),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(wish.names.map(alternativeName)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(signing.publicKey),
    ],
  });
  return { certificate, keys };
}

const alternativeName = (value: string): x509.JsonGeneralName => ({ type: isAddress(value) ? "ip" : "dns", value });

const isAddress = (name: string): boolean => /^[\d.]+$/.test(name) || name.includes(":");

const authorityExtensions = async (key: CryptoKey) => [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  await x509.SubjectKeyIdentifierExtension.create(key),
];

/** Sixteen random bytes as hex, positive (RFC 5280 §4.1.2.2). */
const serial = (): string =>
  `4${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(1)}`;
