import { X509Certificate as NodeCertificate } from "node:crypto";
import { X509Certificate as PeculiarCertificate, SubjectAlternativeNameExtension } from "@peculiar/x509";
import { parseCertificate } from "../../shared/certificate/parse-certificate.ts";
import { createAuthority } from "../support/authority/authority.ts";
import { formatTable, wrap } from "./format-table.ts";
import type { Measurement } from "./measurement.ts";
import { median } from "./statistics.ts";

const day = 86_400_000;
const batches = 25;
/** Long enough that the clock's own steps do not count. */
const batchMs = 8;

/** The facts of which every reader must say the same: it is the same work. */
interface Facts {
  readonly notAfter: number;
  readonly names: number;
}

/** Each reads validity, serial number, both distinguished names, the alternative names and the kind of key. */
const readers: readonly { readonly name: string; read(der: Uint8Array): Facts }[] = [
  {
    name: "NotAfter",
    read: (der) => {
      const parsed = parseCertificate(der);
      if (!parsed.ok) throw new Error(parsed.problem.code);
      return { notAfter: parsed.value.notAfter, names: parsed.value.alternativeNames.length };
    },
  },
  {
    name: "@peculiar/x509",
    read: (der) => {
      const one = new PeculiarCertificate(Uint8Array.from(der));
      const names = one.getExtension(SubjectAlternativeNameExtension)?.names.items.length ?? 0;
      touch(one.notBefore, one.serialNumber, one.subject, one.issuer, one.publicKey.algorithm);
      return { notAfter: one.notAfter.getTime(), names };
    },
  },
  {
    name: "Node X509Certificate",
    read: (der) => {
      const one = new NodeCertificate(der);
      touch(one.validFrom, one.serialNumber, one.subject, one.issuer, one.publicKey.asymmetricKeyDetails);
      return { notAfter: Date.parse(one.validTo), names: one.subjectAltName?.split(", ").length ?? 0 };
    },
  },
];

let touched = 0;
/** Keeps the compiler from leaving out what nobody uses. */
function touch(...values: readonly unknown[]): void {
  for (const value of values) if (value !== undefined) touched += 1;
}

export const certificateParser: Measurement = {
  name: "parser",
  title: "Reading a certificate (µs)",
  run: async () => {
    const authority = await createAuthority();
    const now = Date.now();
    const leaf = (count: number, key: "ec-p256" | "rsa-2048") =>
      authority.issue({
        names: Array.from({ length: count }, (_, index) => `www${index}.shop.example`),
        notBefore: now - day,
        notAfter: now + 90 * day,
        key,
      });
    const certificates = [
      { what: "P-256, 2 names", der: (await leaf(2, "ec-p256")).der },
      { what: "RSA 2048, 2 names", der: (await leaf(2, "rsa-2048")).der },
      { what: "P-256, 100 names", der: (await leaf(100, "ec-p256")).der },
    ];
    const rows = certificates.map(({ what, der }) => ({ what, bytes: der.length, times: measure(der) }));
    const head = [
      "certificate",
      "bytes",
      ...readers.flatMap(({ name }, index) => (index === 0 ? [name] : [name, "ratio"])),
    ];
    const cells = rows.map(({ what, bytes, times }) => {
      const [ours = Number.NaN] = times;
      return [
        what,
        String(bytes),
        ...times.flatMap((time, index) =>
          index === 0 ? [time.toFixed(1)] : [time.toFixed(1), `×${(time / ours).toFixed(1)}`],
        ),
      ];
    });
    const note =
      `Medians of ${batches} batches in turns, in Node, whose engine is Chromium's; the ratio is to ours. Each reads the validity, ` +
      "serial number, both names, the alternative names and the kind of key, and all must agree on them.";
    return {
      lines: [...formatTable(head, cells), ...wrap(note)],
      json: { readers: readers.map(({ name }) => name), rows, touched },
    };
  },
};

/** Microseconds of one reading, in the order of the readers. */
function measure(der: Uint8Array): readonly number[] {
  const told = readers.map(({ read }) => JSON.stringify(read(der)));
  if (new Set(told).size !== 1) throw new Error(`The readers disagree: ${told.join(" ")}`);
  const counts = readers.map(({ read }) => {
    const start = performance.now();
    let count = 0;
    // Also the warm-up: some hundred readings for the compiler to see.
    while (performance.now() - start < 12 * batchMs || count < 300) {
      read(der);
      count += 1;
    }
    return Math.ceil((count / (performance.now() - start)) * batchMs);
  });
  const times = readers.map((): number[] => []);
  for (let batch = 0; batch < batches; batch += 1) {
    for (const [index, { read }] of readers.entries()) {
      const count = counts[index] ?? 1;
      const start = performance.now();
      for (let one = 0; one < count; one += 1) read(der);
      times[index]?.push(((performance.now() - start) * 1000) / count);
    }
  }
  return times.map(median);
}
