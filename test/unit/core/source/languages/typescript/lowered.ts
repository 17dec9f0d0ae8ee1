import { grammarFor } from '../../../../../../src/core/source/languages/index';
import { adapter } from '../../../../../../src/core/source/languages/typescript/index';
import type { CodeSummary, Effect, LanguageId, Param, Scope } from '../../../../../../src/core/source/summary';
import type { Value } from '../../../../../../src/core/source/values';
import { loadParser } from '../../../../parse-source';

export const uri = 'file:///project/app.ts';

/** Lowers source text; load it once in a `before` hook. */
export async function loadLowering(language: LanguageId = 'typescript'): Promise<(text: string) => CodeSummary> {
  const parse = await loadParser(grammarFor(language));
  return text => adapter.lower({ uri, text, language, root: parse(text) });
}

/** A value on one line, so that tests can say what they expect: names carry their scope, holes stand in angle brackets. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text.text);
    case 'scalar':
      return String(value.value);
    case 'template':
      return `${value.literal ? 'literal' : 'joined'}(${value.parts.map(show).join(', ')})`;
    case 'record':
      return `{${value.entries.map(({ key, value: inner }) => (key === undefined ? show(inner) : `${key}: ${show(inner)}`)).join(', ')}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'choice':
      return `choice(${value.options.map(show).join(', ')})`;
    case 'spread':
      return `...${show(value.value)}`;
    case 'element':
      return `each ${show(value.of)}${value.part.map(key => `[${key}]`).join('')}`;
    case 'name':
      return `${value.name}@${value.scope}`;
    case 'self':
      return `self@${value.scope}`;
    case 'member':
      return `${show(value.object)}.${value.key}`;
    case 'index':
      return `${show(value.object)}[${show(value.key)}]`;
    case 'call':
      return `${show(value.callee)}(${value.args.map(arg => show(arg.value)).join(', ')})`;
    case 'operation':
      return `(${show(value.left)} ${value.operator} ${show(value.right)})`;
    case 'function':
      return `function#${value.scope}`;
    case 'class':
      return `class#${value.scope}`;
    case 'hole':
      return `<${value.label}>`;
    default:
      return value.kind;
  }
}

function showEffect(effect: Effect): string {
  const block = effect.block === -1 ? '' : `in ${effect.block}: `;
  if (effect.kind === 'return') return `${block}return ${show(effect.value)}`;
  const place = [effect.target.root === 'self' ? 'self' : effect.target.root.name, ...effect.target.path].join('.');
  switch (effect.kind) {
    case 'assign': {
      const type = effect.type === undefined ? '' : `: ${show(effect.type)}`;
      return `${block}${effect.declares ? 'declare ' : ''}${place}${type} = ${show(effect.value)}`;
    }
    case 'update':
      return `${block}${place} ${effect.operator}= ${show(effect.value)}`;
    case 'disturb':
      return `${block}disturb ${place} by ${effect.how}`;
    default:
      return `${block}${effect.kind} ${place} ${show(effect.value)}`;
  }
}

export function showParam(param: Param): string {
  const fields = param.fields?.map(({ key, name, fallback }) => `${key} as ${name}${fallback === undefined ? '' : ` = ${show(fallback)}`}`);
  const name = fields === undefined ? param.name : `{${fields.join(', ')}}`;
  const type = param.type === undefined ? '' : `: ${show(param.type)}`;
  return `${param.collects === undefined ? '' : `${param.collects} `}${name}${type}${param.fallback === undefined ? '' : ` = ${show(param.fallback)}`}`;
}

export function scopeNamed(summary: CodeSummary, name: string): Scope {
  const found = summary.scopes.find(scope => scope.name === name);
  if (found === undefined) throw new Error(`no scope ${name} in ${summary.scopes.map(scope => scope.name).join(', ')}`);
  return found;
}

export function effectsOf(summary: CodeSummary, name = ''): readonly string[] {
  return scopeNamed(summary, name).effects.map(showEffect);
}

/** The value of the module's first `const x = …`. */
export function initialValue(summary: CodeSummary): Value {
  const effect = summary.scopes[0]?.effects.find(
    each => each.kind === 'assign' && each.target.root !== 'self' && each.target.root.name === 'x',
  );
  if (effect?.kind !== 'assign') throw new Error('x is not assigned');
  return effect.value;
}

/** Every value in a summary, those inside of others included. */
export function allValues(summary: CodeSummary): readonly Value[] {
  const found: Value[] = [];
  const add = (value: Value): void => {
    found.push(value);
    for (const inner of partsOf(value)) add(inner);
  };
  for (const scope of summary.scopes) {
    for (const effect of scope.effects) if (effect.kind !== 'disturb') add(effect.value);
    for (const value of [...scope.bases, ...scope.decorators]) add(value);
    for (const param of scope.params)
      for (const value of [param.fallback, param.type, ...(param.fields ?? []).map(field => field.fallback)]) if (value) add(value);
  }
  for (const { call } of summary.calls) add(call);
  return found;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts;
    case 'record':
      return value.entries.map(entry => entry.value);
    case 'list':
      return value.items;
    case 'choice':
      return value.options;
    case 'spread':
      return [value.value];
    case 'element':
      return [value.of];
    case 'member':
      return [value.object];
    case 'index':
      return [value.object, value.key];
    case 'call':
      return [value.callee, ...value.args.map(arg => arg.value)];
    case 'operation':
      return [value.left, value.right];
    default:
      return [];
  }
}
