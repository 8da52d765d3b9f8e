/** What runs inside pages to measure a long table. Each function is sent as text: it may use nothing from around it. */

export interface Smoothness {
  /** Tasks over 50 ms, in milliseconds; undefined where the browser does not tell. */
  readonly longTasks: readonly number[] | undefined;
  /** The longest time between two frames, in milliseconds. */
  readonly longestGap: number;
  readonly frames: number;
}

/** Begins to watch frames and long tasks; with `sinceStart`, the long tasks of the load as well. */
export const startWatch = (sinceStart: boolean): void => {
  const tells = PerformanceObserver.supportedEntryTypes.includes("longtask");
  const watch = { tasks: tells ? ([] as number[]) : undefined, longestGap: 0, frames: 0, stop: () => {} };
  const observer = tells
    ? new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) watch.tasks?.push(duration);
      })
    : undefined;
  observer?.observe({ type: "longtask", buffered: sinceStart });
  let last: number | undefined;
  let stopped = false;
  const frame = (at: number): void => {
    if (last !== undefined) watch.longestGap = Math.max(watch.longestGap, at - last);
    last = at;
    watch.frames++;
    if (!stopped) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  watch.stop = () => {
    stopped = true;
    observer?.disconnect();
  };
  Reflect.set(globalThis, "watch", watch);
};

export const endWatch = async (): Promise<Smoothness> => {
  // Observers hear of a task after it.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  const watch = Reflect.get(globalThis, "watch");
  watch.stop();
  return { longTasks: watch.tasks, longestGap: watch.longestGap, frames: watch.frames };
};

/** Scrolls from the top to the bottom, so many pixels a frame. */
export const scrollThrough = async (pixels: number): Promise<void> => {
  scrollTo(0, 0);
  for (let before = -1; scrollY > before; ) {
    before = scrollY;
    scrollBy(0, pixels);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  scrollTo(0, 0);
  await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** Milliseconds from the navigation to each mark of the page; undefined while one is missing. */
export const paintedMarks = (): { readonly first: number; readonly all: number } | undefined => {
  const [first] = performance.getEntriesByName("first-rows");
  const [all] = performance.getEntriesByName("all-rows");
  return first === undefined || all === undefined ? undefined : { first: first.startTime, all: all.startTime };
};

/** The fields of a seeded host that the plain table shows. */
interface SeededHost {
  readonly host: string;
  readonly owner: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly lastSeen: { readonly notAfter: number; readonly issuer: readonly (readonly { readonly value: string }[])[] };
}

/**
 * The alternative: the same hosts out of the same store in a table with every row, which a search hides. Gives the
 * milliseconds until it was painted.
 */
export const drawPlainTable = async (): Promise<number> => {
  const start = performance.now();
  const hosts = await new Promise<SeededHost[]>((resolve, reject) => {
    const opening = indexedDB.open("notafter");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("hosts").objectStore("hosts").getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result);
      };
    };
  });
  hosts.sort((one, other) => one.lastSeen.notAfter - other.lastSeen.notAfter);
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
  const search = document.createElement("input");
  search.id = "host-search";
  const table = document.createElement("table");
  for (const host of hosts) {
    const row = table.insertRow();
    const box = document.createElement("input");
    box.type = "checkbox";
    row.insertCell().append(box);
    const left = Math.floor((host.lastSeen.notAfter - Date.now()) / 86_400_000);
    const texts = [
      left < 0 ? "expired" : "in order",
      host.host,
      `${left} days left, until ${day.format(host.lastSeen.notAfter)}`,
      host.lastSeen.issuer[0]?.[0]?.value ?? "",
      "not checked yet",
      `${host.owner} ${host.tags.join(", ")}`,
      host.note,
    ];
    for (const text of texts) row.insertCell().textContent = text;
  }
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/);
    for (const row of table.rows) {
      const text = row.textContent?.toLowerCase() ?? "";
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
  document.body.replaceChildren(search, table);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
};
