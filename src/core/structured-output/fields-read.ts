import { plainText } from '../link/plain-values';
import { within } from '../link/value-parts';
import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import type { AnswerUse } from './answer-use';
import type { Field, ObjectShape, Shape } from './shape';

interface Read {
  readonly list: boolean;
  readonly optional: boolean;
  readonly fields: Map<string, Read>;
}

const ITEMS = '[]';
/** Of texts, lists and tables themselves, so no fields of an answer. */
const METHODS =
  /^(?:map|filter|forEach|find|some|every|reduce|join|slice|sort|length|push|includes|trim|toString|toFixed|split|toLowerCase|toUpperCase|flatMap|get|items|keys|values|append|strip|lower|upper|format|startswith|endswith|startsWith|endsWith|replace|model_dump|dict)$/;

/** The fields that the code reads of the parsed answer; their types are open. Undefined: it reads none by name. */
export function fieldsRead(summary: CodeSummary, { target, scopes }: AnswerUse): ObjectShape | undefined {
  if (target === undefined || target.target.root === 'self' || target.target.path.length > 0) return undefined;
  const paths = new Map<string, readonly string[]>([[target.target.root.name, []]]);
  const inner = summary.scopes.filter(scope => scopes.includes(scope));
  const root = { list: false, optional: false, fields: new Map<string, Read>() };
  // Loops and callbacks name parts of it, which name others.
  for (let round = 0; round < 3; round++) for (const scope of inner) bindParts(scope, paths);
  const values = [...valuesIn(summary, inner)].sort((a, b) => a.at.start - b.at.start);
  for (const value of values) {
    const called = value.kind === 'call' && value.callee.kind === 'member' ? value.callee : undefined;
    const path = pathOf(value, paths);
    if (path === undefined || path.length === 0 || called !== undefined) continue;
    note(root, path, value.kind === 'call');
  }
  for (const path of paths.values()) if (path.length > 0) note(root, path, false);
  const shape = asShape(root);
  return shape.kind === 'object' && shape.fields.length > 0 ? shape : undefined;
}

function bindParts(scope: Scope, paths: Map<string, readonly string[]>): void {
  const bind = (name: string, value: Value) => {
    const path = pathOf(value, paths);
    if (path !== undefined && path.length > 0 && !paths.has(name)) paths.set(name, path);
  };
  for (const effect of scope.effects)
    if (effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.path.length === 0)
      bind(effect.target.root.name, effect.value);
  for (const { name, passed } of scope.params) if (passed !== undefined) bind(name, passed);
}

/** `data.lines`, `data["lines"]`, `data.get("lines", [])`, an item of those. */
function pathOf(value: Value, paths: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  switch (value.kind) {
    case 'name':
      return paths.get(value.name);
    case 'member': {
      const of = METHODS.test(value.key) ? undefined : pathOf(value.object, paths);
      return of && [...of, value.key];
    }
    case 'index': {
      const of = pathOf(value.object, paths);
      const key = plainText(value.key);
      if (of === undefined) return undefined;
      if (key !== undefined && Number.isNaN(Number(key))) return [...of, key];
      return value.key.kind === 'scalar' ? [...of, ITEMS] : undefined;
    }
    case 'element': {
      const of = value.part.length > 0 ? undefined : pathOf(value.of, paths);
      return of && [...of, ITEMS];
    }
    case 'call': {
      const { callee, args } = value;
      const key = callee.kind === 'member' && callee.key === 'get' ? args[0]?.value : undefined;
      const of = callee.kind === 'member' && key !== undefined ? pathOf(callee.object, paths) : undefined;
      const name = key && plainText(key);
      return of === undefined || name === undefined ? undefined : [...of, name];
    }
    case 'operation':
      return value.operator === '??' || value.operator === 'or' || value.operator === 'default' ? pathOf(value.left, paths) : undefined;
    default:
      return undefined;
  }
}

function* valuesIn(summary: CodeSummary, scopes: readonly Scope[]): Generator<Value> {
  for (const scope of scopes) {
    // A call that a variable is handed to is among the calls.
    for (const effect of scope.effects) if ('value' in effect && effect.kind !== 'pass') yield* within(effect.value);
    for (const { condition } of scope.blocks) if (condition !== undefined) yield* within(condition);
  }
  for (const { call, scope } of summary.calls) if (scopes.some(({ id }) => id === scope)) yield* within(call);
}

function note(root: Read, path: readonly string[], optional: boolean): void {
  let at: { list: boolean; optional: boolean; fields: Map<string, Read> } = root;
  for (const [index, key] of path.entries()) {
    if (key === ITEMS) {
      at.list = true;
      continue;
    }
    const known = at.fields.get(key) ?? { list: false, optional: false, fields: new Map<string, Read>() };
    at.fields.set(key, known);
    at = known;
    if (optional && index === path.length - 1) at.optional = true;
  }
}

function asShape({ list, fields }: Read): Shape {
  const object: Shape =
    fields.size === 0
      ? { kind: 'open', why: 'the code reads it' }
      : {
          kind: 'object',
          fields: [...fields].map(([name, read]): Field => ({ name, shape: asShape(read), nullable: read.optional ? true : 'ask' })),
        };
  return list ? { kind: 'list', item: object } : object;
}
