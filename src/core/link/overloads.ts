import type { LanguageId, Param } from '../source/summary';
import type { Argument, Value, ValueOf } from '../source/values';
import { choose } from './choose';
import { TYPE_ARGUMENT } from './dotnet/type-argument';
import { type Evaluation, scopeOf } from './evaluation';

/** Languages in which functions may have one name. */
const OVERLOADING: ReadonlySet<LanguageId | undefined> = new Set(['java', 'csharp']);

/** Of several functions of one name and class, those that take these arguments: by how many they are, then by what they surely are. */
export function overloadFor(evaluation: Evaluation, target: Value, passed: () => readonly Argument[]): Value {
  if (target.kind !== 'choice' || !target.options.every(option => option.kind === 'function')) return target;
  const functions = target.options.filter(option => option.kind === 'function');
  const scopes = functions.map(fn => scopeOf(evaluation, fn.at.uri, fn.scope));
  const [first] = scopes;
  const uri = functions[0]?.at.uri;
  if (uri === undefined || !OVERLOADING.has(evaluation.codeOf(uri)?.language) || functions.some(({ at }) => at.uri !== uri)) return target;
  const sameName = scopes.every(scope => scope?.name === first?.name && scope?.parent === first?.parent);
  if (first === undefined || first.name === '' || !sameName) return target;
  const args = passed().filter(({ name }) => name !== TYPE_ARGUMENT);
  const fitting = functions.filter((_, index) => takes(scopes[index]?.params ?? [], args));
  const exact = fitting.filter((_, index) => suits(evaluation, fitting[index], args));
  const left = exact.length > 0 ? exact : fitting.length > 0 ? fitting : functions;
  return left.length === functions.length ? target : choose(target.at, left);
}

function takes(params: readonly Param[], args: readonly Argument[]): boolean {
  const last = params[params.length - 1];
  return last?.collects === undefined ? params.length === args.length : args.length >= params.length - 1;
}

/** A text goes to no parameter of a class's type, and an object of a class not to one without. */
function suits(evaluation: Evaluation, fn: ValueOf<'function'> | undefined, args: readonly Argument[]): boolean {
  const params = fn && scopeOf(evaluation, fn.at.uri, fn.scope)?.params;
  return args.every(({ value }, index) => {
    const type = params?.[index]?.type;
    const isPlain = value.kind === 'text' || value.kind === 'template' || value.kind === 'scalar' || value.kind === 'list';
    const isObject = value.kind === 'instance' || (value.kind === 'call' && value.callee.kind === 'external');
    return !(isPlain && type !== undefined) && !(isObject && type === undefined);
  });
}
