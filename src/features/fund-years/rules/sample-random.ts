/** Draws whole numbers in [0, below). The same seed always gives the same sequence. */
export type Draw = (below: number) => number;

/** A small 32-bit generator (mulberry32) of our own: sample records must be the same everywhere. */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function pick<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw(items.length)] ?? items[0];
}

/** `count` different whole numbers in [0, below): which rows are late, blank and the like. */
export function drawDistinct(draw: Draw, count: number, below: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, below)) chosen.add(draw(below));
  return chosen;
}
