/** Names of a body's variables and parameters. A name that is none of them is a member or a type. */
export class Locals {
  readonly #names = new Set<string>();

  constructor(private readonly outer?: Locals) {}

  inner(): Locals {
    return new Locals(this);
  }

  add(name: string): void {
    this.#names.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(name) || (this.outer?.has(name) ?? false);
  }
}
