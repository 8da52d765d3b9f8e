import { expect, it, test } from "vitest";
import { sha1 } from "../../../../../shared/keystore/digest/sha1.ts";
import { EncryptionError } from "../../../../../shared/keystore/encryption/encryption-error.ts";
import { passwordForms } from "../../../../../shared/keystore/encryption/password-forms.ts";
import { pkcs12Key } from "../../../../../shared/keystore/encryption/pkcs12-key.ts";
import { Work } from "../../../../../shared/keystore/encryption/work.ts";

const password = (text: string) => passwordForms(text).wide[0] ?? new Uint8Array();

// The vectors that S. Henson made for implementers of PKCS#12, as OpenSSL and Bouncy Castle keep them.
test.each([
  ["smeg", "key", "0a58cf64530d823f", 1, "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3"],
  ["smeg", "iv", "0a58cf64530d823f", 1, "79993dfe048d3b76"],
  ["smeg", "key", "642b99ab44fb4b1f", 1, "f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966"],
  ["smeg", "iv", "642b99ab44fb4b1f", 1, "c0a38d64a79bea1d"],
  ["smeg", "mac", "3d83c0e4546ac140", 1, "8d967d88f6caa9d714800ab3d48051d63f73a312"],
  ["queeg", "key", "05dec959acff72f7", 1000, "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4"],
  ["queeg", "iv", "05dec959acff72f7", 1000, "11dedad7758d4860"],
  ["queeg", "mac", "263216fcc2fab31c", 1000, "5ec4c7a80df652294c3925b6489a7ab857c83476"],
] as const)("%s as %s with salt %s, %i rounds", async (text, purpose, salt, iterations, expected) => {
  const order = {
    digest: sha1,
    purpose,
    password: password(text),
    salt: Buffer.from(salt, "hex"),
    iterations,
    bytes: expected.length / 2,
  };
  expect(Buffer.from(await pkcs12Key(order, { crypto, work: new Work() })).toString("hex")).toBe(expected);
});

it("comes out the same when the page has had its turn in between", async () => {
  const order = {
    digest: sha1,
    purpose: "mac",
    password: password("smeg"),
    salt: Buffer.from("salt"),
    bytes: 20,
  } as const;
  const long = await pkcs12Key({ ...order, iterations: 40_000 }, { crypto, work: new Work() });
  const first = await pkcs12Key({ ...order, iterations: 1 }, { crypto, work: new Work() });
  expect(long).toEqual(sha1.again(first, 39_999));
});

it("refuses what costs more than is left, before it begins", async () => {
  const order = {
    digest: sha1,
    purpose: "key",
    password: password("smeg"),
    salt: new Uint8Array(8),
    bytes: 24,
  } as const;
  const derived = pkcs12Key({ ...order, iterations: 2 ** 31 }, { crypto, work: new Work() });
  await expect(derived).rejects.toEqual(new EncryptionError({ code: "too-much-work" }));
});

it.each([
  ["", ["0000", ""], [""]],
  ["ab", ["006100620000"], ["6162", "006100620000"]],
  [
    "é",
    ["00e90000", "006503010000", "00c300a90000", "0065 00cc00810000".replace(" ", "")],
    ["c3a9", "65cc81", "e9", "00e90000", "006503010000"],
  ],
  ["🦊", ["d83edd8a0000", "00f0009f00a6008a0000"], ["f09fa68a", "d83edd8a0000"]],
])("%j is tried in the forms of the standards first, then in those of other programs", (text, wide, octets) => {
  const forms = passwordForms(text);
  const hex = (all: readonly Uint8Array[]) => all.map((bytes) => Buffer.from(bytes).toString("hex"));
  expect(hex(forms.wide)).toEqual(wide);
  expect(hex(forms.octets).slice(0, octets.length)).toEqual(octets);
});
