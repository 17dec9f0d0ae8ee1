import type { CodeSummary } from '../source/summary';
import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';
import { lastNameOf } from './labels';
import { partsOf } from './value-parts';

/** Functions that ask of what class an object is, and make none. */
const ASKING: ReadonlySet<string> = new Set(['isinstance', 'issubclass', 'cast']);

/** Methods that make an object of what they read (pydantic's, of a named tuple). */
const MAKING = /^(?:model_validate|model_construct|parse_|from_orm$|_make$)/;

/**
 * Whether a file uses a class as a value (`Depends(Desk)`, `{"desk": Desk}`), or by another name (`import Desk as D`): objects of it may
 * be made out of sight.
 */
export function isUsedAsValue(evaluation: Evaluation, file: CodeSummary, name: string): boolean {
  const find = (now: CodeSummary) => [
    ...valuesIn(now).filter(value => [...namesIn(value)].includes(name)),
    ...now.imports.filter(each => each.name === name && isRenamed(each)),
  ];
  evaluation.edited.lookFor(file, `${name} as a value`, find);
  return evaluation.records.shared(file, 'names used as values', () => namesUsed(file)).has(name);
}

function namesUsed(file: CodeSummary): ReadonlySet<string> {
  const renamed = file.imports.filter(isRenamed).flatMap(({ name }) => name ?? []);
  return new Set([...valuesIn(file).flatMap(value => [...namesIn(value)]), ...renamed]);
}

function isRenamed({ name, local }: CodeSummary['imports'][number]): boolean {
  return local !== '' && name !== undefined && local !== name;
}

function valuesIn({ calls, scopes }: CodeSummary): readonly Value[] {
  const ofScopes = scopes.flatMap(({ effects, params }) => [
    ...effects.flatMap(effect => ('value' in effect ? [effect.value] : [])),
    ...params.flatMap(({ fallback }) => fallback ?? []),
  ]);
  return [...calls.map(({ call }) => call), ...ofScopes];
}

/** Names that stand for themselves, and not for what is called or what has a member. */
function* namesIn(value: Value): Generator<string> {
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'name') yield next.name;
    else if (next.kind === 'member') {
      yield next.key;
      if (next.object.kind !== 'name') open.push(next.object);
    } else if (next.kind === 'call') {
      const { callee, args } = next;
      if (callee.kind !== 'name' && callee.kind !== 'member') open.push(callee);
      if (callee.kind === 'member' && (callee.object.kind !== 'name' || MAKING.test(callee.key))) open.push(callee.object);
      if (!ASKING.has(lastNameOf(callee))) open.push(...args.map(argument => argument.value));
    } else open.push(...partsOf(next));
  }
}
