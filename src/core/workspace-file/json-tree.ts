import { createScanner, type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';

/** UTF-16 code units. What a person writes and reads stays far below. */
const LONGEST_TEXT = 2_000_000;
const DEEPEST = 50;

/** `SyntaxKind` of the parser is a const enum, which can't be read across files: these are its brackets. */
const OPENING: readonly number[] = [1, 3];
const CLOSING: readonly number[] = [2, 4];

export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

export interface JsonProblem extends JsonPlace {
  readonly message: string;
  /** More is at stake than the place, so it is told even where an editor's own check marks that. */
  readonly isOfWhole?: true;
}

/** JSON with comments and trailing commas, as far as it can be read. `root` is absent where nothing is. */
export function readJsonTree(text: string): { readonly root?: Node; readonly problems: readonly JsonProblem[] } {
  if (text.length > LONGEST_TEXT) return { problems: [{ start: 0, end: 1, message: 'The file is too large to be read.' }] };
  const tooDeep = whereTooDeep(text);
  if (tooDeep !== undefined) return { problems: [{ start: tooDeep, end: tooDeep + 1, message: 'This is nested too deeply to be read.' }] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // One slip is many errors at its place: what is wrong is said first.
  const first = errors.filter(({ offset }, index) => errors.findIndex(other => other.offset === offset) === index);
  const problems = first.map(({ error, offset, length }) => ({ start: offset, end: offset + length, message: sayError(error) }));
  return root === undefined ? { problems } : { root, problems };
}

/** The parser descends by recursion, so its input is measured first. */
function whereTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (OPENING.includes(token)) depth++;
    if (CLOSING.includes(token)) depth--;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return undefined;
}

const END = 17;

/** `CommaExpected` → "comma expected". */
function sayError(error: ParseErrorCode): string {
  const words = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `This is not JSON here: ${words}. What can be read counts.`;
}

/** Names of an object that would be more than names. */
const NOT_NAMES: readonly string[] = ['__proto__'];

/** The value of a tree without the parts that are left out. Of keys that come twice the last counts. */
export function valueWithout(node: Node, leftOut: ReadonlySet<Node>): unknown {
  if (node.type === 'array') return kept(node, leftOut).map(child => valueWithout(child, leftOut));
  if (node.type !== 'object') return node.value;
  const entries = kept(node, leftOut).flatMap(property => {
    const value = property.children?.[1];
    const key = keyOf(property);
    return value === undefined || NOT_NAMES.includes(key) ? [] : [[key, valueWithout(value, leftOut)] as const];
  });
  return Object.fromEntries(entries);
}

/** The property or item at the end of a path, or the deepest on the way that is there. Undefined: the root itself. */
export function partAt(root: Node, path: readonly PropertyKey[], leftOut: ReadonlySet<Node>): Node | undefined {
  let found: Node | undefined;
  let value: Node | undefined = root;
  for (const step of path) {
    const parts: readonly Node[] = value === undefined ? [] : kept(value, leftOut);
    const next: Node | undefined = typeof step === 'number' ? parts[step] : [...parts].reverse().find(part => keyOf(part) === step);
    if (next === undefined) return found;
    found = next;
    value = next.type === 'property' ? next.children?.[1] : next;
  }
  return found;
}

/** Where a part's value stands; for a property without one, its key. */
export function placeOfValue(part: Node): JsonPlace {
  const node = part.type === 'property' ? (part.children?.[1] ?? part.children?.[0] ?? part) : part;
  return { start: node.offset, end: node.offset + node.length };
}

export function placeOfKey(part: Node): JsonPlace {
  const node = part.children?.[0] ?? part;
  return { start: node.offset, end: node.offset + node.length };
}

export function keyOf(property: Node): string {
  return property.type === 'property' ? String(property.children?.[0]?.value ?? '') : '';
}

function kept(node: Node, leftOut: ReadonlySet<Node>): readonly Node[] {
  return (node.children ?? []).filter(child => !leftOut.has(child));
}

/** Keys that an object has twice: the earlier ones, which don't count. */
export function repeatedKeys(node: Node): readonly Node[] {
  const children = node.children ?? [];
  const inside = children.flatMap(repeatedKeys);
  if (node.type !== 'object') return inside;
  const last = new Map(children.map(child => [keyOf(child), child]));
  return [...children.filter(child => last.get(keyOf(child)) !== child), ...inside];
}
