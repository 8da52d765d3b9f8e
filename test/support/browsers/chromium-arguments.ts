import type { LaunchWish } from "./test-browser.ts";

const testNames = ["*.test", "*.example"] as const;

/** Chromium's `--host-resolver-rules`: first match wins, a pattern may hold a port (net/base/host_mapping_rules.cc). */
export function hostRules({ httpsPort, network = "loopback" }: Pick<LaunchWish, "httpsPort" | "network">): string {
  const mapped =
    httpsPort === undefined || httpsPort === 443
      ? []
      : testNames.map((name) => `MAP ${name}:443 127.0.0.1:${httpsPort}`);
  const local = testNames.map((name) => `MAP ${name} 127.0.0.1`);
  const rest =
    network === "loopback" ? ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost", "EXCLUDE [::1]"] : [];
  return [...mapped, ...local, ...rest].join(",");
}

/** The command line beside puppeteer's own, which already turns off sync, first-run pages and background traffic. */
export function chromiumArguments(
  wish: LaunchWish,
  { root, trustsKeys }: { readonly root: boolean; readonly trustsKeys: boolean },
): string[] {
  return [
    `--host-resolver-rules=${hostRules(wish)}`,
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",
    "--no-default-browser-check",
    "--no-pings",
    // Chromium refuses its sandbox to root; nobody else goes without.
    ...(root ? ["--no-sandbox"] : []),
    ...(wish.securityInfoFlag === true ? ["--enable-features=WebRequestSecurityInfo"] : []),
    ...(wish.colourScheme === "dark" ? ["--force-dark-mode"] : []),
    ...(trustsKeys && wish.trustedKeys !== undefined
      ? [`--ignore-certificate-errors-spki-list=${wish.trustedKeys.join(",")}`]
      : []),
  ];
}
