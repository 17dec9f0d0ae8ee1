import type { Entry, Value, ValueOf } from '../source/values';
import { annotationsOf } from './class-annotations';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { dataBeside } from './file-texts';
import { plainText } from './plain-values';

type ObjectValue = ValueOf<'self'> | ValueOf<'instance'>;

/**
 * `self.agents_config` of a class that CrewAI completes (`@CrewBase`): what the YAML file says whose path the class states, or that has
 * its usual place. A model that a method of the class makes goes by that method's name there.
 */
export function crewSettings(evaluation: Evaluation, object: ObjectValue, key: string, path: Value | undefined): Value | undefined {
  const [, name] = /^(agents|tasks)_config$/.exec(key) ?? [];
  if (name === undefined || !isCrew(evaluation, object)) return undefined;
  const file = path === undefined ? `config/${name}.yaml` : plainText(path);
  const data = file === undefined ? undefined : dataBeside(evaluation, object.at.uri, file, object.at);
  if (data?.kind !== 'record') return undefined;
  return { ...data, entries: data.entries.map(entry => withModels(evaluation, object, entry)) };
}

function isCrew(evaluation: Evaluation, { at, scope }: ObjectValue): boolean {
  return annotationsOf(evaluation, at.uri, scope).some(
    mark => mark.kind === 'external' && mark.module.split('.')[0] === 'crewai' && mark.path.at(-1) === 'CrewBase',
  );
}

function withModels(evaluation: Evaluation, object: ObjectValue, entry: Entry): Entry {
  if (entry.value.kind !== 'record') return entry;
  const entries = entry.value.entries.map(each =>
    each.key === 'llm' ? { ...each, value: madeModel(evaluation, object, each.value) } : each,
  );
  return { ...entry, value: { ...entry.value, entries } };
}

function madeModel(evaluation: Evaluation, object: ObjectValue, named: Value): Value {
  const name = plainText(named);
  const summary = evaluation.codeOf(object.at.uri);
  const type = scopeOf(evaluation, object.at.uri, object.scope);
  if (name === undefined || summary === undefined || type === undefined) return named;
  if (!evaluation.lookup.methodsOf(summary, type).some(method => method.name === name)) return named;
  const callee: Value = { kind: 'member', at: named.at, object, key: name };
  return evaluation.evaluate({ kind: 'call', at: named.at, callee, args: [], argsAt: named.at }, NO_CONTEXT);
}
