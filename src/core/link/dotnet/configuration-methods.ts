import type { Span } from '../../source/span';
import type { Argument, Value } from '../../source/values';
import { positional } from '../arguments';
import { choose } from '../choose';
import type { Evaluation } from '../evaluation';
import { ofConfiguration, sectionOf } from './configuration';
import { boundObject } from './options';
import { TYPE_ARGUMENT } from './type-argument';

/** `configuration.GetValue<string>("OpenAI:Model", fallback)`; `GetSection("OpenAI").Get<T>()` and what `Bind(settings)` makes of it. */
export function configuredByMethod(
  evaluation: Evaluation,
  object: Value,
  method: string,
  given: readonly Argument[],
  at: Span,
): Value | undefined {
  const [key, fallback] = positional(given).map(argument => argument.value);
  if (method === 'Get') return filled(evaluation, object, given.find(({ name }) => name === TYPE_ARGUMENT)?.value, at);
  if (method === 'Bind') return filled(evaluation, object, key, at);
  if (key === undefined || !['GetValue', 'GetRequiredValue'].includes(method)) return undefined;
  const value = ofConfiguration(evaluation, object, key, at);
  return value === undefined || fallback === undefined ? value : choose(at, [value, fallback]);
}

/** An object of the project's own class, with what a section of the configuration says of it. */
function filled(evaluation: Evaluation, section: Value, settings: Value | undefined, at: Span): Value | undefined {
  if (settings?.kind !== 'class' && settings?.kind !== 'instance') return undefined;
  const path = sectionOf(evaluation, section);
  if (path === undefined) return undefined;
  const given = settings.kind === 'instance' ? settings.args : [];
  return boundObject(evaluation, { kind: 'class', at: settings.at, scope: settings.scope }, path, at, given);
}
