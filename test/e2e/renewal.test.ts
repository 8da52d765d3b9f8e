import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passphraseTexts } from "../../extension/src/ui/messages/en/passphrase.ts";
import { renewalTexts as texts } from "../../extension/src/ui/messages/en/renewal.ts";
import { demoPassphrase, doMainJob } from "../demo/main-job.ts";
import type { TestBrowser } from "../support/browsers/launch.ts";
import { builds } from "../support/build.ts";
import { output, run, temporaryFolder } from "../support/program.ts";
import { type StaticServer, serveDirectory } from "../support/static-server.ts";
import { until } from "../support/until.ts";
import { day, hour, type Stage, setStage } from "./stage.ts";

const host = "www.shop.example";
const names = [host, "shop.example", "xn--bcher-kva.example", "*.api.shop.example", "192.0.2.7"];

let stage: Stage;
let helpCenter: StaticServer;

beforeAll(async () => {
  stage = await setStage();
  helpCenter = await serveDirectory(builds.site);
  await stage.serve([
    { host, certificate: await stage.certificate(host, { behind: 180 * day, ahead: 20 * day + hour }, { names }) },
    {
      host: "acme.example",
      certificate: await stage.certificate(
        "acme.example",
        { behind: 60 * day, ahead: 30 * day },
        { issuer: "C=US, O=Let's Encrypt, CN=E8" },
      ),
    },
    {
      host: "unknown.example",
      certificate: await stage.certificate(
        "unknown.example",
        { behind: 60 * day, ahead: 30 * day },
        { issuer: "C=ZZ, O=Nobody Knows, CN=Nobody Knows CA 1" },
      ),
    },
  ]);
});
afterAll(async () => {
  await stage.close();
  await helpCenter.close();
});

const button = (page: Page, name: string) =>
  page.locator(`::-p-aria([name=${JSON.stringify(name)}][role="button"])`).setTimeout(15_000);
const step = (page: Page, name: string) => page.locator(`[data-step=${name}]`).wait();
const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Goes on with what is prefilled, to the step of the passphrase. */
async function toPassphrase(page: Page): Promise<void> {
  for (const name of ["route", "names", "key"]) {
    await step(page, name);
    await button(page, texts.next).click();
  }
  await step(page, "passphrase");
}

async function typePassphrases(page: Page, ...passphrases: readonly string[]): Promise<void> {
  const fields = await page.$$("[data-step=passphrase] input[type=password]");
  expect(fields.length).toBe(passphrases.length);
  for (const [at, field] of fields.entries()) {
    await field.click({ count: 3 });
    await field.type(passphrases[at] ?? "");
  }
}

const openRenewal = (browser: TestBrowser, site = host): Promise<Page> =>
  browser.extensionPage(`tabs/renewal.html#origin=${encodeURIComponent(`https://${site}`)}`);

describe.each(["chromium", "firefox"] as const)("renewing in %s", (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await stage.browser(kind);
    for (const site of [host, "acme.example", "unknown.example"]) {
      const page = await browser.open(`https://${site}/`);
      await browser.badgeOnce(page, (badge) => /^\d+$/.test(badge.text));
      await page.close();
    }
  });
  afterAll(() => browser.close());

  it("goes from the badge to files that OpenSSL takes, and to the personalised guide", async () => {
    await browser.inExtension(async (address) => {
      await chrome.storage.local.set({ settings: { helpCenter: address } });
    }, `${helpCenter.origin}/`);
    const page = await browser.open(`https://${host}/`);
    await browser.badgeOnce(page, (badge) => badge.text === "20");
    const asked = helpCenter.requests.length;
    const pictures = await temporaryFolder();
    const job = await doMainJob(browser, page, pictures.path);

    const files = await temporaryFolder();
    const [request, key, passphrase, wrong] = [
      await files.write("request.csr", job.request),
      await files.write("request.key", job.key),
      await files.write("passphrase", demoPassphrase),
      await files.write("wrong", "another passphrase"),
    ];
    expect(job.key).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    const read = await run("openssl", ["req", "-in", request, "-verify", "-noout", "-text"]);
    expect(read.status, read.stderr).toBe(0);
    expect(read.stderr).toMatch(/verify OK/i);
    for (const name of names) expect(read.stdout).toContain(name);
    expect(read.stdout.match(/DNS:|IP Address:/g)?.length).toBe(names.length);
    const ofRequest = await output("openssl", ["req", "-in", request, "-noout", "-pubkey"]);
    const ofKey = await output("openssl", ["pkey", "-in", key, "-passin", `file:${passphrase}`, "-pubout"]);
    expect(ofKey).toBe(ofRequest);
    expect((await run("openssl", ["pkey", "-in", key, "-passin", `file:${wrong}`, "-noout"])).status).not.toBe(0);

    // The guide shows the domain; its server was asked for the page and never heard the name.
    const seen = helpCenter.requests.slice(asked);
    expect(seen.some(({ url }) => url.includes("/install"))).toBe(true);
    expect(JSON.stringify(seen)).not.toContain("shop.example");

    // Neither the key nor the passphrase is kept anywhere.
    const stored = JSON.stringify(await browser.storage());
    const keyBody = job.key.split("\n")[3] ?? "";
    expect(keyBody.length).toBeGreaterThan(40);
    expect(stored).not.toContain(keyBody);
    expect(stored).not.toContain(demoPassphrase);
    await pictures.remove();
    await files.remove();
  });

  it("stops at a passphrase that is not repeated, and nothing is made", async () => {
    const page = await openRenewal(browser);
    await toPassphrase(page);
    await typePassphrases(page, demoPassphrase, `${demoPassphrase} `);
    await button(page, texts.make).click();
    await until("the message", async () => (await text(page)).includes(passphraseTexts.problems.mismatch));
    expect(await page.$("[data-step=save]")).toBeNull();
    await typePassphrases(page, demoPassphrase, demoPassphrase);
    await button(page, texts.make).click();
    await step(page, "save");
    await close(page);
  });

  it("copies the request and opens the authority, but not before the key is saved", async () => {
    const page = await openRenewal(browser);
    await toPassphrase(page);
    await typePassphrases(page, demoPassphrase, demoPassphrase);
    await button(page, texts.make).click();
    await step(page, "save");
    await button(page, texts.next).click();
    await step(page, "order");
    await page.locator("[data-action=order]").click();
    await until("the warning", async () => (await text(page)).includes(texts.orderKeyFirst));
    await button(page, texts.saveKey(`${host}.key`)).click();
    await page.locator("[data-action=order]").click();
    const opened = await browser.pageAt((url) => url.hostname === "sectigo.com" || url.href.includes("sectigo.com"));
    const pasted = await browser.clipboard();
    expect(pasted).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/);
    await opened.close();
    const files = await temporaryFolder();
    await output("openssl", ["req", "-in", await files.write("pasted.csr", pasted), "-verify", "-noout"]);
    await files.remove();
    await page.close();
  });

  it("shows the request when the clipboard is denied, and opens nothing", async () => {
    const page = await openRenewal(browser);
    await toPassphrase(page);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    });
    await typePassphrases(page, demoPassphrase, demoPassphrase);
    await button(page, texts.make).click();
    await step(page, "save");
    await button(page, texts.saveKey(`${host}.key`)).click();
    await button(page, texts.next).click();
    await step(page, "order");
    await page.locator("[data-action=order]").click();
    await until("the message", async () => (await text(page)).includes(texts.orderNoClipboard.denied));
    const selected = await until("the selection", () =>
      page.evaluate(() => {
        const area = document.activeElement;
        return area instanceof HTMLTextAreaElement && area.value.slice(area.selectionStart, area.selectionEnd);
      }),
    );
    expect(selected).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----[\s\S]+-----END CERTIFICATE REQUEST-----\s*$/);
    await button(page, texts.openPage).wait();
    await page.close();
  });

  it("says of an automated authority that it is, and still lets the user go on", async () => {
    const page = await openRenewal(browser, "acme.example");
    await step(page, "route");
    await until("the route", async () => (await text(page)).includes("is automated"));
    await button(page, texts.anyway).wait();
    await page.close();
  });

  it("has a useful page for an issuer that nobody knows", async () => {
    const page = await openRenewal(browser, "unknown.example");
    await step(page, "route");
    const shown = await until("the steps", async () => {
      const now = await text(page);
      return now.includes("Nobody Knows CA 1") ? now : undefined;
    });
    expect(shown).toMatch(/\n\s*1\s*\n/);
    await page.close();
  });

  it("takes names by hand where nothing is known, and says which it does not take", async () => {
    const page = await browser.extensionPage("tabs/renewal.html");
    await step(page, "route");
    await button(page, texts.next).click();
    await step(page, "names");
    await page.locator("[data-step=names] textarea").fill("bücher.example, *.x.example $(reboot) under_score.example");
    await button(page, texts.addButton).click();
    const shown = await until("the names", async () => {
      const now = await text(page);
      return now.includes("xn--bcher-kva.example") ? now : undefined;
    });
    expect(shown).toContain("*.x.example");
    expect(shown).toContain(texts.nameProblems.underscore);
    expect(shown).toContain("$(reboot)");
    await page.close();
  });
});

describe("a certificate whose chain ends in a root that the user added", () => {
  it("is told apart in Firefox, and no authority is offered for it", async () => {
    const browser = await stage.browser("firefox", { privateAuthority: true });
    const site = await browser.open(`https://${host}/`);
    await browser.badgeOnce(site, (badge) => badge.text === "20");
    const page = await openRenewal(browser);
    await step(page, "route");
    const shown = await until("the advice", async () => {
      const now = await text(page);
      return /private/i.test(now) ? now : undefined;
    });
    expect(shown).not.toContain("renews it on order");
    expect(await page.$("[data-action=order]")).toBeNull();
    await browser.close();
  });
});

/** Closes a page that would ask whether to leave: its key is not saved, and here that is meant. */
async function close(page: Page): Promise<void> {
  await page.close({ runBeforeUnload: false });
}
