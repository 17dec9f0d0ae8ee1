import type { Value } from '../source/values';

/** Which parts of an object are set, while it changes step by step: what hundreds of functions set isn't gone through for each of them. */
export class SetParts {
  #byKey = new Map<string, Value[]>();

  constructor(start: Value) {
    this.#take(start);
  }

  has([key, ...rest]: readonly string[]): boolean {
    const set = key === undefined ? [] : (this.#byKey.get(key) ?? []);
    return set.length > 0 && (rest.length === 0 || set.some(value => new SetParts(value).has(rest)));
  }

  /** A change mostly leaves what was there and sets one part of it. */
  follow(before: Value, after: Value): void {
    if (after === before) return;
    const [kept, ...added] = after.kind === 'record' ? after.entries : [];
    if (kept?.key === undefined && kept?.value.kind === 'spread' && kept.value.value === before) {
      for (const { key, value } of added) this.#add(key, value);
      return;
    }
    this.#byKey = new Map();
    this.#take(after);
  }

  #take(value: Value): void {
    if (value.kind !== 'record') return;
    for (const { key, value: part } of value.entries) this.#add(key, part);
  }

  #add(key: string | undefined, value: Value): void {
    if (key === undefined) {
      if (value.kind === 'spread') this.#take(value.value);
      return;
    }
    const set = this.#byKey.get(key);
    if (set === undefined) this.#byKey.set(key, [value]);
    else set.push(value);
  }
}
