import { setAtDeployment } from '../source/deployed';
import { namedArgument } from '../source/named-argument';
import type { Span } from '../source/span';
import type { CallPlace, CodeSummary, Effect } from '../source/summary';
import type { Argument, Value } from '../source/values';
import { evaluateArgs, positional } from './arguments';
import { choose } from './choose';
import { saying, withItself } from './code-near';
import { entryOf } from './entries';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { memberOf } from './members';
import { plainText } from './plain-values';

const APPLICATIONS = /^(?:flask|quart)$/;
/** Methods of the configuration that set several keys at once. */
const SETS: ReadonlySet<string> = new Set(['from_object', 'from_mapping', 'update', 'setdefault', 'from_prefixed_env']);
const FROM_ENVIRONMENT = 'from_prefixed_env';

type Assign = Extract<Effect, { kind: 'assign' }>;

/**
 * `current_app.config["MODEL"]` of Flask: what the code around sets there, by the key or with a class or module of settings. Undefined:
 * it isn't Flask's, or nothing in sight sets it.
 */
export function flaskSetting(evaluation: Evaluation, object: Value, key: string, at: Span): Value | undefined {
  const summary = isConfiguration(object) ? evaluation.codeOf(at.uri) : undefined;
  if (summary === undefined || summary.language !== 'python') return undefined;
  const { files } = evaluation.mayPass(summary);
  const near = withItself(summary, files);
  const said = evaluation.once(`Flask's ${key} in ${summary.uri}`, () =>
    saying(near, ['config']).flatMap(file => saidIn(evaluation, file, key, at)),
  );
  return said === undefined || said.length === 0 ? undefined : choose(at, said);
}

/** `app.config.get("MODEL")` */
export function flaskOption(evaluation: Evaluation, object: Value, method: string, args: readonly Argument[], at: Span): Value | undefined {
  const [key] = method === 'get' ? positional(args) : [];
  const name = key && plainText(key.value);
  return name === undefined ? undefined : flaskSetting(evaluation, object, name, at);
}

/** `app.config`, `current_app.config` */
function isConfiguration(object: Value): boolean {
  if (object.kind === 'external') return APPLICATIONS.test(object.module) && object.path.join('.') === 'current_app.config';
  if (object.kind === 'record') return object.entries.some(({ key, value }) => key === undefined && isConfiguration(unspread(value)));
  return object.kind === 'member' && object.key === 'config' && isApplication(object.object);
}

function isApplication(value: Value): boolean {
  if (value.kind === 'record') return value.entries.some(({ key, value: held }) => key === undefined && isApplication(unspread(held)));
  if (value.kind !== 'call') return false;
  const { callee } = value;
  return callee.kind === 'external' && APPLICATIONS.test(callee.module) && /^(?:Flask|Quart)$/.test(callee.path.join('.'));
}

function unspread(value: Value): Value {
  return value.kind === 'spread' ? value.value : value;
}

function saidIn(evaluation: Evaluation, file: CodeSummary, key: string, at: Span): readonly Value[] {
  return [...setByKey(evaluation, file, key), ...setTogether(evaluation, file, key, at)];
}

/** `app.config["MODEL"] = "…"` */
function setByKey(evaluation: Evaluation, file: CodeSummary, key: string): readonly Value[] {
  const find = ({ scopes }: CodeSummary) => scopes.flatMap(({ effects }) => effects.filter(effect => sets(effect)));
  const sets = (effect: Effect): effect is Assign => {
    if (effect.kind !== 'assign') return false;
    const [config, own, ...more] = effect.target.path;
    return config === 'config' && own === key && more.length === 0;
  };
  evaluation.edited.lookFor(file, `sets ${key} of Flask`, find);
  return find(file).flatMap(effect => (sets(effect) ? [evaluation.evaluate(effect.value, NO_CONTEXT)] : []));
}

function setTogether(evaluation: Evaluation, file: CodeSummary, key: string, at: Span): readonly Value[] {
  const isSetting = ({ call: { callee } }: CallPlace) =>
    callee.kind === 'member' && SETS.has(callee.key) && callee.object.kind === 'member' && callee.object.key === 'config';
  return callsThat(evaluation, file, 'sets configurations', isSetting).flatMap(({ call }): readonly Value[] => {
    const method = call.callee.kind === 'member' ? call.callee.key : '';
    if (method === FROM_ENVIRONMENT) return [setAtDeployment(at, key)];
    return partOf(evaluation, method, evaluateArgs(evaluation, call.args, NO_CONTEXT), key, file, at);
  });
}

function partOf(
  evaluation: Evaluation,
  method: string,
  args: readonly Argument[],
  key: string,
  file: CodeSummary,
  at: Span,
): readonly Value[] {
  const [first, second] = positional(args).map(({ value }) => value);
  if (method === 'setdefault') return second !== undefined && first !== undefined && plainText(first) === key ? [second] : [];
  const stated = namedArgument(args, key);
  if (stated !== undefined || first === undefined) return stated === undefined ? [] : [stated];
  return (first.kind === 'choice' ? first.options : [first]).flatMap(each => fieldIn(evaluation, each, key, file, at) ?? []);
}

/** A class, an object, a module or a table of settings; a class or a module may be named: `"settings.Production"`. */
function fieldIn(evaluation: Evaluation, from: Value, key: string, file: CodeSummary, at: Span): Value | undefined {
  if (from.kind === 'record') return entryOf(from, key).value;
  const name = from.kind === 'text' ? from.text.text : undefined;
  const object = name === undefined ? from : named(evaluation, name, file, at);
  if (object === undefined) return undefined;
  const found = memberOf(evaluation, { kind: 'member', at, object, key }, object, NO_CONTEXT);
  return found.kind === 'member' || found.kind === 'external' ? undefined : found;
}

function named(evaluation: Evaluation, name: string, { uri }: CodeSummary, at: Span): Value | undefined {
  const module = evaluation.moduleOf(name, uri);
  if (module !== undefined) return { kind: 'external', at, module, path: [] };
  const end = name.lastIndexOf('.');
  const owner = end < 0 ? undefined : evaluation.moduleOf(name.slice(0, end), uri);
  return owner === undefined ? undefined : evaluation.exportOf(owner, name.slice(end + 1), at);
}
