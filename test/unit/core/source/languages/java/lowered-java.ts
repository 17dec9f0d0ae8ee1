import { adapter } from '../../../../../../src/core/source/languages/java/index';
import type { CodeSummary, Effect } from '../../../../../../src/core/source/summary';
import type { Value } from '../../../../../../src/core/source/values';
import { loadParser } from '../../../../parse-source';

export const uri = 'file:///project/src/main/java/com/acme/App.java';

export type ReadJava = (text: string) => CodeSummary;

export async function javaReader(): Promise<ReadJava> {
  const parse = await loadParser('java');
  return text => adapter.lower({ uri, text, language: 'java', root: parse(text) });
}

/** Statements in a method of a class. */
export function inMethod(statements: string): string {
  return `package com.acme;\nclass App {\n  private String field;\n  void run(String given) {\n${statements}\n  }\n}\n`;
}

/** What `x` is assigned in a method, in one line. */
export function valueIn(read: ReadJava, expression: string): string {
  const { scopes } = read(inMethod(`var x = ${expression};`));
  const effects = scopes.flatMap(scope => scope.effects);
  const found = effects.find(effect => effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === 'x');
  return found?.kind === 'assign' ? show(found.value) : 'nothing';
}

/** What statements do in a method, in order. */
export function effectsOf(read: ReadJava, statements: string): readonly string[] {
  const method = read(inMethod(statements)).scopes.find(scope => scope.name === 'run');
  return (method?.effects ?? []).map(showEffect);
}

function showEffect(effect: Effect): string {
  if (effect.kind === 'return') return `return ${show(effect.value)}`;
  const place = [effect.target.root === 'self' ? 'this' : effect.target.root.name, ...effect.target.path].join('.');
  switch (effect.kind) {
    case 'disturb':
      return `disturb ${place}`;
    case 'tell':
      return `tell ${place} ${effect.name}: ${show(effect.value)}`;
    default:
      return `${effect.kind} ${place} ${show(effect.value)}`;
  }
}

function show(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text.text);
    case 'scalar':
      return String(value.value);
    case 'template':
      return `joined(${value.parts.map(show).join(', ')})`;
    case 'record':
      return `{${value.entries.map(({ key, value: inner }) => (key === undefined ? show(inner) : `${key}: ${show(inner)}`)).join(', ')}}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'choice':
      return `choice(${value.options.map(show).join(', ')})`;
    case 'spread':
      return `...${show(value.value)}`;
    case 'element':
      return `each ${show(value.of)}`;
    case 'name':
      return value.name;
    case 'self':
      return 'this';
    case 'external':
      return [value.module, ...value.path].join('.');
    case 'member':
      return `${show(value.object)}.${value.key}`;
    case 'index':
      return `${show(value.object)}[${show(value.key)}]`;
    case 'call':
      return `${show(value.callee)}(${value.args.map(({ name, value: inner }) => `${name === undefined ? '' : `${name}=`}${show(inner)}`).join(', ')})`;
    case 'operation':
      return `(${show(value.left)} ${value.operator} ${show(value.right)})`;
    case 'hole':
      return `<${value.reason}>`;
    default:
      return value.kind;
  }
}
