import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { portOf } from "./port-of.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

export interface StaticRequest {
  readonly method: string;
  /** Path and query as they arrived: a fragment never does, and a test proves it. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface StaticServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly requests: readonly StaticRequest[];
  close(): Promise<void>;
}

/** Serves a directory of files on a free loopback port as a plain web host does: `/a/` is `a/index.html`, unknown is `404.html`. */
export async function serveDirectory(directory: string): Promise<StaticServer> {
  const requests: StaticRequest[] = [];
  const server = createServer(async (request, response) => {
    const url = request.url ?? "/";
    requests.push({ method: request.method ?? "", url, headers: request.headers });
    const found = await fileFor(directory, url);
    const path = found ?? join(directory, "404.html");
    const body = await readFile(path).catch(() => Buffer.from("Not found"));
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function fileFor(directory: string, url: string): Promise<string | undefined> {
  let path: string;
  try {
    path = normalize(join(directory, decodeURIComponent(new URL(url, "http://x").pathname)));
  } catch {
    return undefined;
  }
  if (path !== normalize(directory) && !path.startsWith(normalize(directory + sep))) return undefined;
  for (const candidate of [path, join(path, "index.html")]) {
    const entry = await stat(candidate).catch(() => undefined);
    if (entry?.isFile()) return candidate;
  }
  return undefined;
}
