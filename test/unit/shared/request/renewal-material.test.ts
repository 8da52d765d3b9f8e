import { describe, expect, it, test } from "vitest";
import { decryptPrivateKey, encryptPrivateKey } from "../../../../shared/keystore/encrypted-private-key.ts";
import {
  generateKeyPair,
  isKeyChoice,
  keyChoiceLike,
  keyChoices,
  keyParameters,
} from "../../../../shared/request/key-parameters.ts";
import { proveKeyPair } from "../../../../shared/request/prove-key-pair.ts";
import {
  makeRenewalMaterial,
  type RenewalMaterialStep,
  renewalMaterialSteps,
} from "../../../../shared/request/renewal-material.ts";

const names = [{ kind: "dns", value: "*.example.com" }] as const;
const passphrase = "three words and 7";

/** WebCrypto with one operation replaced. */
function cryptoWith(name: keyof SubtleCrypto, replacement: (...values: never[]) => unknown, base = crypto): Crypto {
  const subtle = new Proxy(base.subtle, {
    get: (target, key) => (key === name ? replacement : Reflect.get(target, key, target).bind(target)),
  });
  return new Proxy(base, {
    get: (target, key) => (key === "subtle" ? subtle : Reflect.get(target, key, target).bind(target)),
  });
}

describe("the material of a renewal", () => {
  it("is a request, an encrypted key and their names, made in four steps", async () => {
    const steps: RenewalMaterialStep[] = [];
    const made = await makeRenewalMaterial({
      names,
      choice: "ec-p256",
      passphrase,
      crypto,
      onStep: (step) => steps.push(step),
    });
    expect(steps).toEqual(renewalMaterialSteps);
    expect(made).toEqual({
      ok: true,
      value: {
        requestPem: expect.stringMatching(/^-----BEGIN CERTIFICATE REQUEST-----/),
        encryptedKeyPem: expect.stringMatching(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/),
        spkiSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        files: { key: "wildcard.example.com.key", request: "wildcard.example.com.csr" },
      },
    });
    expect(made.ok && (await decryptPrivateKey(made.value.encryptedKeyPem, passphrase, crypto)).ok).toBe(true);
  });

  it("has a new key every time", async () => {
    const order = { names, choice: "ec-p256", passphrase, crypto } as const;
    const made = await Promise.all([makeRenewalMaterial(order), makeRenewalMaterial(order)]);
    expect(new Set(made.map((material) => material.ok && material.value.spkiSha256)).size).toBe(2);
  });

  it("begins nothing without names or with a passphrase that cannot be used", async () => {
    const steps: RenewalMaterialStep[] = [];
    const order = {
      names,
      choice: "ec-p256",
      passphrase,
      crypto,
      onStep: (step: RenewalMaterialStep) => steps.push(step),
    } as const;
    expect(await makeRenewalMaterial({ ...order, names: [] })).toEqual({ ok: false, problem: { code: "no-names" } });
    expect(await makeRenewalMaterial({ ...order, passphrase: "short" })).toEqual({
      ok: false,
      problem: { code: "passphrase", problem: { code: "too-short" } },
    });
    expect(steps).toEqual([]);
  });

  test.each<[keyof SubtleCrypto, RenewalMaterialStep]>([
    ["generateKey", "generating-key"],
    ["sign", "building-request"],
    ["encrypt", "encrypting-key"],
  ])("when %s fails, tells the step and nothing else", async (operation, step) => {
    const broken = cryptoWith(operation, () =>
      Promise.reject(new DOMException("with a secret in it", "OperationError")),
    );
    const made = await makeRenewalMaterial({ names, choice: "ec-p256", passphrase, crypto: broken });
    expect(made).toEqual({ ok: false, problem: { code: "crypto-failed", step, reason: "OperationError" } });
  });

  it("overwrites the private key's bytes after they are encrypted, and when that fails", async () => {
    const exported: ArrayBuffer[] = [];
    const recording = cryptoWith("exportKey", async (format: KeyFormat, key: CryptoKey) => {
      const bytes = await crypto.subtle.exportKey(format, key);
      if (format === "pkcs8" && bytes instanceof ArrayBuffer) exported.push(bytes);
      return bytes;
    });
    const failing = cryptoWith("encrypt", () => Promise.reject(new Error()), recording);
    expect((await makeRenewalMaterial({ names, choice: "ec-p256", passphrase, crypto: recording })).ok).toBe(true);
    expect((await makeRenewalMaterial({ names, choice: "ec-p256", passphrase, crypto: failing })).ok).toBe(false);
    expect(exported.map((bytes) => new Uint8Array(bytes).every((byte) => byte === 0))).toEqual([true, true]);
  });

  it("is not handed out when the encrypted key turns out to be another's", async () => {
    const other = await generateKeyPair("ec-p256", crypto);
    const swapped = cryptoWith("exportKey", (format: KeyFormat, key: CryptoKey) =>
      crypto.subtle.exportKey(format, format === "pkcs8" ? other.privateKey : key),
    );
    const made = await makeRenewalMaterial({ names, choice: "ec-p256", passphrase, crypto: swapped });
    expect(made).toEqual({ ok: false, problem: { code: "not-proven" } });
  });
});

test.each(keyChoices)("a key %s is proven by its own request's key alone, with its own passphrase", async (choice) => {
  const keys = await generateKeyPair(choice, crypto);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  const encryptedKeyPem = await encryptPrivateKey({ pkcs8, passphrase, crypto, iterations: 1000 });
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", keys.publicKey));
  const otherKeys = await generateKeyPair("ec-p256", crypto);
  const otherSpki = new Uint8Array(await crypto.subtle.exportKey("spki", otherKeys.publicKey));
  const claim = { encryptedKeyPem, passphrase, spki, choice, crypto };
  expect(await proveKeyPair(claim)).toBe(true);
  expect(await proveKeyPair({ ...claim, spki: otherSpki })).toBe(false);
  expect(await proveKeyPair({ ...claim, passphrase: `${passphrase}x` })).toBe(false);
  expect(await proveKeyPair({ ...claim, encryptedKeyPem: "" })).toBe(false);
});

describe("the keys on offer", () => {
  it("are all in the chooser, and nothing else is a choice", () => {
    expect([...keyChoices].sort()).toEqual(Object.keys(keyParameters).sort());
    expect(["ec-p256", "rsa-1024", "toString", ""].map(isKeyChoice)).toEqual([true, false, false, false]);
  });

  test.each([
    [{ algorithm: "ec", bits: 256, curve: "P-256" }, "ec-p256"],
    [{ algorithm: "rsa", bits: 3072 }, "rsa-3072"],
    [{ algorithm: "rsa", bits: 1024 }, undefined],
    [{ algorithm: "ec", bits: 384, curve: "P-384" }, undefined],
    [{ algorithm: "ed25519", bits: 255 }, undefined],
  ] as const)("like %j: %s", (key, choice) => expect(keyChoiceLike(key)).toBe(choice));
});
