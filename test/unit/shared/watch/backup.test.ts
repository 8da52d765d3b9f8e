import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decryptBackup, encryptBackup } from "../../../../shared/watch/backup.ts";
import { readBackupContent, writeBackupContent } from "../../../../shared/watch/backup-content.ts";
import { hostileText } from "./watched-hosts.ts";

const quick = 10;
const passphrase = "three words and 7";
const opened = (file: Uint8Array, word = passphrase) => decryptBackup(file, word, crypto);
const sealed = (text: string) => encryptBackup(text, passphrase, crypto, quick);

/** The file with its checksum made to fit again, as someone does who changes it on purpose. */
async function resealed(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return new Uint8Array([...body, ...sum]);
}

describe("an encrypted backup", () => {
  it("opens with its passphrase, typed composed or not, and holds nothing readable", async () => {
    const file = await encryptBackup("www.example.com", "grüne Birnen", crypto, quick);
    expect(await opened(file, "gru\u0308ne Birnen")).toEqual({ ok: true, value: "www.example.com" });
    expect(Buffer.from(file).toString("latin1")).not.toContain("example");
  });

  it("is another file every time", async () => {
    expect(await sealed("x")).not.toEqual(await sealed("x"));
  });

  it("asks 600,000 rounds of whoever guesses", async () => {
    const file = await encryptBackup("x", passphrase, crypto);
    expect(Buffer.from(file).toString("latin1")).toContain('"iterations":600000');
    expect(await opened(file)).toEqual({ ok: true, value: "x" });
  });

  it("tells a wrong passphrase from damage, wherever the damage is", async () => {
    const file = await sealed("some text");
    expect(await opened(file, "another passphrase")).toEqual({ ok: false, problem: { code: "wrong-passphrase" } });
    for (let at = 0; at < file.length; at++) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      const read = await opened(damaged);
      expect(read.ok ? "opened" : read.problem.code).toMatch(/^(damaged|not-a-backup|future-version)$/);
    }
    for (const length of [file.length - 1, file.length - 33, 200, 40]) {
      const cut = await opened(file.slice(0, length));
      expect(cut.ok ? "opened" : cut.problem.code).toMatch(/^(damaged|not-a-backup)$/);
    }
  });

  it("does not open after a change on purpose, in the head or the text", async () => {
    const file = await sealed("some text");
    const body = file.slice(0, -32);
    const weaker = Buffer.from(
      Buffer.from(body).toString("latin1").replace('"iterations":10', '"iterations":9 '),
      "latin1",
    );
    expect(await opened(await resealed(new Uint8Array(weaker)))).toEqual({
      ok: false,
      problem: { code: "wrong-passphrase" },
    });
    body[body.length - 1] = (body[body.length - 1] ?? 0) ^ 1;
    expect(await opened(await resealed(body))).toMatchObject({ problem: { code: "wrong-passphrase" } });
  });

  it.each([
    ["nothing", "", "not-a-backup"],
    ["another file", '{"format":"other"}\n', "not-a-backup"],
    ["a newer version", '{"format":"notafter-backup","version":2}\n', "future-version"],
    ["rounds without end", '{"format":"notafter-backup","version":1,"iterations":1e15}\n', "damaged"],
  ])("is not %s", async (_, text, code) => {
    expect(await opened(new TextEncoder().encode(text))).toEqual({ ok: false, problem: { code } });
  });
});

describe("the content of a backup", () => {
  it("comes back as it went, bytes too", () => {
    const record = fc.record({ id: hostileText, leaf: fc.uint8Array({ maxLength: 50 }), at: fc.integer() });
    const stores = fc.dictionary(fc.constantFrom("hosts", "certificates"), fc.array(record, { maxLength: 4 }));
    fc.assert(
      fc.property(stores, (all) => {
        const content = { schema: 2, stores: { ...all } };
        expect(readBackupContent(writeBackupContent(content))).toEqual(content);
      }),
    );
  });

  it.each(["", "1", "{}", '{"schema":0,"stores":{}}', '{"schema":1}', '{"schema":1,"stores":{"hosts":5}}'])(
    "is not %j",
    (text) => {
      expect(readBackupContent(text)).toBeUndefined();
    },
  );
});
