import type { TestAuthority } from "../support/authority/authority.ts";
import type { SiteWish } from "../support/sites/sites.ts";
import type { DemoVisit } from "./visit.ts";

const hour = 3_600_000;
const day = 24 * hour;

interface DemoSite {
  readonly host: string;
  readonly what: string;
  /** Milliseconds before and after the start of the demo. */
  readonly since: number;
  readonly left: number;
  /** What the badge must show, for as long as the demo may take. */
  readonly badge: string;
  readonly selfSigned?: true;
}

/** Six certificates, one for each thing that a badge can say. The odd hours keep a badge still while the demo runs. */
export const demoSites: readonly DemoSite[] = [
  {
    host: "long-lived.example",
    what: "30 days into its 199",
    since: 30 * day,
    left: 168 * day + 6 * hour,
    badge: "168",
  },
  {
    host: "due.example",
    what: "less than a third of 90 days left",
    since: 66 * day,
    left: 23 * day + 6 * hour,
    badge: "23",
  },
  {
    host: "urgent.example",
    what: "less than a tenth of 90 days left",
    since: 85 * day,
    left: 4 * day + 6 * hour,
    badge: "4",
  },
  { host: "hours-left.example", what: "ends tomorrow", since: 88 * day, left: 31.5 * hour, badge: "31h" },
  { host: "expired.example", what: "ended two days ago", since: 92 * day, left: -2 * day, badge: "!" },
  {
    host: "self-signed.example",
    what: "signed by itself, trusted by nobody",
    since: day,
    left: 364 * day,
    badge: "!",
    selfSigned: true,
  },
];

/** The site on which the demo does the main job. */
export const dueHost = "due.example";

/** Has the demo's certificates issued, and says what each visit must show. `now` is epoch milliseconds. */
export async function mintDemoSites(
  authority: TestAuthority,
  now: number,
): Promise<{ wishes: SiteWish[]; visits: DemoVisit[]; trustedKeys: string[] }> {
  const wishes: SiteWish[] = [];
  const trustedKeys: string[] = [];
  for (const { host, since, left, selfSigned } of demoSites) {
    const leaf = { names: [host, `www.${host}`], notBefore: now - since, notAfter: now + left };
    const certificate = selfSigned === true ? await authority.selfSign(leaf) : await authority.issue(leaf);
    if (selfSigned !== true && left > 0) trustedKeys.push(certificate.spkiSha256);
    wishes.push({ host, certificate });
  }
  const visits = demoSites.map(({ host, what, badge }) => ({ url: `https://${host}/`, what, badge }));
  return { wishes, visits, trustedKeys };
}
