import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserKind } from "../support/browsers/launch.ts";
import { builds, ensureBuilt } from "../support/build.ts";
import { serveDirectory } from "../support/static-server.ts";
import { formatTable, wrap } from "./format-table.ts";
import type { Measurement } from "./measurement.ts";

/** A part of the product by the files that are loaded for it. */
interface Part {
  readonly name: string;
  readonly files: readonly Uint8Array[];
}

const guide = "/guides/nginx/install/";

export const sizes: Measurement = {
  name: "sizes",
  title: "What is loaded (bytes)",
  run: async (openStage) => {
    await ensureBuilt();
    const parts = [
      ...(await extensionParts("chromium")),
      ...(await extensionParts("firefox")),
      { name: `help center ${guide}`, files: await loadedBy(guide, openStage) },
    ];
    const rows = parts.map(({ name, files }) => ({
      name,
      files: files.length,
      bytes: total(files, (file) => file.length),
      gzip: total(files, (file) => gzipSync(file, { level: 9 }).length),
    }));
    const head = ["part", "files", "bytes", "gzip"];
    const cells = rows.map((row) => [
      row.name,
      ...[row.files, row.bytes, row.gzip].map((one) => one.toLocaleString("en")),
    ]);
    const note =
      "As built, minified. Pages with their own scripts and styles, each file by itself in gzip -9. The guide in the help center: what " +
      "Chromium asked a plain web server for until the page stood still.";
    return { lines: [...formatTable(head, cells), ...wrap(note)], json: { rows } };
  },
};

const total = (files: readonly Uint8Array[], size: (file: Uint8Array) => number): number =>
  files.reduce((sum, file) => sum + size(file), 0);

async function extensionParts(kind: BrowserKind): Promise<readonly Part[]> {
  const read = (path: string) => readFile(join(builds[kind], path));
  const page = async (path: string): Promise<readonly Uint8Array[]> => {
    const html = await read(path);
    const linked = [...html.toString().matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
    return [html, ...(await Promise.all(linked.map(([, file = ""]) => read(file))))];
  };
  const whole = (await readdir(builds[kind], { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  return [
    { name: `${kind} background`, files: [await read("static/background/index.js")] },
    { name: `${kind} popup`, files: await page("popup.html") },
    { name: `${kind} renewal page`, files: await page("tabs/renewal.html") },
    { name: `${kind} guide page`, files: await page("tabs/guide.html") },
    {
      name: `${kind} whole extension`,
      files: await Promise.all(whole.map((entry) => readFile(join(entry.parentPath, entry.name)))),
    },
  ];
}

/** The files that a browser asks for to show a page of the help center. */
async function loadedBy(path: string, openStage: Parameters<Measurement["run"]>[0]): Promise<readonly Uint8Array[]> {
  const server = await serveDirectory(builds.site);
  try {
    const stage = await openStage();
    const browser = await stage.browser("chromium");
    const page = await browser.open();
    await page.goto(`${server.origin}${path}`, { waitUntil: "networkidle0" });
    await browser.close();
    const paths = [...new Set(server.requests.map(({ url }) => new URL(url, server.origin).pathname))];
    return await Promise.all(
      paths.map((one) => readFile(join(builds.site, decodeURIComponent(one.endsWith("/") ? `${one}index.html` : one)))),
    );
  } finally {
    await server.close();
  }
}
