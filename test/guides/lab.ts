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
  newKey("intermediate.key", ...ec);
  openssl(
    "req",
    "-new",
    "-key",
    at("intermediate.key"),
    "-subj",
    "/CN=Lab Intermediate",
    "-out",
    at("intermediate.csr"),
  );
  writeFileSync(
    at("intermediate.ext"),
    "basicConstraints=critical,CA:true,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n",
  );
  openssl(
    "x509",
    "-req",
    "-in",
    at("intermediate.csr"),
    "-CA",
    at("root.crt"),
    "-CAkey",
    at("root.key"),
    "-days",
    "30",
    "-extfile",
    at("intermediate.ext"),
    "-out",
    at("intermediate.crt"),
  );
  copyFileSync(
    at("root.crt"),
    join("/etc/ssl/certs", `${openssl("x509", "-in", at("root.crt"), "-noout", "-hash").trim()}.0`),
  );

  const sign = (csr: string): Issued => {
    writeFileSync(at("leaf.ext"), "basicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth\n");
    writeFileSync(at("leaf.csr"), csr);
    openssl(
      "x509",
      "-req",
      "-in",
      at("leaf.csr"),
      "-CA",
      at("intermediate.crt"),
      "-CAkey",
      at("intermediate.key"),
      "-days",
      "20",
      "-copy_extensions",
      "copy",
      "-extfile",
      at("leaf.ext"),
      "-out",
      at("leaf.crt"),
    );
    const [leaf, intermediates] = [read("leaf.crt"), read("intermediate.crt")];
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
    old: { ...sign(read("old.csr")), key: read("old.key") },
    strayKey: read("stray.key"),
    sign,
  };
}
