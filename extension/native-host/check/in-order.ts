export interface Bounds {
  /** How many are worked on at the same time. */
  readonly concurrency: number;
  /** How many may be begun and not yet given out: what a slow first one lets pile up behind it. */
  readonly window: number;
}

/** One that was begun. */
interface Slot<Out> {
  settled: { readonly value: Out } | undefined;
}

/**
 * Works on a stream's items side by side and gives the outcomes in the stream's order, each as soon as all before it are
 * out. `work` must not reject: an outcome of its own has to tell of a failure.
 */
export async function* inOrder<In, Out>(
  source: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  { concurrency, window }: Bounds,
): AsyncGenerator<Out> {
  const items = source[Symbol.asyncIterator]();
  const slots = new Map<number, Slot<Out>>();
  let begun = 0;
  let given = 0;
  let active = 0;
  let pulling = false;
  let ended = false;
  let fault: { readonly error: unknown } | undefined;
  let wake = (): void => undefined;

  const begin = (item: In): void => {
    const slot: Slot<Out> = { settled: undefined };
    slots.set(begun++, slot);
    active++;
    work(item).then(
      (value) => {
        slot.settled = { value };
        active--;
        pull();
        wake();
      },
      (error: unknown) => {
        fault ??= { error };
        wake();
      },
    );
  };
  const pull = (): void => {
    if (pulling || ended || active >= concurrency || begun - given >= window) return;
    pulling = true;
    items.next().then(
      ({ done, value }) => {
        pulling = false;
        if (done) ended = true;
        else begin(value);
        pull();
        wake();
      },
      (error: unknown) => {
        fault ??= { error };
        wake();
      },
    );
  };

  try {
    for (;;) {
      pull();
      if (fault !== undefined) throw fault.error;
      const next = slots.get(given)?.settled;
      if (next !== undefined) {
        slots.delete(given++);
        yield next.value;
      } else if (ended && given === begun) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    await items.return?.();
  }
}
