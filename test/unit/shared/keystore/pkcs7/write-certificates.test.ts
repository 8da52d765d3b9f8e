import fc from "fast-check";
import { expect, it } from "vitest";
import { octetString, sequence } from "../../../../../shared/keystore/der-writer.ts";
import { readPkcs7Certificates } from "../../../../../shared/keystore/pkcs7/read-certificates.ts";
import { writePkcs7Certificates, writePkcs7Pem } from "../../../../../shared/keystore/pkcs7/write-certificates.ts";

const certificate = fc.uint8Array({ maxLength: 300 }).map((bytes) => sequence(octetString(bytes)));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

it("holds the certificates that were put in, in the order of DER whatever theirs was", () => {
  const some = fc.uniqueArray(certificate, { minLength: 1, maxLength: 6, selector: hex });
  fc.assert(
    fc.property(some, (certificates) => {
      const file = writePkcs7Certificates(certificates);
      const found = readPkcs7Certificates(file);
      expect(found.ok && found.value.map(hex).sort()).toEqual(certificates.map(hex).sort());
      expect(hex(writePkcs7Certificates([...certificates].reverse()))).toBe(hex(file));
      expect(readPkcs7Certificates(Buffer.from(writePkcs7Pem(certificates)))).toEqual(found);
    }),
  );
});

it("is a file without certificates where none were put in", () => {
  expect(readPkcs7Certificates(writePkcs7Certificates([]))).toEqual({
    ok: false,
    problem: { code: "no-certificates" },
  });
});
