/** What a site answers to one path. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const page = (title: string, body: string): Answer => ({
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:60ch;margin:4rem auto;padding:0 1rem"><h1>${title}</h1>${body}</body></html>`,
});

export const redirectTo = (location: string, status = 302): Answer => ({ status, headers: { location } });

/**
 * A site whose service worker answers `/from-worker` by itself: such a navigation raises no web request.
 * Its start page sets `document.documentElement.dataset.worker` to `ready` when the worker controls it.
 */
export const serviceWorkerPages: Readonly<Record<string, Answer>> = {
  "/": page(
    "A site with a service worker",
    `<script>
      navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => { document.documentElement.dataset.worker = "ready"; });
    </script>`,
  ),
  "/worker.js": {
    headers: { "content-type": "text/javascript" },
    body: `
      self.addEventListener("install", () => self.skipWaiting());
      self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
      self.addEventListener("fetch", (event) => {
        if (new URL(event.request.url).pathname !== "/from-worker") return;
        event.respondWith(new Response("<!doctype html><title>from the worker</title>", { headers: { "content-type": "text/html" } }));
      });`,
  },
};
