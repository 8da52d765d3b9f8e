/** The part of the extension API that units touch, over plain values; a test that needs more extends it here. */
type Listener = (...args: never[]) => unknown;

class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
  removeListener(listener: Listener): void {
    this.listeners.splice(0, Number.POSITIVE_INFINITY, ...this.listeners.filter((one) => one !== listener));
  }
}

class FakeStorageArea {
  #values = new Map<string, string>();
  /** What the area holds in JSON before it is full, in characters; more makes `set` reject as browsers do. */
  quota = Number.POSITIVE_INFINITY;

  async get(key: string | null): Promise<Record<string, unknown>> {
    const entries = [...this.#values].filter(([name]) => key === null || name === key);
    return Object.fromEntries(entries.map(([name, value]) => [name, JSON.parse(value)]));
  }
  async set(values: Record<string, unknown>): Promise<void> {
    const next = new Map(this.#values);
    for (const [key, value] of Object.entries(values)) next.set(key, JSON.stringify(value));
    const size = [...next].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    if (size > this.quota) throw new Error("Session storage quota bytes exceeded. Values were not stored.");
    this.#values = next;
  }
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#values.delete(key);
  }
  clear(): void {
    this.#values.clear();
    this.quota = Number.POSITIVE_INFINITY;
  }
}

export interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly incognito: boolean;
}

export const fake = {
  tabs: new Map<number, FakeTab>(),
  /** What the button shows, by tab. */
  button: new Map<number, Record<string, unknown>>(),
  reset(): void {
    this.tabs.clear();
    this.button.clear();
    browser.storage.session.clear();
    browser.storage.local.clear();
  },
};

const show =
  (property: string) =>
  async ({ tabId, ...rest }: Record<string, unknown> & { tabId: number }): Promise<void> => {
    const [value] = Object.values(rest);
    fake.button.set(tabId, { ...fake.button.get(tabId), [property]: value });
  };

export const browser = {
  storage: { session: new FakeStorageArea(), local: new FakeStorageArea(), onChanged: new FakeEvent() },
  tabs: {
    async get(id: number): Promise<FakeTab> {
      const tab = fake.tabs.get(id);
      if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
      return tab;
    },
    async query(): Promise<readonly FakeTab[]> {
      return [...fake.tabs.values()];
    },
  },
  action: {
    setBadgeText: show("text"),
    setBadgeBackgroundColor: show("colour"),
    setBadgeTextColor: show("textColour"),
    setTitle: show("title"),
  },
  permissions: {
    async contains(): Promise<boolean> {
      return true;
    },
    onAdded: new FakeEvent(),
    onRemoved: new FakeEvent(),
  },
  runtime: {
    id: "fake",
    getURL: (path: string): string => `chrome-extension://fake/${path}`,
    onMessage: new FakeEvent(),
  },
};

export default browser;
