import { isJavaScript } from '../source/languages/index';
import type { Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { lastNameOf } from './labels';
import { lineageOf } from './lineage';

/** Classes above a class. */
const DEEPEST = 4;
/** What gives an object methods that no class declares. */
const BY_NAME: readonly string[] = ['__getattr__', '__getattribute__'];

/**
 * Whether a method of `self` is one that neither its class nor any above it declares: only classes below can have it (Python,
 * JavaScript). What a package's class stands above may be the package's.
 */
export function isMissingMethod(evaluation: Evaluation, method: Value): boolean {
  if (method.kind !== 'member' || method.object.kind !== 'self') return false;
  const { at, scope } = method.object;
  const language = evaluation.codeOf(at.uri)?.language;
  if (language !== 'python' && (language === undefined || !isJavaScript(language))) return false;
  const { classes, others, whole } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const isOwn = others.every(base => base.kind === 'external' && (base.module === 'abc' || base.module === 'global'));
  return whole && isOwn && classes.every(({ scope: type }) => isAllDeclared(evaluation, type));
}

/** Whether a class has the methods that it declares, and no others: most decorators may give it anything. */
function isAllDeclared({ lookup }: Evaluation, type: Scope): boolean {
  const isPlain = type.decorators.every(decorator => lastNameOf(decorator.kind === 'call' ? decorator.callee : decorator) === 'dataclass');
  return isPlain && BY_NAME.every(name => lookup.effectsOn(type, name).length === 0);
}

/** Whether a method is left to others by the nearest of a type and those above it that name it. */
export function isLeftOpen(
  evaluation: Evaluation,
  { at, scope: id }: Pick<ValueOf<'class'>, 'at' | 'scope'>,
  method: string,
  depth = 0,
): boolean {
  const scope = scopeOf(evaluation, at.uri, id);
  if (scope === undefined || depth > DEEPEST) return false;
  if (scope.requires?.includes(method)) return true;
  if (evaluation.lookup.effectsOn(scope, method).length > 0) return false;
  return scope.bases.some(written => {
    const base = evaluation.evaluate(written, NO_CONTEXT);
    return base.kind === 'class' && isLeftOpen(evaluation, base, method, depth + 1);
  });
}
