import type { Shape } from './shape';

const TEXT = /^(?:string|str|text)$/i;
const NUMBER = /^(?:number|float|double|decimal)$/i;
const INTEGER = /^(?:integer|int)$/i;
const BOOLEAN = /^(?:boolean|bool|true|false|true ?(?:\/|\||or) ?false|yes\/no)$/i;
/** Marks that somebody put around the name of a type. */
const AROUND = /^[<"'`([]+|(?<![>"'`)\]])[>"'`)\]]+$/g;

/** What one scalar of an example says: a value (`42`, `"Ann"`), a type (`string`, `<int>`) or its choices (`"a" | "b"`). */
export function shapeOfWords(written: string): Shape {
  const source = written.trim();
  const choices = choicesIn(source);
  if (choices !== undefined) return choices;
  const words = withoutNull(source.replace(AROUND, ''));
  if (words === '' || words === 'null' || words === 'None') return { kind: 'open', why: 'the example shows null' };
  if (BOOLEAN.test(words)) return { kind: 'boolean' };
  if (INTEGER.test(words)) return { kind: 'integer' };
  if (NUMBER.test(words)) return { kind: 'number' };
  if (/^["']/.test(source) || TEXT.test(words)) return { kind: 'text' };
  if (/^-?\d+\.\d+(?:e[+-]?\d+)?$/i.test(words)) return { kind: 'number' };
  if (/^-?\d+$/.test(words)) return { kind: 'open', why: 'whole number' };
  return /^(?:array|list|object|dict)\b/i.test(words) ? { kind: 'open', why: 'the prompt names it' } : { kind: 'text' };
}

/** `"low" | "high"`, `"low/high"`, `"low|high"`: one word each, or quoted each. */
function choicesIn(source: string): Shape | undefined {
  const quoted = [...source.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? '');
  const apart = quoted.length > 1 && /^(?:\s*(?:"[^"]*"|'[^']*')\s*(?:\||\/|(?:,\s*)?\bor\b|,|$))+(?:\s*null)?\s*$/.test(source);
  const inside = source.replace(AROUND, '');
  const joined = /^[\w-]+(?:(?:\s*[|]\s*|\s*\/\s*)[\w-]+)+$/.test(inside) ? inside.split(/[|/]/).map(choice => choice.trim()) : [];
  const all = (apart ? quoted : joined).filter(value => value !== 'null' && value !== 'None');
  const isTypes = all.some(value => TEXT.test(value) || NUMBER.test(value) || INTEGER.test(value) || BOOLEAN.test(value));
  const isNumbers = all.every(value => /^\d+$/.test(value));
  return all.length < 2 || isTypes || isNumbers ? undefined : { kind: 'enum', values: [...new Set(all)] };
}

function withoutNull(words: string): string {
  return words
    .replace(/(?<!\s)\s*(?:\||\/|(?:,\s*)?\bor\b)\s*(?:null|none|undefined)\b.*/is, '')
    .replace(/^(?:null|none)\s*(?:\||\/|\bor\b)\s*/i, '')
    .trim();
}

/** `"the customer's full name"` tells the model what is meant; `"Ann"` and `"string"` do not. */
export function descriptionOf(written: string): string {
  const source = written.trim();
  if (!/^["'<]/.test(source) || choicesIn(source) !== undefined) return '';
  const words = source.replace(AROUND, '').trim();
  const isProse = /^(?:the|a|an|one|your|short|brief|full|name of|list of|what|why|how|whether|explanation|description|summary|reason)\b/i;
  return isProse.test(words) && /\s/.test(words) ? words : '';
}
