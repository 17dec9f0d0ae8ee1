/** Rows of numbers, each row once. A row has a kind and parts. */
export class RowTable {
  /** Kind, number of parts, parts; row after row. */
  #cells: Uint32Array;
  #used: number;
  /** Where each row begins. */
  #starts: Uint32Array = new Uint32Array(256);
  /** Rows by their hash, each counted from 1. Made for the first row that is added: where nothing has changed, none is. */
  #slots: Uint32Array | undefined;
  size = 0;

  /** Begins with these rows, of which no two are equal. */
  constructor(cells: Uint32Array = new Uint32Array(1024), used = 0) {
    this.#cells = cells;
    this.#used = used;
    for (let at = 0; at < used; at += 2 + (cells[at + 1] ?? 0)) {
      this.#starts = withRoom(this.#starts, this.size + 1);
      this.#starts[this.size++] = at;
    }
  }

  /** The row with this kind whose parts are those of `parts` behind `from`. */
  add(kind: number, parts: readonly number[], from: number): number {
    const length = parts.length - from;
    let hash = Math.imul(kind ^ 0x9e3779b1, 0x85ebca6b) ^ length;
    for (let index = from; index < parts.length; index++) hash = mixed(hash, parts[index] ?? 0);
    let slots = this.#slots;
    if (slots === undefined || 2 * this.size >= slots.length) {
      slots = this.#hashed();
      this.#slots = slots;
    }
    let slot = spread(hash) & (slots.length - 1);
    for (let row = slots[slot] ?? 0; row !== 0; row = slots[slot] ?? 0) {
      if (this.#is(row - 1, kind, parts, from)) return row - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = this.size + 1;
    return this.#append(kind, parts, from);
  }

  kindOf(row: number): number {
    return this.#cells[this.#starts[row] ?? 0] ?? 0;
  }

  lengthOf(row: number): number {
    return this.#cells[(this.#starts[row] ?? 0) + 1] ?? 0;
  }

  eachPart(row: number, visit: (part: number) => void): void {
    const start = (this.#starts[row] ?? 0) + 2;
    const end = start + this.lengthOf(row);
    for (let at = start; at < end; at++) visit(this.#cells[at] ?? 0);
  }

  #is(row: number, kind: number, parts: readonly number[], from: number): boolean {
    const length = parts.length - from;
    const start = this.#starts[row] ?? 0;
    if (this.#cells[start] !== kind || this.#cells[start + 1] !== length) return false;
    for (let index = 0; index < length; index++) if (this.#cells[start + 2 + index] !== parts[from + index]) return false;
    return true;
  }

  #append(kind: number, parts: readonly number[], from: number): number {
    const length = parts.length - from;
    this.#cells = withRoom(this.#cells, this.#used + 2 + length);
    this.#starts = withRoom(this.#starts, this.size + 1);
    this.#starts[this.size] = this.#used;
    this.#cells[this.#used++] = kind;
    this.#cells[this.#used++] = length;
    for (let index = from; index < parts.length; index++) this.#cells[this.#used++] = parts[index] ?? 0;
    return this.size++;
  }

  /** Room for as many rows again. */
  #hashed(): Uint32Array {
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(4 * this.size + 512)));
    for (let row = 0; row < this.size; row++) {
      let hash = Math.imul(this.kindOf(row) ^ 0x9e3779b1, 0x85ebca6b) ^ this.lengthOf(row);
      this.eachPart(row, part => {
        hash = mixed(hash, part);
      });
      let slot = spread(hash) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = row + 1;
    }
    return slots;
  }
}

/** One step of the FNV hash, over a whole number at a time. */
function mixed(hash: number, part: number): number {
  const next = Math.imul(hash ^ part, 0x01000193);
  return next ^ (next >>> 15);
}

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function withRoom(numbers: Uint32Array, length: number): Uint32Array {
  if (length <= numbers.length) return numbers;
  const larger = new Uint32Array(Math.max(length, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}
