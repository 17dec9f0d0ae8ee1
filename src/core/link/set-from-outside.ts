import { isJavaScript } from '../source/languages/index';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { saying, withItself } from './code-near';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { lineageOf } from './lineage';
import { toldElsewhere } from './params-within';
import { isNull } from './plain-values';

type Assign = Extract<Effect, { kind: 'assign' }>;

interface Setting {
  readonly key: string;
  readonly scope: Scope;
  /** The variable that holds the object. */
  readonly name: string;
  readonly effect: Assign;
  readonly at: Effect['at'];
}

/**
 * What code near a class sets a field of its objects to (`panel.model = make(…)`, where a parameter's type or what a variable holds
 * says whose object it is).
 */
export function setFromOutside(evaluation: Evaluation, summary: CodeSummary, type: Scope, key: string): readonly Value[] {
  if (summary.language !== 'python' && !isJavaScript(summary.language)) return [];
  const settings = settingsNear(evaluation, summary, key);
  if (settings.length === 0) return [];
  return evaluation.records.shared(summary, `set from outside ${type.id}.${key}`, () =>
    settings.flatMap(({ scope, name, effect }) => {
      const object = evaluation.evaluate({ kind: 'name', at: effect.at, name, scope: scope.id }, NO_CONTEXT);
      if (!isOfClass(evaluation, object, type)) return [];
      const value = evaluation.evaluate(effect.value, NO_CONTEXT);
      return isNull(value) ? [] : [evaluation.lookup.same.of([value], 'told elsewhere', () => toldElsewhere(value))];
    }),
  );
}

/** Where the files near one set such a field of what variables hold. */
function settingsNear(evaluation: Evaluation, summary: CodeSummary, key: string): readonly Setting[] {
  return evaluation.records.shared(summary, `sets ${key} near it`, () => {
    const { files } = evaluation.mayImplement(summary, '');
    const near = withItself(summary, files);
    return saying(near, [key]).flatMap(file => settingsOf(evaluation, file).get(key) ?? []);
  });
}

function settingsOf(evaluation: Evaluation, file: CodeSummary): ReadonlyMap<string, readonly Setting[]> {
  const find = ({ scopes }: CodeSummary) => scopes.flatMap(scope => scope.effects.flatMap(effect => settingIn(scope, effect)));
  evaluation.edited.lookFor(file, 'sets fields', find);
  return evaluation.records.shared(file, 'sets fields', () => byKey(find(file)));
}

function byKey(settings: readonly Setting[]): ReadonlyMap<string, readonly Setting[]> {
  const all = new Map<string, Setting[]>();
  for (const setting of settings) {
    const same = all.get(setting.key);
    if (same === undefined) all.set(setting.key, [setting]);
    else same.push(setting);
  }
  return all;
}

function settingIn(scope: Scope, effect: Effect): readonly Setting[] {
  if (effect.kind !== 'assign' || effect.initial || effect.target.root === 'self') return [];
  const { root, path } = effect.target;
  const [key, ...others] = path;
  return key === undefined || others.length > 0 ? [] : [{ key, scope, name: root.name, effect, at: effect.at }];
}

function isOfClass(evaluation: Evaluation, object: Value, type: Scope): boolean {
  switch (object.kind) {
    case 'choice':
      return object.options.some(option => isOfClass(evaluation, option, type));
    // Another field was set before.
    case 'record':
      return object.entries.some(({ value }) => value.kind === 'spread' && isOfClass(evaluation, value.value, type));
    case 'param':
      return object.type?.kind === 'class' && isBelow(evaluation, object.type, type);
    case 'instance':
    case 'self':
      return isBelow(evaluation, object, type);
    default:
      return false;
  }
}

function isBelow(evaluation: Evaluation, { at, scope }: ValueOf<'instance' | 'self' | 'class'>, type: Scope): boolean {
  return lineageOf(evaluation, at.uri, scope, NO_CONTEXT).classes.some(each => each.scope === type);
}
