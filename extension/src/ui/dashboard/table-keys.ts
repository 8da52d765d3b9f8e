/** Where a key leads from a row (`from` is -1 when none is active); undefined for keys that do not move. */
export function rowAfterKey(key: string, from: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const to = targets[key]?.(from, count, Math.max(1, page));
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

const targets: Readonly<Record<string, (from: number, count: number, page: number) => number>> = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  PageDown: (from, _, page) => from + page,
  PageUp: (from, _, page) => from - page,
  Home: () => 0,
  End: (_, count) => count - 1,
};
