/**
 * Data without the calls in which its functions and objects were made (`frames`). Whoever reads a site has no use for them, and they hold
 * on to all that was worked out on the way. The very same where there are none. Sites share most of what they say, and a site is read in
 * each context that its function is called in, so what was gone through once isn't gone through again.
 */
export class WithoutFrames {
  readonly #known = new WeakMap<object, object>();

  of<T>(data: T): T {
    if (typeof data !== 'object' || data === null) return data;
    const before = this.#known.get(data);
    if (before !== undefined) return before as T;
    const bare = Array.isArray(data) ? this.#items(data) : this.#fields(data);
    this.#known.set(data, bare);
    return bare as T;
  }

  #items(items: readonly unknown[]): readonly unknown[] {
    const bare = items.map(item => this.of(item));
    return bare.some((item, index) => item !== items[index]) ? bare : items;
  }

  #fields(data: object): object {
    const bare: Record<string, unknown> = {};
    let isSame = true;
    for (const [key, part] of Object.entries(data)) {
      if (key !== 'frames') bare[key] = this.of(part);
      isSame &&= key !== 'frames' && bare[key] === part;
    }
    return isSame ? data : bare;
  }
}
