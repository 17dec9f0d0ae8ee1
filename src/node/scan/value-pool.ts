import { RowTable } from './row-table';

/** Plain values in few pieces, each part once: quickly written, read, and copied to other threads. Parts stand before what they are part of. */
export interface PackedValues {
  /** Texts, numbers and the like. Number n has the id 2n. */
  readonly atoms: readonly unknown[];
  /** The field names of each kind of record. */
  readonly shapes: readonly (readonly string[])[];
  /** Lists and records, one behind the other: 0 for a list or 1 + the shape, the number of parts, their ids. Number n has the id 2n + 1. */
  readonly rows: Uint32Array;
  /** Ids of the values that were packed. */
  readonly roots: Uint32Array;
}

/**
 * Keeps plain values (lists, records, texts, numbers, booleans, null, undefined) with equal parts once. Results of a scan say much that
 * others say as well: what a model can do and costs, why a number is an estimate.
 */
export class ValuePool {
  readonly #atoms: unknown[];
  /** Empty until something is added: where nothing has changed, nothing is. */
  readonly #atomIds = new Map<unknown, number>();
  readonly #shapes: (readonly string[])[];
  readonly #shapesByNames: ShapeStep = { next: new Map() };
  readonly #rows: RowTable;
  readonly #read: unknown[] = [];
  /** Parts of lists and records that are being added. */
  readonly #parts: number[] = [];

  /** Begins with what was packed, under the same ids. */
  constructor(packed?: PackedValues) {
    this.#atoms = [...(packed?.atoms ?? [])];
    this.#shapes = [];
    for (const names of packed?.shapes ?? []) this.#shapeOf(names);
    this.#rows = packed === undefined ? new RowTable() : new RowTable(packed.rows, packed.rows.length);
  }

  add(value: unknown): number {
    if (typeof value !== 'object' || value === null) return this.#atom(value);
    const from = this.#parts.length;
    let kind = 0;
    if (Array.isArray(value)) for (const part of value) this.#parts.push(this.add(part));
    else kind = this.#addFields(value);
    const row = this.#rows.add(kind, this.#parts, from);
    this.#parts.length = from;
    return 2 * row + 1;
  }

  /** Equal parts of all that is read are one object, so nothing of it may be changed. */
  read(id: number): unknown {
    if ((id & 1) === 0) return this.#atoms[id >> 1];
    const row = id >> 1;
    this.#read[row] ??= this.#made(row);
    return this.#read[row];
  }

  /** Takes over what another pool packed; gives the ids that its roots have here. */
  takeIn({ atoms, shapes, rows, roots }: PackedValues): Uint32Array {
    const atomIds = Uint32Array.from(atoms, atom => this.#atom(atom));
    const kinds = [0, ...shapes.map(names => 1 + this.#shapeOf(names))];
    const rowIds: number[] = [];
    const idOf = (id: number) => ((id & 1) === 0 ? atomIds[id >> 1] : rowIds[id >> 1]) ?? 0;
    for (let at = 0; at < rows.length; at += 2 + (rows[at + 1] ?? 0)) {
      const parts: number[] = [];
      for (let part = at + 2; part < at + 2 + (rows[at + 1] ?? 0); part++) parts.push(idOf(rows[part] ?? 0));
      rowIds.push(2 * this.#rows.add(kinds[rows[at] ?? 0] ?? 0, parts, 0) + 1);
    }
    return roots.map(idOf);
  }

  /** All that the values with these ids are made of, and nothing else. */
  pack(ids: readonly number[]): PackedValues {
    const wantedAtoms = new Uint8Array(this.#atoms.length);
    const wantedRows = new Uint8Array(this.#rows.size);
    const want = (id: number) => {
      if ((id & 1) === 0) wantedAtoms[id >> 1] = 1;
      else wantedRows[id >> 1] = 1;
    };
    for (const id of ids) want(id);
    for (let row = wantedRows.length - 1; row >= 0; row--) if (wantedRows[row] === 1) this.#rows.eachPart(row, want);

    const atoms: unknown[] = [];
    const newAtomIds = new Uint32Array(wantedAtoms.length);
    wantedAtoms.forEach((wanted, index) => {
      if (wanted === 1) newAtomIds[index] = 2 * (atoms.push(this.#atoms[index]) - 1);
    });
    const newRowIds = new Uint32Array(wantedRows.length);
    const idOf = (id: number) => ((id & 1) === 0 ? newAtomIds[id >> 1] : newRowIds[id >> 1]) ?? 0;
    const rows: number[] = [];
    let count = 0;
    wantedRows.forEach((wanted, row) => {
      if (wanted === 0) return;
      newRowIds[row] = 2 * count++ + 1;
      rows.push(this.#rows.kindOf(row), this.#rows.lengthOf(row));
      this.#rows.eachPart(row, id => rows.push(idOf(id)));
    });
    return { atoms, shapes: this.#shapes, rows: Uint32Array.from(rows), roots: Uint32Array.from(ids, idOf) };
  }

  #atom(value: unknown): number {
    if (this.#atomIds.size < this.#atoms.length) for (const [index, atom] of this.#atoms.entries()) this.#atomIds.set(atom, 2 * index);
    const known = this.#atomIds.get(value);
    if (known !== undefined) return known;
    if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`A ${typeof value} can't be kept`);
    const id = 2 * (this.#atoms.push(value) - 1);
    this.#atomIds.set(value, id);
    return id;
  }

  #addFields(record: object): number {
    const prototype: unknown = Object.getPrototypeOf(record);
    if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`A ${record.constructor.name} can't be kept`);
    const names = Object.keys(record);
    for (const value of Object.values(record)) this.#parts.push(this.add(value));
    return 1 + this.#shapeOf(names);
  }

  #shapeOf(names: readonly string[]): number {
    let step = this.#shapesByNames;
    for (const name of names) {
      let next = step.next.get(name);
      if (next === undefined) {
        next = { next: new Map() };
        step.next.set(name, next);
      }
      step = next;
    }
    step.shape ??= this.#shapes.push(names) - 1;
    return step.shape;
  }

  #made(row: number): unknown {
    const kind = this.#rows.kindOf(row);
    const parts: unknown[] = [];
    this.#rows.eachPart(row, id => parts.push(this.read(id)));
    if (kind === 0) return parts;
    const names = this.#shapes[kind - 1] ?? [];
    if (names.includes('__proto__')) return Object.fromEntries(names.map((name, index) => [name, parts[index]]));
    const record: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) record[name] = parts[index];
    return record;
  }
}

/** Shapes by their names, name after name. */
interface ShapeStep {
  readonly next: Map<string, ShapeStep>;
  shape?: number;
}
