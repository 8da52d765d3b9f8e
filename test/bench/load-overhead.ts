import type { Page } from "puppeteer";
import { day, type Stage } from "../e2e/stage.ts";
import type { BrowserKind } from "../support/browsers/launch.ts";
import { hostPrograms } from "../support/native-host/host-programs.ts";
import { writeBystander } from "./bystander-extension.ts";
import { formatTable, ms, signed, wrap } from "./format-table.ts";
import { forgetVisits, switchHostOn } from "./host-in-browser.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { median, medianDeviation, medianInterval, seededRandom } from "./statistics.ts";

const hosts = ["one.example", "other.example"] as const;
const pairs = { warmUp: 5, measured: 80 } as const;

/** One page load, in milliseconds from its navigation's start. */
interface Load {
  readonly headers: number;
  readonly loaded: number;
}

/** Two loads of the same address right after each other. */
interface Pair {
  readonly without: Load;
  readonly withProduct: Load;
}

export const loadOverhead: Measurement = {
  name: "load",
  title: "What a page load costs more with the extension (ms)",
  run: async (openStage) => {
    const stage = await openStage();
    await stage.serve(
      await Promise.all(
        hosts.map(async (host) => ({
          host,
          certificate: await stage.certificate(host, { behind: day, ahead: 90 * day }),
        })),
      ),
    );
    // The host is outside the browser and its mapping of names.
    const local = await stage.certificate("localhost", { behind: day, ahead: 90 * day });
    const direct = await stage.serve(hosts.map(() => ({ host: "localhost", port: 0, certificate: local })));
    const addresses = hosts.map((host) => `https://${host}/`);
    return figuresOf([
      await measure(stage, { kind: "chromium", addresses }),
      await measureWithHost(
        stage,
        direct.map((site) => `${site.direct}/`),
      ),
      await measure(stage, { kind: "firefox", addresses }),
    ]);
  },
};

interface Setting {
  readonly kind: BrowserKind;
  readonly addresses: readonly string[];
  /** The program that is asked about every page, in a browser that tells nothing itself. */
  readonly nativeHost?: string;
}

/** Every load asks the host, which makes a handshake of its own while the page loads. */
async function measureWithHost(stage: Stage, addresses: readonly string[]): Promise<Series> {
  const programs = await hostPrograms(stage.authority.rootPem);
  try {
    return await measure(stage, { kind: "chromium", addresses, nativeHost: programs.real });
  } finally {
    await programs.remove();
  }
}

interface Series {
  readonly browser: string;
  readonly source: "the browser" | "native host";
  readonly pairs: readonly Pair[];
}

async function measure(stage: Stage, { kind, addresses, nativeHost }: Setting): Promise<Series> {
  const bystander = await writeBystander(kind);
  try {
    const product = await stage.browser(kind, nativeHost === undefined ? {} : { securityInfoFlag: false, nativeHost });
    if (nativeHost !== undefined) await switchHostOn(product);
    const bare = await stage.browser(kind, { extensionDirectory: bystander.path });
    const pages = { product: await product.open(), bare: await bare.open() };
    const measured: Pair[] = [];
    for (let turn = -pairs.warmUp; turn < pairs.measured; turn += 1) {
      const address = addresses[Math.abs(turn) % addresses.length] ?? "";
      if (nativeHost !== undefined) await forgetVisits(product);
      // AB and BA in turns: whatever the first load of a pair does to the machine meets both.
      const bareFirst = Math.floor(turn / 2) % 2 === 0;
      const early = await load(bareFirst ? pages.bare : pages.product, address);
      const late = await load(bareFirst ? pages.product : pages.bare, address);
      if (turn < 0) continue;
      measured.push(bareFirst ? { without: early, withProduct: late } : { without: late, withProduct: early });
    }
    await bare.close();
    await product.close();
    return {
      browser: product.version,
      source: nativeHost === undefined ? "the browser" : "native host",
      pairs: measured,
    };
  } finally {
    await bystander.remove();
  }
}

async function load(page: Page, address: string): Promise<Load> {
  await page.goto(address);
  return page.evaluate(async () => {
    for (;;) {
      const [navigation] = performance.getEntriesByType("navigation");
      if (navigation instanceof PerformanceNavigationTiming && navigation.loadEventEnd > 0)
        return { headers: navigation.responseStart, loaded: navigation.loadEventEnd };
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
}

function figuresOf(series: readonly Series[]): Figures {
  const moments = [
    { until: "headers", of: (one: Load) => one.headers },
    { until: "load event's end", of: (one: Load) => one.loaded },
  ];
  const rows = series.flatMap(({ browser, source, pairs: all }) =>
    moments.map(({ until, of }) => {
      const without = all.map((pair) => of(pair.without));
      const withProduct = all.map((pair) => of(pair.withProduct));
      const differences = all.map((pair) => of(pair.withProduct) - of(pair.without));
      return {
        browser,
        source,
        until,
        pairs: all.length,
        without: { median: median(without), deviation: medianDeviation(without) },
        with: { median: median(withProduct), deviation: medianDeviation(withProduct) },
        difference: medianInterval(differences, seededRandom(1)),
      };
    }),
  );
  const head = ["browser", "from start to", "pairs", "without", "with", "difference", "95 % interval"];
  const cells = rows.map((row) => [
    row.source === "native host" ? `${row.browser}, host` : row.browser,
    row.until,
    String(row.pairs),
    `${ms(row.without.median)} ±${ms(row.without.deviation)}`,
    `${ms(row.with.median)} ±${ms(row.with.deviation)}`,
    signed(row.difference.median),
    `${signed(row.difference.low)} … ${signed(row.difference.high)}`,
  ]);
  const note =
    "Medians ± median deviation of PerformanceNavigationTiming; the difference is the median over pairs of the same address, with its " +
    "bootstrap interval. Without: a second browser of the same launch with an extension that does nothing, in turns AB BA. One small " +
    "page, full TLS handshake each, loopback: what the extension adds does not grow with the page, it hears the top document alone. " +
    "Firefox gives these times in whole milliseconds. Host: the native host is asked about every page and makes its own handshake, " +
    "beside the load and on the same processors.";
  return { lines: [...formatTable(head, cells), ...wrap(note)], json: { rows, series } };
}
