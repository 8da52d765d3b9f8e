import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const passphrase = "correct horse battery";

/** A certificate as an authority hands it out: PEM texts. */
export interface Issued {
  readonly leaf: string;
  readonly intermediates: string;
  readonly fullchain: string;
}

/** A small authority of our own: root, intermediate, and what it signs. */
export interface Lab {
  readonly root: string;
  readonly old: Issued & { readonly key: string };
  /** An encrypted key that belongs to no certificate. */
  readonly strayKey: string;
  sign(csr: string): Issued;
}

export const openssl = (...args: readonly string[]): string =>
  execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Makes the authority with the openssl program and has this machine (its namespace) trust the root. */
export function makeLab(folder: string, host: string): Lab {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(at(name), "utf8");
  const newKey = (name: string, ...how: readonly string[]): string => openssl("genpkey", ...how, "-out", at(name));
  const ec = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];

  newKey("root.key", ...ec);
  openssl(
    "req",
    "-x509",
    "-new",
    "-key",
    at("root.key"),
    "-subj",
    "/CN=Lab Root",
    "-days",
    "30",
    "-out",
    at("root.crt"),
  );
  writeFileSync(
    at("authority.ext"),
    "basicConstraints=critical,CA:true,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n",
  );
  writeFileSync(at("leaf.ext"), "basicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth\n");
  const issue = (by: string, name: string, days: string): void => {
    const kind = by === "root" ? "authority" : "leaf";
    const issuer = ["-CA", at(`${by}.crt`), "-CAkey", at(`${by}.key`)];
    const extensions = ["-copy_extensions", "copy", "-extfile", at(`${kind}.ext`)];
    openssl(
      "x509",
      "-req",
      "-in",
      at(`${name}.csr`),
      ...issuer,
      "-days",
      days,
      ...extensions,
      "-out",
      at(`${name}.crt`),
    );
  };
  // Authorities change their intermediates: the new certificate comes from another one than the old.
  for (const name of ["former", "present"]) {
    newKey(`${name}.key`, ...ec);
    openssl("req", "-new", "-key", at(`${name}.key`), "-subj", `/CN=Lab ${name}`, "-out", at(`${name}.csr`));
    issue("root", name, "30");
  }
  const rootHash = openssl("x509", "-in", at("root.crt"), "-noout", "-hash").trim();
  copyFileSync(at("root.crt"), join("/etc/ssl/certs", `${rootHash}.0`));

  const signedBy = (by: string, csr: string): Issued => {
    writeFileSync(at("leaf.csr"), csr);
    issue(by, "leaf", "20");
    const [leaf, intermediates] = [read("leaf.crt"), read(`${by}.crt`)];
    return { leaf, intermediates, fullchain: leaf + intermediates };
  };

  // The old key is RSA and the new one EC: comparing moduli would not do.
  newKey("old.key", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
  openssl(
    "req",
    "-new",
    "-key",
    at("old.key"),
    "-subj",
    `/CN=${host}`,
    "-addext",
    `subjectAltName=DNS:${host}`,
    "-out",
    at("old.csr"),
  );
  newKey("stray.key", ...ec, "-aes256", "-pass", `pass:${passphrase}`);
  return {
    root: read("root.crt"),
    old: { ...signedBy("former", read("old.csr")), key: read("old.key") },
    strayKey: read("stray.key"),
    sign: (csr) => signedBy("present", csr),
  };
}
