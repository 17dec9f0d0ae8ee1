import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { chooseByKey } from './by-caller';
import { choose, chooseOf } from './choose';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { required } from './imported';
import { plainText } from './plain-values';

/** Modules and names of which each pair is looked at. */
const MOST_PAIRS = 2000;

/** `importlib.import_module(path)`: of a table of providers, any of its modules. */
export function loadedModule(evaluation: Evaluation, name: Value | undefined, at: Span): Value | undefined {
  const load = (one: Value) => {
    const module = plainText(one);
    return module === undefined ? undefined : required(evaluation, module, at);
  };
  if (name?.kind !== 'choice') return name && load(name);
  const modules = name.options.map(load);
  if (modules.every(module => module === undefined)) return undefined;
  return chooseOf(
    at,
    name,
    modules.map(module => module ?? hole(at, 'import_module()', 'the name of the module is not known')),
  );
}

/** `getattr(object, name)`, `getattr(object, name, otherwise)` */
export function memberByName(
  evaluation: Evaluation,
  [object, name, otherwise]: readonly Value[],
  at: Span,
  context: Context,
): Value | undefined {
  if (object === undefined || name === undefined) return undefined;
  const value = ofModules(evaluation, object, name, at) ?? ofObject(evaluation, object, name, at, context);
  const isThere = value === undefined || value.kind === 'text' || (value.kind === 'scalar' && value.value !== null);
  return value === undefined || otherwise === undefined || isThere ? value : choose(at, [value, otherwise]);
}

function ofObject(evaluation: Evaluation, object: Value, name: Value, at: Span, context: Context): Value | undefined {
  const keys = (name.kind === 'choice' ? name.options : [name]).map(plainText);
  const fields = keys.flatMap(key => (key === undefined ? [] : evaluation.evaluate({ kind: 'member', at, object, key }, context)));
  return fields.length === 0 || fields.length < keys.length ? undefined : chooseByKey(at, name, fields);
}

/** Of several modules each has the class of its own that a table names beside it (`"llms.openai.OpenAILLM"`). */
function ofModules(evaluation: Evaluation, object: Value, name: Value, at: Span): Value | undefined {
  if (object.kind !== 'choice' || name.kind !== 'choice' || object.options.length * name.options.length > MOST_PAIRS) return undefined;
  const keys = name.options.flatMap(option => plainText(option) ?? []);
  const modules = object.options.flatMap(option => (option.kind === 'external' && option.path.length === 0 ? [option.module] : []));
  const members = modules.flatMap(module => keys.flatMap(key => evaluation.exportOf(module, key, at) ?? []));
  if (members.length === 0) return undefined;
  const isAll = modules.length === object.options.length && members.length >= modules.length;
  return chooseByKey(at, name, isAll ? members : [...members, hole(at, 'getattr()', 'not all modules are known')]);
}
