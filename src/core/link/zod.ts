import type { Value } from '../source/values';

/** Of zod's own package, of one that makes something of it, or of one that exports it as `z`. */
export function isZod(value: Value): boolean {
  return value.kind === 'external' && (/(?:^|\/)zod(?:\/|$)/.test(value.module) || value.path[0] === 'z');
}

/** `z` of `z.string().min(1)` */
export function rootOf(value: Value): Value {
  let root = value;
  while (root.kind === 'call' || root.kind === 'member') root = root.kind === 'call' ? root.callee : root.object;
  return root;
}
