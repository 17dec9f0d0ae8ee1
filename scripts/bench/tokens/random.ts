/** Numbers that look random and are the same in each run. */
export interface Random {
  /** From 0 up to, and without, `below`. */
  integer(below: number): number;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, good enough to vary texts. */
export function seededRandom(seed: number): Random {
  let state = seed;
  const integer = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    integer,
    pick: values => {
      const value = values[integer(values.length)];
      if (value === undefined) throw new Error('There is nothing to pick from');
      return value;
    },
  };
}

/** Texts from `make`, up to a size in UTF-16 units. */
export function upTo(units: number, make: () => string): string {
  const parts: string[] = [];
  for (let size = 0; size < units; ) {
    const part = make();
    parts.push(part);
    size += Math.max(1, part.length);
  }
  return parts.join('');
}
