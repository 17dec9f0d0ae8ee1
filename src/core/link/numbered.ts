/** Numbers that stand for objects, for as long as these live. */
export class Numbered {
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;

  of(part: object): number {
    let number = this.#numbers.get(part);
    if (number === undefined) {
      this.#count += 1;
      number = this.#count;
      this.#numbers.set(part, number);
    }
    return number;
  }
}
