import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { hole } from './hole';
import { lineageOf } from './lineage';

/** Why a value stands open that a settings class keeps. */
export const KEPT_SETTING = 'a setting that the program keeps';
const NAMED_LIKE_SETTINGS = /config|settings?$|options$|preferences$/i;

/**
 * What an object of a class that is built on `dict` (Python) holds under a key: nobody sees what was put there. Of one that is called
 * like settings it is the same wherever the program runs.
 */
export function heldInDict(evaluation: Evaluation, object: Value, key: string, at: Span): Value | undefined {
  if (object.kind !== 'instance' && object.kind !== 'self') return undefined;
  const { classes, others } = lineageOf(evaluation, object.at.uri, object.scope, NO_CONTEXT);
  const isDict = others.some(base => base.kind === 'external' && base.module === 'global' && base.path.join('.') === 'dict');
  if (!isDict || scopeOf(evaluation, object.at.uri, object.scope) === undefined) return undefined;
  const isSettings = classes.some(({ scope }) => NAMED_LIKE_SETTINGS.test(scope.name));
  return isSettings ? hole(at, key, KEPT_SETTING, { volatility: 'deploy' }) : hole(at, key, 'kept in a dictionary');
}
