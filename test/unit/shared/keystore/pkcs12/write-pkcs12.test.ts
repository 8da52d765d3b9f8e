import { describe, expect, it, test } from "vitest";
import {
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from "../../../../../shared/keystore/der-writer.ts";
import { readPkcs12 } from "../../../../../shared/keystore/pkcs12/read-pkcs12.ts";
import { type WritePkcs12Order, writePkcs12 } from "../../../../../shared/keystore/pkcs12/write-pkcs12.ts";

const [leaf, issuer] = [sequence(octetString(Buffer.from("leaf"))), sequence(octetString(Buffer.from("issuer")))];
const secret = Buffer.from("the secret scalar");
const pkcs8 = sequence(integer(0), sequence(objectIdentifier("1.3.101.112"), nullValue()), octetString(secret));
const order = {
  pkcs8,
  certificates: [leaf, issuer],
  friendlyName: "www ☺",
  passphrase: "three words",
  crypto,
  iterations: 50,
};

describe.each(["modern", "compatible"] as const)("a %s file", (protection) => {
  const write = (changes: Partial<WritePkcs12Order> = {}) => writePkcs12({ ...order, protection, ...changes });

  it("holds what was put in, in its order, and the key with its certificate", async () => {
    const opened = await readPkcs12(await write(), "three words");
    const localKeyId = expect.stringMatching(/^[0-9a-f]{40}$/);
    expect(opened).toEqual({
      ok: true,
      value: {
        certificates: [{ der: leaf, friendlyName: "www ☺", localKeyId }, { der: issuer }],
        keys: [{ pkcs8, friendlyName: "www ☺", localKeyId }],
        unopenedKeys: [],
        sealed: true,
      },
    });
    if (opened.ok) expect(opened.value.keys[0]?.localKeyId).toBe(opened.value.certificates[0]?.localKeyId);
  });

  it("may be without a key, or without a name", async () => {
    const { pkcs8: _key, friendlyName: _name, ...bare } = order;
    const opened = await readPkcs12(await writePkcs12({ ...bare, protection }), "three words");
    expect(opened).toMatchObject({ ok: true, value: { certificates: [{ der: leaf }, { der: issuer }], keys: [] } });
    if (opened.ok) expect(opened.value.certificates[0]).toEqual({ der: leaf });
  });

  it("opens with nothing but its passphrase, and is damaged where a bit has changed", async () => {
    const file = await write();
    expect(await readPkcs12(file, "three wordS")).toEqual({ ok: false, problem: { code: "wrong-passphrase" } });
    const at = file.length - 150;
    file[at] = (file[at] ?? 0) ^ 1;
    expect((await readPkcs12(file, "three words")).ok).toBe(false);
  });

  it("is another every time, and holds nothing in the clear", async () => {
    const [one, other] = [await write(), await write()];
    expect(Buffer.from(one).equals(other)).toBe(false);
    for (const plain of [secret, Buffer.from("leaf")]) expect(Buffer.from(one).includes(plain)).toBe(false);
  });

  test.each(["", "grüne Birnen", "gru\u0308ne Birnen", "seven 🦊 foxes"])(
    "opens with the passphrase %j",
    async (passphrase) => {
      expect((await readPkcs12(await write({ passphrase }), passphrase)).ok).toBe(true);
      expect((await readPkcs12(await write({ passphrase }), passphrase.normalize("NFC"))).ok).toBe(true);
    },
  );
});
