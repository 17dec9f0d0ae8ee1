import { lower } from '../../../../../../src/core/source/languages/python/lower';
import type { CodeSummary, Effect, Scope } from '../../../../../../src/core/source/summary';
import type { Argument, Entry, Value } from '../../../../../../src/core/source/values';
import { loadParser } from '../../../../parse-source';

export const URI = 'file:///project/app.py';

export type ReadPython = (text: string) => CodeSummary;

/** Call it in a `before` hook. */
export async function pythonReader(): Promise<ReadPython> {
  const parse = await loadParser('python');
  return text => lower({ uri: URI, text, language: 'python', root: parse(text) });
}

/** The value of the first assignment of `name` in a scope. */
export function assigned(scope: Scope | undefined, name: string): Value {
  for (const effect of scope?.effects ?? []) {
    if (effect.kind === 'assign' && effect.target.path.length === 0 && effect.target.root !== 'self' && effect.target.root.name === name)
      return effect.value;
  }
  throw new Error(`${name} is not assigned`);
}

/** A value in one line, without its places: `?‹label: reason›` is a hole, `x*` a repeat, `f‹…›` a template of one literal. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text.text);
    case 'scalar':
      return String(value.value);
    case 'template':
      return `${value.literal ? 'f' : ''}‹${value.parts.map(show).join(' ')}›`;
    case 'record':
      return `{${value.entries.map(showEntry).join(', ')}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'choice':
      return `(${value.options.map(show).join(' | ')})`;
    case 'repeat':
      return `${show(value.item)}*`;
    case 'test':
      return `?‹${value.label}: a condition›`;
    case 'element':
      return `each ${show(value.of)}${value.part.map(key => `[${key}]`).join('')}`;
    case 'optional':
      return `${show(value.item)}?`;
    case 'spread':
      return `...${show(value.value)}`;
    case 'name':
      return value.name;
    case 'self':
    case 'class':
    case 'function':
      return `${value.kind}#${value.scope}`;
    case 'member':
      return `${show(value.object)}.${value.key}`;
    case 'index':
      return `${show(value.object)}[${show(value.key)}]`;
    case 'call':
      return `${show(value.callee)}(${value.args.map(showArgument).join(', ')})`;
    case 'operation':
      return `(${show(value.left)} ${value.operator} ${show(value.right)})`;
    case 'hole':
      return `?‹${value.label}: ${value.reason}›`;
    default:
      throw new Error(`a reader makes no ${value.kind}`);
  }
}

function showEntry({ key, value }: Entry): string {
  return key === undefined ? show(value) : `${key}: ${show(value)}`;
}

export function showArgument({ name, value }: Argument): string {
  return name === undefined ? show(value) : `${name}=${show(value)}`;
}

/** `[block] x.a = value` and the like. */
function showEffect(effect: Effect): string {
  const block = effect.block < 0 ? '' : `[${effect.block}] `;
  if (effect.kind === 'return') return `${block}return ${show(effect.value)}`;
  const { root, path } = effect.target;
  const target = [root === 'self' ? 'self#' : root.name, ...path].join('.');
  if (effect.kind === 'disturb') return `${block}disturb ${target} by ${effect.how}`;
  if (effect.kind === 'update') return `${block}${target} ${effect.operator}= ${show(effect.value)}`;
  if (effect.kind !== 'assign') return `${block}${effect.kind} ${target} ${show(effect.value)}`;
  const type = effect.type === undefined ? '' : `: ${show(effect.type)}`;
  return `${block}${effect.declares ? 'new ' : ''}${target}${type} = ${show(effect.value)}`;
}

export function effects(scope: Scope | undefined): readonly string[] {
  return (scope?.effects ?? []).map(showEffect);
}
