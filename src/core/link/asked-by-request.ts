import type { Value, ValueOf } from '../source/values';

/** What a handler is passed of which a method says what the request carries: `req`, `c.req`, `event.request`. */
const REQUEST = /(?:^|\.)req(?:uest)?$/i;
const READERS: ReadonlySet<string> = new Set(['json', 'get_json', 'formData', 'form', 'post', 'valid']);
/** Objects of packages that stand for the request being answered, or for what is kept while it is (Python). */
const OF_PACKAGES: Readonly<Record<string, ReadonlySet<string>>> = {
  flask: new Set(['request', 'session', 'g']),
  quart: new Set(['request', 'session', 'g', 'websocket']),
  bottle: new Set(['request']),
  starlette_context: new Set(['context']),
};

/** `request` of Flask, `context` of starlette-context: what whoever asks a server says, and no code of the project passes. */
export function requestOfPackage({ at, module, path }: ValueOf<'external'>): Value | undefined {
  const [name = '', ...others] = path;
  const isRequest = others.length === 0 && Object.hasOwn(OF_PACKAGES, module) && OF_PACKAGES[module]?.has(name);
  return isRequest ? { kind: 'param', at, scope: 0, name, outside: true } : undefined;
}

/** `req.json()`, `c.req.valid('json')`, `request.get_json()`, and `req.json().catch(() => ({}))`: what the request says. */
export function saidByRequest(object: ValueOf<'param'>, method: string, { at }: ValueOf<'call'>): Value | undefined {
  if (method === 'catch' && isSaidByRequest(object)) return object;
  if (!READERS.has(method) || !REQUEST.test(object.name)) return undefined;
  return { kind: 'param', at, scope: object.scope, name: `${object.name}.${method}()`, outside: true };
}

/** Whether it is such a thing, or a part of one. */
export function isSaidByRequest({ name, outside }: ValueOf<'param'>): boolean {
  const steps = name.split('.');
  const isRead = (step: string, index: number) => READERS.has(step.replace(/\(\)$/, '')) && REQUEST.test(steps[index - 1] ?? '');
  return outside === true && steps.some((step, index) => step.endsWith('()') && isRead(step, index));
}
