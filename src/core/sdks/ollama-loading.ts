import { openPart } from '../link/entries';
import type { NamedArguments } from '../request/arguments';
import { asOptions } from '../request/as-record';
import type { Value } from '../source/values';

/**
 * Whether a request to Ollama only has a model loaded or taken out of memory: it says how long to keep it, and nothing to answer.
 * `inside`: the argument that is the body. https://github.com/ollama/ollama/blob/main/docs/api.md, read 2026-11-22
 */
export function loadsOnly(named: NamedArguments, messages: readonly string[], inside?: string): boolean {
  const body = inside === undefined ? undefined : named.get([inside])?.value;
  const isOpen = body === undefined ? named.open !== undefined : isOpenBody(body);
  const keeping = ['keep_alive', 'keepAlive'].map(name => (inside === undefined ? name : `${inside}.${name}`));
  return !isOpen && named.get(keeping) !== undefined && messages.length > 0 && isNothing(named.get(messages)?.value);
}

function isOpenBody(body: Value): boolean {
  const options = asOptions(body);
  return options === undefined || openPart(options) !== undefined;
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || (value.kind === 'text' && value.text.text === '') || (value.kind === 'list' && value.items.length === 0);
}
