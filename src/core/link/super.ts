import { isJavaScript } from '../source/languages/index';
import type { Call, Value, ValueOf } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { inheritedField } from './fields';
import { enclosingClass } from './file-index';

/** `super(options)`, by which a class's constructor calls that of the class above. */
export function isSuperConstructor({ callee }: Call): boolean {
  return callee.kind === 'name' && callee.name === 'super';
}

/** `super()` in Python, `super` in JavaScript: the object of the method that it stands in. */
export function superOf(evaluation: Evaluation, value: Value): ValueOf<'self'> | undefined {
  const name = value.kind === 'call' ? value.callee : value;
  if (name.kind !== 'name' || name.name !== 'super') return undefined;
  const summary = evaluation.codeOf(name.at.uri);
  const scope = summary?.scopes[name.scope];
  if (summary === undefined || scope === undefined) return undefined;
  if (value.kind === 'call' ? summary.language !== 'python' : !isJavaScript(summary.language)) return undefined;
  const type = enclosingClass(summary, scope);
  return type === undefined ? undefined : { kind: 'self', at: name.at, scope: type };
}

/** `super().ask`: what the classes above have, although the method's own class has it as well; what no class of the project has is a package's. */
export function memberOfSuper(evaluation: Evaluation, member: ValueOf<'member'>, context: Context): Value | undefined {
  const { key, at } = member;
  const self = key === '__init__' ? undefined : superOf(evaluation, member.object);
  if (self === undefined) return undefined;
  const above = inheritedField(evaluation, { uri: self.at.uri, scope: self.scope, context, at }, key);
  return above ?? { ...member, object: evaluation.evaluate(self, context) };
}
