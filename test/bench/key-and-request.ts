import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "puppeteer";
import { type KeyChoice, keyChoices } from "../../shared/request/key-parameters.ts";
import { day } from "../e2e/stage.ts";
import { page as answerPage } from "../support/sites/answer.ts";
import { formatTable, ms, wrap } from "./format-table.ts";
import { measureKeyAndRequest } from "./measure-key-and-request.ts";
import { measureOpenssl } from "./measure-openssl.ts";
import type { Figures, Measurement } from "./measurement.ts";
import { median, ratioOfMedians, seededRandom } from "./statistics.ts";

const host = "keys.example";

/** The times of RSA keys scatter by nature; a key of 4096 bits takes long. */
const runs: Readonly<Record<KeyChoice, number>> = { "ec-p256": 25, "rsa-2048": 25, "rsa-3072": 15, "rsa-4096": 9 };

/** One that makes keys and requests, and says how long it took. */
interface Maker {
  readonly name: string;
  measure(choice: KeyChoice): Promise<number>;
}

export const keyAndRequest: Measurement = {
  name: "keys",
  title: "A new key and its request (ms)",
  run: async (openStage) => {
    const stage = await openStage();
    const script = await bundle();
    // Isolated from other origins a page is given the fine clock (5 µs in Chromium, 20 µs in Firefox).
    const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
    const document = answerPage("Keys", `<script src="/measure.js"></script>`);
    const pages = {
      "/": { ...document, headers: { ...document.headers, ...isolated } },
      "/measure.js": { headers: { "content-type": "text/javascript", ...isolated }, body: script },
    };
    await stage.serve([{ host, certificate: await stage.certificate(host, { behind: day, ahead: 90 * day }), pages }]);
    const chromium = await stage.browser("chromium");
    const firefox = await stage.browser("firefox");
    const makers: readonly Maker[] = [
      { name: "openssl req", measure: measureOpenssl },
      { name: "Chromium", measure: inPage(await chromium.open(`https://${host}/`)) },
      { name: "Firefox", measure: inPage(await firefox.open(`https://${host}/`)) },
      { name: "Node", measure: measureKeyAndRequest },
    ];
    const figures = await inTurns(makers);
    await firefox.close();
    await chromium.close();
    return report(makers, figures);
  },
};

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("key-and-request-page.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const inPage =
  (page: Page) =>
  async (choice: KeyChoice): Promise<number> => {
    const figure: unknown = await page.evaluate(`measureKeyAndRequest(${JSON.stringify(choice)})`);
    if (typeof figure !== "number") throw new TypeError("The page gave no figure.");
    return figure;
  };

type Times = Readonly<Record<KeyChoice, readonly (readonly number[])[]>>;

/** All makers in each round, so that they meet the same machine. The times of each key are in the order of the makers. */
async function inTurns(makers: readonly Maker[]): Promise<Times> {
  const times: Record<KeyChoice, number[][]> = { "ec-p256": [], "rsa-2048": [], "rsa-3072": [], "rsa-4096": [] };
  for (const maker of makers) {
    // Loading and compiling are not what is measured.
    for (let run = 0; run < 3; run += 1) await maker.measure("ec-p256");
  }
  for (const choice of keyChoices) {
    const each = makers.map((): number[] => []);
    for (let run = 0; run < runs[choice]; run += 1)
      for (const [index, maker] of makers.entries()) each[index]?.push(await maker.measure(choice));
    times[choice] = each;
  }
  return times;
}

function report(makers: readonly Maker[], times: Times): Figures {
  const random = seededRandom(1);
  const rows = keyChoices.map((choice) => {
    const [openssl = []] = times[choice];
    return {
      choice,
      runs: runs[choice],
      makers: makers.map(({ name }, index) => {
        const own = times[choice][index] ?? [];
        return { name, median: median(own), ratio: ratioOfMedians(own, openssl, random) };
      }),
    };
  });
  const head = ["key", "n", ...makers.flatMap(({ name }, index) => (index === 0 ? [name] : [name, "ratio"]))];
  const cells = rows.map(({ choice, runs: count, makers: each }) => [
    choice,
    String(count),
    ...each.flatMap(({ median: middle, ratio: { median: ratio, low, high } }, index) =>
      index === 0 ? [ms(middle)] : [ms(middle), `${ratio.toFixed(2)} (${low.toFixed(1)}–${high.toFixed(1)})`],
    ),
  ]);
  const note =
    "Medians; the ratios are to openssl, whose time has the start of the program in it, with their 95 % bootstrap interval: the search " +
    "for primes scatters by nature. Ours is the product's code: generateKey, the request, and reading it back with the check of its " +
    "signature. Browsers: in a page of a trusted https site, since the extension's own pages let no foreign script in; WebCrypto is the " +
    "same there. All makers in turns.";
  return {
    lines: [...formatTable(head, cells), ...wrap(note)],
    json: { rows, times, makers: makers.map(({ name }) => name) },
  };
}
