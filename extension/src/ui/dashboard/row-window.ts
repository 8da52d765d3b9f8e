/** The rows of a long table that are drawn: those in sight and some around them. */
export interface RowWindow {
  readonly first: number;
  /** Not included. */
  readonly end: number;
}

/** Rows drawn beyond either edge: a turn of the wheel finds them there, and a leap through the list draws few for nothing. */
const margin = 4;
/** The window moves in steps: most scroll events change nothing. */
const step = 4;

/**
 * @param above pixels of the table's body that lie above the window's upper edge; negative when it begins below
 * @param height of the window in pixels
 */
export function rowWindow(above: number, height: number, rowHeight: number, count: number): RowWindow {
  const topmost = Math.floor(Math.max(0, above) / rowHeight);
  const inSight = Math.ceil(height / rowHeight) + 1;
  const first = Math.max(0, Math.floor((topmost - margin) / step) * step);
  const end = Math.ceil((topmost + inSight + margin) / step) * step;
  return { first: Math.min(first, Math.max(0, count - inSight)), end: Math.min(count, end) };
}

/** How many rows a window can have: the elements of those that leave it become the ones that come in. */
export const slotsOf = (height: number, rowHeight: number): number =>
  Math.ceil((Math.ceil(height / rowHeight) + 1 + 2 * margin) / step + 2) * step;
