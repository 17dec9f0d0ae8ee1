import { setAtDeployment } from '../source/deployed';
import type { Span } from '../source/span';
import type { Scope } from '../source/summary';
import type { Value } from '../source/values';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import type { ClassUse } from './fields';
import { lineageOf } from './lineage';

/** pydantic's settings, and what is derived from them, take every field from the environment, if it is set there. */
export function isSettings(evaluation: Evaluation, type: Scope, { uri, context }: ClassUse): boolean {
  return type.bases.length > 0 && lineageOf(evaluation, uri, type.id, context).others.some(isSettingsClass);
}

function isSettingsClass(base: Value): boolean {
  return base.kind === 'external' && /^pydantic(?:_settings|\.v1)?$/.test(base.module) && base.path.join('.') === 'BaseSettings';
}

/** A field's default, or what the environment sets in its place; methods are never set there. */
export function orEnvironment(value: Value, key: string): Value {
  return value.kind === 'function' ? value : choose(value.at, [fieldOfEnvironment(value.at, key), value]);
}

/** What the environment sets for a field: under the field's name in capitals. */
export function fieldOfEnvironment(at: Span, key: string): Value {
  return setAtDeployment(at, key.toUpperCase());
}
