import { createAuthority, type LeafWish, type TestAuthority } from "../support/authority/authority.ts";
import type { SiteCertificate } from "../support/authority/site-certificate.ts";
import { type BrowserKind, type LaunchWish, launchBrowser, type TestBrowser } from "../support/browsers/launch.ts";
import { ensureBuilt, grantedCopy } from "../support/build.ts";
import { type Site, type Sites, type SiteWish, startSites } from "../support/sites/sites.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** The certificate of a test site by its place in time: days of validity behind and milliseconds ahead of now. */
export interface Life {
  readonly behind: number;
  readonly ahead: number;
}

export interface Stage {
  readonly authority: TestAuthority;
  /** Issues a leaf for the host with so much of its life behind and ahead, in milliseconds from now. */
  certificate(host: string, life: Life, more?: Partial<LeafWish>): Promise<SiteCertificate>;
  /** Starts sites; the first call's shared port is what browsers see as 443. */
  serve(wishes: readonly SiteWish[]): Promise<readonly Site[]>;
  browser(kind: BrowserKind, wish?: Partial<LaunchWish>): Promise<TestBrowser>;
  close(): Promise<void>;
}

/** An authority, its sites and the browsers with the built extension; one `close` ends all of them. */
export async function setStage(): Promise<Stage> {
  const builds = await ensureBuilt();
  const authority = await createAuthority();
  const open: { close(): Promise<void> }[] = [];
  let shared: Sites | undefined;
  return {
    authority,
    certificate: (host, { behind, ahead }, more) =>
      authority.issue({ names: [host], notBefore: Date.now() - behind, notAfter: Date.now() + ahead, ...more }),
    serve: async (wishes) => {
      const sites = await startSites(wishes);
      open.push(sites);
      shared ??= sites;
      return sites.sites;
    },
    browser: async (kind, wish = {}) => {
      const browser = await launchBrowser({
        kind,
        extensionDirectory: await grantedCopy(builds[kind]),
        trustedAuthority: authority.rootPem,
        securityInfoFlag: true,
        ...(shared !== undefined && { httpsPort: shared.httpsPort }),
        ...wish,
      });
      open.push(browser);
      return browser;
    },
    close: async () => {
      for (const one of open.reverse()) await one.close();
    },
  };
}
