import { isJavaScript } from '../source/languages/index';
import type { CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { type ClassUse, declaredField } from './fields';
import { afterNames } from './fields-by-name';
import { classesBelow } from './implementing';
import { saysNothing } from './left-open';
import { lineageOf } from './lineage';
import { isMadeByPackage } from './made-by-package';
import { constructorOf } from './objects';
import { isNull } from './plain-values';
import { setFromOutside } from './set-from-outside';

interface Field {
  readonly summary: CodeSummary;
  readonly type: Scope;
  readonly use: ClassUse;
  readonly key: string;
}

/** What a class says of a field, and what else may say it: classes below it, other code that sets it, code that goes by names. */
export function withElsewhere(evaluation: Evaluation, field: Field, found: Value): Value {
  const { use, key } = field;
  if (isLeftEmpty(evaluation, field, found)) return { kind: 'param', at: use.at, scope: field.type.id, name: key, outside: true };
  if (isLeftToOthers(field, found)) {
    const below = found.kind === 'param' ? saidBelow(evaluation, field) : undefined;
    if (below !== undefined) return below;
    const isCap = isNull(found) && NAMED_LIKE_MODEL.test(key);
    return orFromOutside(evaluation, field, isCap ? orBelow(evaluation, field, found) : found);
  }
  if (saysNothing(found)) return NAMED_LIKE_OPTIONS.test(key) ? orBelow(evaluation, field, found) : found;
  return saysText(found) ? afterNames(evaluation, use, key, orFromOutside(evaluation, field, orBelow(evaluation, field, found))) : found;
}

/** Nothing of the class sets it to anything. */
function isLeftToOthers({ summary, type }: Field, found: Value): boolean {
  if (found.kind === 'param') return found.outside === true && constructorOf(summary, type) !== undefined;
  return isNull(found);
}

/** What a data class's prompts are that it leaves empty (`prompt: str = ""`), whoever makes its objects says: an empty one is hardly sent. */
function isLeftEmpty(evaluation: Evaluation, { summary, type, use, key }: Field, found: Value): boolean {
  if (found.kind !== 'text' || found.text.text !== '' || use.made || summary.language !== 'python' || !NAMED_LIKE_PROMPT.test(key))
    return false;
  const { classes } = lineageOf(evaluation, summary.uri, type.id, use.context);
  const isDeclared = classes.some(({ scope }) =>
    evaluation.lookup.effectsOn(scope, key).some(effect => effect.kind === 'assign' && effect.type !== undefined),
  );
  return isDeclared && classes.every(({ uri, scope }) => hasNoConstructor(evaluation.codeOf(uri), scope));
}

function hasNoConstructor(summary: CodeSummary | undefined, type: Scope): boolean {
  return summary !== undefined && constructorOf(summary, type) === undefined;
}

const NAMED_LIKE_PROMPT = /prompt|template|instruction|message|system|rules|persona|description$/i;

/**
 * What classes below one say in its stead (`model = "gpt-5.4"`) where the object may be one of theirs (Python, TypeScript), or `own`. A class that
 * leaves methods to those below it is never made itself.
 */
function orBelow(evaluation: Evaluation, field: Field, own: Value): Value {
  const { summary, type, use, key } = field;
  const isLooked = summary.language === 'python' || (isJavaScript(summary.language) && (NAMED_LIKE_MODEL.test(key) || saysNothing(own)));
  if (use.made || !isLooked) return own;
  const { below, all } = declaredBelow(evaluation, field);
  const stated = below.flatMap(value => (value !== undefined && (saysText(value) || saysNothing(own)) ? [value] : []));
  const isReplaced = all && type.requires !== undefined && stated.length === below.length;
  const [first, ...others] = isReplaced ? stated : [own, ...stated];
  return first === undefined ? own : anyOf(evaluation, first, others);
}

/** What classes below one say of a field that it only declares (`abstract model: string`), if each of them says it. */
export function saidBelow(evaluation: Evaluation, field: Field): Value | undefined {
  const { summary, use, key } = field;
  if (use.made || !NAMED_LIKE_MODEL.test(key) || (summary.language !== 'python' && !isJavaScript(summary.language))) return undefined;
  const { below, all } = declaredBelow(evaluation, field);
  const stated = below.flatMap(value => (value !== undefined && saysText(value) ? [value] : []));
  const [first, ...others] = stated;
  return first === undefined || !all || stated.length < below.length ? undefined : anyOf(evaluation, first, others);
}

/** What each class below one declares of a field itself, or what it inherits from another one below. */
function declaredBelow(
  evaluation: Evaluation,
  { summary, type, use, key }: Field,
): { readonly below: readonly (Value | undefined)[]; readonly all: boolean } {
  const { types, all } = classesBelow(evaluation, summary, type);
  const { lookup } = evaluation;
  const states = (scope: Scope) => lookup.effectsOn(scope, key).length > 0 || lookup.effectsOnField(scope, key).length > 0;
  const below = types.map(({ at, scope: id }) => {
    const { classes } = lineageOf(evaluation, at.uri, id, use.context);
    const nearest = classes.find(({ scope }) => scope === type || states(scope));
    const file = nearest && evaluation.codeOf(nearest.uri);
    if (nearest === undefined || file === undefined || nearest.scope === type) return undefined;
    return declaredField(evaluation, file, nearest.scope, { ...use, uri: nearest.uri, scope: nearest.scope.id }, key);
  });
  return { below, all };
}

/** Fields that hold models, what makes them and what bounds them: of all others it isn't worth looking through the code around. */
const NAMED_LIKE_MODEL = /model|llm|engine|deployment|chat|complet|client|provider|api|token|max|limit|cap$/i;

/** Of tables it isn't either, unless they hold what is passed on. */
const NAMED_LIKE_OPTIONS = /kwargs|options|params|settings|config$/i;

/** What other code sets on an object of the class, which for one that is seen to be made counts only where nothing else sets it. */
function orFromOutside(evaluation: Evaluation, field: Field, own: Value): Value {
  const { summary, type, use, key } = field;
  if (type.closedFields?.includes(key) || !NAMED_LIKE_MODEL.test(key) || (use.made && !isLeftToOthers(field, own))) return own;
  const set = setFromOutside(evaluation, summary, type, key);
  const [first, ...others] = set;
  // What else a field without a value is set to, conditions on it hang on, and it is followed far.
  if (first === undefined || (isNull(own) && !set.some(value => mayBeModelOrCap(evaluation, value)))) return own;
  return own.kind === 'param' ? anyOf(evaluation, first, others) : anyOf(evaluation, own, [first, ...others]);
}

/** A text or a number, as models and caps are; what only switches something stays what the class says. */
function saysText(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'scalar' && typeof value.value !== 'boolean');
}

function mayBeModelOrCap(evaluation: Evaluation, value: Value): boolean {
  if (value.kind === 'choice') return value.options.every(option => isNull(option) || mayBeModelOrCap(evaluation, option));
  return saysText(value) || isMadeByPackage(evaluation, value);
}

/** The same choice wherever it is made: what hangs on it is then found again. */
function anyOf({ lookup }: Evaluation, first: Value, others: readonly Value[]): Value {
  return lookup.same.of([first, ...others], 'stated elsewhere', () => choose(first.at, [first, ...others]));
}
