import fc from "fast-check";
import { addHosts } from "../../../../shared/watch/add-hosts.ts";
import type { SeenCertificate, WatchedHost } from "../../../../shared/watch/watched-host.ts";

export const day = 86_400_000;
export const now = Date.UTC(2026, 10, 22, 12);

/** A watched host with a certificate of so many days behind and ahead of `now`. */
export function watched(host: string, { behind = 100, ahead = 100, seen = {}, ...more }: HostWish = {}): WatchedHost {
  const [made] = addHosts([], [{ host, port: 443 }], now).changed;
  if (made === undefined) throw new Error("addHosts made nothing");
  const lastSeen: SeenCertificate = {
    sha256: sha256Like(host),
    notBefore: now - behind * day,
    notAfter: now + ahead * day,
    names: [host],
    trust: "trusted",
    via: "native-host",
    seenAt: now,
    faults: [],
    faultsOutside: [],
    ...seen,
  };
  return { ...made, lastSeen, ...more };
}

type HostWish = Partial<WatchedHost> & {
  readonly behind?: number;
  readonly ahead?: number;
  readonly seen?: Partial<SeenCertificate>;
};

/** 64 hexadecimal digits that are the same for the same text. */
export const sha256Like = (text: string): string => Buffer.from(text).toString("hex").padEnd(64, "0").slice(0, 64);

/** Text with everything that files trip over. */
export const hostileText = fc.oneof(
  fc.string({ maxLength: 30, unit: "binary" }),
  fc
    .array(fc.constantFrom('"', ",", ";", "=", "+", "-", "@", "'", "\t", "\r", "\n", "\\", "a", "é", "＝", "🦊", " "), {
      maxLength: 12,
    })
    .map((characters) => characters.join("")),
);

const time = fc.integer({ min: now - 1000 * day, max: now + 1000 * day });

export const anySeen: fc.Arbitrary<SeenCertificate> = fc
  .record({
    sha256: fc.constantFrom(sha256Like("one"), sha256Like("other")),
    dates: fc.option(fc.tuple(time, time)),
    names: fc.array(hostileText, { maxLength: 3 }),
    issuer: fc.array(fc.array(fc.record({ oid: fc.constant("2.5.4.10"), type: fc.constant("O"), value: hostileText }))),
    seenAt: time,
    refusal: hostileText,
  })
  .map(({ dates, refusal, ...rest }) => ({
    ...rest,
    ...(dates === null ? { undated: "broken" as const } : { notBefore: dates[0], notAfter: dates[1] }),
    trust: "refused" as const,
    via: "own-fetch" as const,
    faults: [{ code: "refused" as const, detail: refusal }],
    faultsOutside: [],
  }));

export const anyHost: fc.Arbitrary<WatchedHost> = fc
  .record({
    host: fc.oneof(fc.domain(), fc.ipV4(), fc.constant("[2001:db8::1]")),
    port: fc.integer({ min: 1, max: 65_535 }),
    starttls: fc.option(fc.constantFrom("smtp", "imap", "postgres"), { nil: undefined }),
    note: hostileText,
    owner: hostileText,
    tags: fc.array(hostileText, { maxLength: 4 }),
    thresholds: fc.option(fc.constant({ dueDays: 60, urgentDays: 14 }), { nil: undefined }),
    snoozedUntil: fc.option(time, { nil: undefined }),
    seen: fc.option(anySeen, { nil: undefined }),
  })
  .map(({ seen, starttls, thresholds, snoozedUntil, ...wish }) => {
    const [host] = addHosts(
      [],
      [
        {
          ...wish,
          host: wish.host.toLowerCase(),
          ...(starttls && { starttls }),
          ...(thresholds && { thresholds }),
          ...(snoozedUntil !== undefined && { snoozedUntil }),
        },
      ],
      now,
    ).changed;
    if (host === undefined) throw new Error("addHosts made nothing");
    return seen === undefined ? host : { ...host, lastSeen: seen };
  });

/** Ten thousand hosts of a thousand domains, their ends all over the year. */
export const manyHosts = (count: number): readonly WatchedHost[] =>
  Array.from({ length: count }, (_, index) =>
    watched(`www${index}.domain${index % 1000}.example`, {
      ahead: ((index * 7919) % 400) - 10,
      owner: `Team ${index % 17}`,
      note: index % 5 === 0 ? "Behind the load balancer, ask Jörg" : "",
      tags: index % 3 === 0 ? ["shop", "eu"] : ["internal"],
      seen: {
        sha256: index.toString(16).padStart(64, "0"),
        issuer: [[{ oid: "2.5.4.10", type: "O", value: `Authority ${index % 23}` }]],
        names: [`www${index}.domain${index % 1000}.example`, `domain${index % 1000}.example`],
      },
    }),
  );
