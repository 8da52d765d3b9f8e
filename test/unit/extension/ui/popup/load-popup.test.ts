import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SeenCertificate } from "../../../../../extension/src/description/seen-certificate.ts";
import { loadPopup } from "../../../../../extension/src/ui/popup/load-popup.ts";

const { askDescription, askObservation, certificateAccess, hostUse } = vi.hoisted(() => ({
  askDescription: vi.fn(),
  askObservation: vi.fn(),
  certificateAccess: vi.fn(),
  hostUse: vi.fn(),
}));
vi.mock("../../../../../extension/src/platform/messages.ts", () => ({ askDescription, askObservation }));
vi.mock("../../../../../extension/src/platform/capabilities.ts", () => ({ certificateAccess }));
vi.mock("../../../../../extension/src/sources/host-use.ts", () => ({ hostUse }));

const certificate: SeenCertificate = { level: "ok", short: "90", left: 1, reasons: [], via: "net-error", age: 0 };
const tab = (url: string, incognito = false) => ({ id: 3, url, incognito });

beforeEach(() => {
  askDescription.mockReset().mockResolvedValue(undefined);
  askObservation.mockReset().mockResolvedValue(undefined);
  certificateAccess.mockReset().mockResolvedValue("flag-off");
  hostUse.mockReset().mockResolvedValue("off");
});

describe("what the popup shows for a tab", () => {
  it.each([
    [undefined, "no-tab"],
    [tab("http://a.example/"), "not-https"],
    [tab("chrome://extensions/"), "browser-page"],
    [tab("about:blank"), "browser-page"],
  ])("has no certificate for %j: %s", async (given, why) => {
    expect(await loadPopup(given)).toEqual({ kind: "no-certificate", why });
    expect(askDescription).not.toHaveBeenCalled();
  });

  it("asks for the tab's origin, port included, and shows what it is told", async () => {
    askDescription.mockResolvedValue(certificate);
    const state = await loadPopup(tab("https://a.example:8443/path?secret", true));
    expect(askDescription).toHaveBeenCalledWith(3, "https://a.example:8443");
    expect(state).toMatchObject({ kind: "seen", privateWindow: true, certificate, site: { port: "8443" } });
  });

  it("says why nothing is known", async () => {
    expect(await loadPopup(tab("https://a.example/"))).toMatchObject({
      kind: "unknown",
      why: "flag-off",
      site: { host: "a.example" },
    });
  });

  it("tells how the companion program does", async () => {
    hostUse.mockResolvedValue("failing");
    expect(await loadPopup(tab("https://a.example/"))).toMatchObject({ kind: "unknown", host: "failing" });
  });

  it("asks why of this very page, which a private window's store does not hold", async () => {
    const here = { origin: "https://a.example", via: "chromium-security-info", seenAt: 1, trust: "not-told" };
    askObservation.mockResolvedValue(here);
    expect(await loadPopup(tab("https://a.example/", true))).toMatchObject({ kind: "unknown", privateWindow: true });
    expect(askObservation).toHaveBeenCalledWith(3, "https://a.example");
    expect(certificateAccess).toHaveBeenCalledWith(here);
  });

  it("knows no site where the browser hides the address", async () => {
    certificateAccess.mockResolvedValue("no-site-access");
    expect(await loadPopup(tab(""))).toEqual({
      kind: "unknown",
      why: "no-site-access",
      host: "off",
      privateWindow: false,
      refused: false,
    });
  });
});
