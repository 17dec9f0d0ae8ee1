import type { Span } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { choose } from './choose';
import { saying, withItself } from './code-near';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { contextOfCall } from './invoke';
import { lastNameOf } from './labels';
import { plainText } from './plain-values';

interface Item {
  readonly key: Value;
  readonly value: Value;
}

/** What a decorator puts into a table. */
interface Registration {
  /** Undefined: nobody can say. */
  readonly name: string | undefined;
  readonly value: Value;
}

/**
 * What stands under a key of a module's table (Python) that begins empty and that decorators fill: `@maker("gpt")` over a class, where
 * `maker` makes a function which does `MAKERS[name] = made`. Without a name anything that is put there; undefined: not such a table, or
 * there may be more.
 */
export function registered(evaluation: Evaluation, changed: Span, name: string | undefined, at: Span): Value | undefined {
  const all = registrationsAt(evaluation, changed);
  const known = all?.flatMap(each => each.name ?? []) ?? [];
  if (all === undefined || all.length === 0 || known.length < all.length) return undefined;
  const fitting = all.filter(each => name === undefined || each.name === name);
  return fitting.length === 0
    ? undefined
    : choose(
        at,
        fitting.map(({ value }) => value),
      );
}

function registrationsAt(evaluation: Evaluation, { uri, start }: Span): readonly Registration[] | undefined {
  const summary = evaluation.codeOf(uri);
  if (summary?.language !== 'python') return undefined;
  return evaluation.records.shared(summary, `registered at ${start}`, () => {
    const found = summary.scopes.flatMap(scope => {
      const item = scope.kind === 'function' ? scope.effects.flatMap(effect => itemAt(effect, start))[0] : undefined;
      return item === undefined ? [] : [{ scope, item }];
    });
    const [setter] = found;
    if (setter === undefined) return undefined;
    const maker = setter.scope.parent === undefined ? undefined : summary.scopes[setter.scope.parent];
    const near = evaluation.mayPass(summary);
    if (!near.all) return undefined;
    const words = [setter.scope, maker].flatMap(scope => scope?.name || []);
    return saying(withItself(summary, near.files), words).flatMap(file =>
      registrationsIn(evaluation, file, setter.scope, maker, setter.item),
    );
  });
}

function itemAt(effect: Effect, start: number): readonly Item[] {
  return effect.kind === 'disturb' && effect.item !== undefined && effect.at.start === start ? [effect.item] : [];
}

function registrationsIn(
  evaluation: Evaluation,
  file: CodeSummary,
  setter: Scope,
  maker: Scope | undefined,
  item: Item,
): readonly Registration[] {
  const isCalled = (decorator: Value) => {
    const name = lastNameOf(decorator.kind === 'call' ? decorator.callee : decorator);
    return name === setter.name || name === maker?.name;
  };
  const find = (summary: CodeSummary) => summary.scopes.filter(({ decorators }) => decorators.some(isCalled));
  evaluation.edited.lookFor(file, `decorated by ${setter.name} of ${maker?.name}`, find);
  return find(file).flatMap(({ at, name, parent = 0, decorators }) =>
    decorators.filter(isCalled).flatMap((decorator): readonly Registration[] => {
      const fn = evaluation.evaluate(decorator, NO_CONTEXT);
      if (fn.kind !== 'function' || fn.at.uri !== setter.at.uri || fn.scope !== setter.id) return [];
      const made = evaluation.evaluate({ kind: 'name', at, name, scope: parent }, NO_CONTEXT);
      const inside = contextOfCall(evaluation, fn, () => [{ value: made, at }], undefined, NO_CONTEXT);
      if (inside === undefined) return [];
      const isOwnName = item.key.kind === 'member' && item.key.key === '__name__';
      const key = isOwnName ? name : plainText(evaluation.evaluate(item.key, inside));
      return [{ name: key, value: evaluation.evaluate(item.value, inside) }];
    }),
  );
}
