import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder } from "../../../../../extension/native-host/check/in-order.ts";

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe("work in order", () => {
  it("gives every outcome once, in the order of the items, within its bounds", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5)),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(4),
        async (turns, concurrency, more) => {
          const bounds = { concurrency, window: concurrency + more };
          let active = 0;
          let begun = 0;
          let given = 0;
          const work = async (index: number): Promise<number> => {
            expect(++active).toBeLessThanOrEqual(concurrency);
            expect(++begun - given).toBeLessThanOrEqual(bounds.window);
            for (let left = turns[index] ?? 0; left > 0; left--) await Promise.resolve();
            active--;
            return index;
          };
          const seen: number[] = [];
          for await (const outcome of inOrder(stream([...turns.keys()]), work, bounds)) {
            seen.push(outcome);
            given++;
          }
          expect(seen).toEqual([...turns.keys()]);
        },
      ),
    ));

  it("gives what is done while the source still waits", async () => {
    let release = (): void => undefined;
    async function* source(): AsyncGenerator<number> {
      yield 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      yield 2;
    }
    const outcomes = inOrder(source(), async (item) => item * 10, { concurrency: 2, window: 2 });
    expect((await outcomes.next()).value).toBe(10);
    release();
    expect((await outcomes.next()).value).toBe(20);
    expect((await outcomes.next()).done).toBe(true);
  });

  it("closes the source when nobody wants more, and passes its error on", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<number> {
      try {
        for (;;) yield 1;
      } finally {
        closed = true;
      }
    }
    for await (const _ of inOrder(source(), async (item) => item, { concurrency: 1, window: 1 })) break;
    expect(closed).toBe(true);

    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error("no such file");
    }
    const outcomes = inOrder(broken(), async (item) => item, { concurrency: 1, window: 4 });
    const readAll = async (): Promise<void> => {
      for await (const _ of outcomes);
    };
    await expect(readAll()).rejects.toThrow("no such file");
  });
});
