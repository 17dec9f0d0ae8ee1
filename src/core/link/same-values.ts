/** What was made of some parts. */
interface Made {
  readonly of: WeakMap<object, Made>;
  readonly values: Map<string, object>;
}

/**
 * Values that are put together while names are looked up. The same parts give the same value again, since answers are found by the
 * value that was asked for. What was made of a part goes with it.
 */
export class SameValues {
  readonly #made: Made = { of: new WeakMap(), values: new Map() };

  /** `how` tells it from all else that is made of these parts. */
  of<T extends object>(parts: readonly [object, ...object[]], how: string, make: () => T): T {
    let { of, values } = this.#made;
    for (const part of parts) {
      let next = of.get(part);
      if (next === undefined) {
        next = { of: new WeakMap(), values: new Map() };
        of.set(part, next);
      }
      ({ of, values } = next);
    }
    const before = values.get(how);
    if (before !== undefined) return before as T;
    const made = make();
    values.set(how, made);
    return made;
  }
}
