import type { Value, ValueOf } from '../source/values';
import { plainText } from './plain-values';

/** `req.json()`, `c.req.valid('json')`, `event.request.formData()`: what whoever asks a server says. */
const REQUEST = /(?:^|\.)req(?:uest)?\.(?:json|formData|valid)$/i;

/**
 * A part of what a request says, in place of which something else stands where the request leaves it out: no code of the project
 * passes it, and it need not be there. Undefined: no such part.
 */
export function askedFor(value: Value): ValueOf<'param'> | undefined {
  const name = pathOf(value);
  return name === undefined ? undefined : { kind: 'param', at: value.at, scope: 0, name, outside: true, leftOut: true };
}

function pathOf(value: Value): string | undefined {
  if (value.kind !== 'member' && value.kind !== 'index') return undefined;
  const key = value.kind === 'member' ? value.key : plainText(value.key);
  const around = value.object.kind === 'call' ? requestOf(value.object) : pathOf(value.object);
  return key === undefined || around === undefined ? undefined : `${around}.${key}`;
}

function requestOf({ callee }: ValueOf<'call'>): string | undefined {
  // `(await req.json().catch(() => ({}))).model`
  if (callee.kind === 'member' && callee.key === 'catch' && callee.object.kind === 'call') return requestOf(callee.object);
  const steps: string[] = [];
  let root = callee;
  for (; root.kind === 'member'; root = root.object) steps.unshift(root.key);
  const path = root.kind === 'param' ? [root.name, ...steps].join('.') : '';
  return REQUEST.test(path) ? `${path}()` : undefined;
}
