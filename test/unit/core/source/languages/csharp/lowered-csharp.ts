import assert from 'node:assert/strict';
import { adapter } from '../../../../../../src/core/source/languages/csharp/index';
import type { CodeSummary, Effect } from '../../../../../../src/core/source/summary';
import type { Value } from '../../../../../../src/core/source/values';
import { loadParser } from '../../../../parse-source';

export const URI = 'file:///project/App.cs';

export type ReadCSharp = (text: string) => CodeSummary;

export async function csharpReader(): Promise<ReadCSharp> {
  const parse = await loadParser('c-sharp');
  return text => adapter.lower({ uri: URI, text, language: 'csharp', root: parse(text) });
}

/** What `x` is assigned at the top of a program. */
export function assignedX(summary: CodeSummary): Value {
  const found = summary.scopes[0]?.effects.find(
    effect => effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === 'x',
  );
  assert.ok(found?.kind === 'assign');
  return found.value;
}

/** What happens in a scope, a line each. */
export function effectsIn({ scopes }: CodeSummary, name: string): readonly string[] {
  const scope = scopes.find(each => each.name === name);
  assert.ok(scope, name);
  return scope.effects.map(showEffect);
}

function showEffect(effect: Effect): string {
  if (effect.kind === 'return') return `return ${show(effect.value)}`;
  const place = [effect.target.root === 'self' ? 'this' : effect.target.root.name, ...effect.target.path].join('.');
  return effect.kind === 'disturb' ? `disturb ${place} ${effect.how}` : `${effect.kind} ${place} ${show(effect.value)}`;
}

export function show(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text.text);
    case 'scalar':
      return String(value.value);
    case 'template':
      return `‹${value.parts.map(show).join(' ')}›`;
    case 'record':
      return `{${value.entries.map(({ key, value: inner }) => (key === undefined ? show(inner) : `${key}: ${show(inner)}`)).join(', ')}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'choice':
      return `choice(${value.options.map(show).join(', ')})`;
    case 'spread':
      return `..${show(value.value)}`;
    case 'repeat':
      return `${show(value.item)}*`;
    case 'name':
      return value.name;
    case 'self':
      return 'this';
    case 'class':
      return 'class';
    case 'member':
      return `${show(value.object)}.${value.key}`;
    case 'index':
      return `${show(value.object)}[${show(value.key)}]`;
    case 'operation':
      return `(${show(value.left)} ${value.operator} ${show(value.right)})`;
    case 'test':
      return `${value.test}(${value.operands.map(show).join(', ')})`;
    case 'element':
      return `each ${show(value.of)}`;
    case 'function':
      return 'function';
    case 'call': {
      const args = value.args.map(({ name, value: inner }) => (name === undefined ? show(inner) : `${name}: ${show(inner)}`));
      return `${show(value.callee)}(${args.join(', ')})`;
    }
    case 'hole':
      return `?${value.label}`;
    default:
      return value.kind;
  }
}
