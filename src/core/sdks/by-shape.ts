import type { Context, Evaluation } from '../link/evaluation';
import { isNull } from '../link/plain-values';
import { isJavaScript } from '../source/languages/index';
import type { CodeSummary } from '../source/summary';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { callsOnBinding } from './bindings';
import { belongs } from './exports';
import { isMadeByPackage } from './made-by-packages';
import { sentRequest } from './passed-address';
import { pathOf } from './path-steps';
import { postedOn } from './posted';
import { called, matchSdk } from './receiver';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';
import type { SdkIndex } from './sdk-index';
import { isUnknown, mayBeClient, unseenClient } from './unseen-clients';

/** Whether a call, as it is written, may be told by its shape: `….chat.completions.create(model=…)`. */
export function mayTellByShape({ callee }: Call, sdks: SdkIndex): boolean {
  return sdks.mayCall(callee);
}

/**
 * An SDK's call on a client of which nobody says where it comes from (`def ask(client, model): client.chat.completions.create(model=…,
 * messages=…)`), told by the members it goes through together with the arguments that the API demands. Neither is enough by itself:
 * `client.messages.create(to=…, body=…)` sends text messages. Of an object that is known to be something else this says nothing.
 */
export function callsByShape(
  evaluation: Evaluation,
  { callee, args: written }: Call,
  args: () => readonly Argument[],
  context: Context,
  sdks: SdkIndex,
): readonly SdkCall[] {
  const summary = evaluation.codeOf(callee.at.uri);
  if (summary?.language === 'go') {
    const sent = sentRequest(callee, args, sdks);
    const steps = callee.kind === 'member' ? [callee.key] : [];
    return sent === undefined
      ? []
      : called({ evaluation, context, sdks }, { ...unseenClient(sent.sdk), kind: 'session' }, steps, args, callee.at);
  }
  if (summary === undefined || (summary.language !== 'python' && !isJavaScript(summary.language))) return [];
  const unimported = summary.language === 'python' ? packageInReach(evaluation.evaluate(callee, context), sdks) : undefined;
  if (unimported !== undefined) return matchSdk(evaluation, unimported, args, context, sdks);
  const bound = callsOnBinding(evaluation, callee, args, context, sdks);
  if (bound.length > 0) return bound;
  for (let { object, steps } = { object: callee, steps: [] as readonly string[] }; object.kind === 'member'; ) {
    steps = [object.key, ...steps];
    object = object.object;
    const path = pathOf(steps);
    const likely = sdks.withCall(path).flatMap(sdk => {
      const shapes = sdk.calls.filter(each => (each.on ?? 'client') === 'client' && each.path === path);
      return shapes.length === 0 ? [] : [{ sdk, shapes }];
    });
    // What is passed takes longer to find out than what it is passed to.
    if (likely.length === 0) continue;
    // Names of three steps are those of an API, whichever package's class speaks it: `new Gateway().chat.completions.create(…)`, `client.chat.completions.create(**options)`.
    const isMade = steps.length > 2 && isMadeByPackage(evaluation.evaluate(object, context), sdks);
    if (!isMade && !mayBeClient(evaluation, object, context)) continue;
    const passed = namesOf(args());
    const isOpen = written.some(({ value }) => value.kind === 'spread');
    const those = (tells: (shape: CallShape) => boolean) =>
      likely.flatMap(({ sdk, shapes }) => {
        const shape = shapes.find(tells);
        return shape === undefined ? [] : [{ sdk, shape }];
      });
    const isImported = ({ sdk }: { readonly sdk: Sdk }) => summary.imports.some(({ module }) => belongs(module, sdk));
    const fitting = those(shape => isTelling(shape, passed));
    const isCapped = ({ shape }: { readonly shape: CallShape }) => shape.cap.some(name => passed.has(name));
    const found =
      theOne(fitting.filter(isImported)) ??
      theOne(fitting) ??
      theOne(fitting.filter(isCapped)) ??
      theOne(those(shape => mayBeTelling(shape, passed, isOpen)).filter(isImported)) ??
      (steps.length > 2 && (isOpen || (isMade && isPassedWhole(args()))) ? theOne(those(() => true)) : undefined);
    if (found !== undefined) return called({ evaluation, context, sdks }, unseenClient(found.sdk), steps, args, callee.at);
  }
  if (callee.kind !== 'member') return [];
  const posted = postedOn(evaluation, callee, args, context, sdks);
  if (posted.length > 0) return posted;
  const object = evaluation.evaluate(callee.object, context);
  const told =
    toldObject(evaluation, object, sdks) ?? (written.length === 0 ? undefined : namedObject(evaluation, object, callee, summary, sdks));
  return told === undefined ? [] : called({ evaluation, context, sdks }, told, [callee.key], args, callee.at);
}

/** `litellm.completion(…)` where nothing is called so: what runs the function has the package in reach. */
function packageInReach(callee: Value, sdks: SdkIndex): Value | undefined {
  const steps: string[] = [];
  for (let each = callee; ; each = each.object) {
    if (each.kind === 'external') {
      const [module = '', ...path] = [...each.path, ...steps];
      return each.module === 'global' && sdks.ofModule(module).length > 0 ? { ...each, module, path } : undefined;
    }
    if (each.kind !== 'member') return undefined;
    steps.unshift(each.key);
  }
}

/** `llm.with_structured_output(Answer)` of an `llm` that nobody says anything of: an object of the one package that has the method. */
function toldObject(evaluation: Evaluation, value: Value, sdks: SdkIndex): SdkObject | undefined {
  if (value.kind === 'choice')
    return theOnly(value.options.filter(option => !isNull(option)).map(option => toldObject(evaluation, option, sdks)));
  if (value.kind !== 'call') return undefined;
  const { callee, at } = value;
  const name = callee.kind === 'member' ? callee.key : callee.kind === 'param' ? callee.name.slice(callee.name.lastIndexOf('.') + 1) : '';
  const sdk = sdks.toldBy(name);
  const object = callee.kind === 'member' ? callee.object : callee;
  if (sdk?.telling === undefined || !isUnknown(evaluation, object)) return undefined;
  const { kind } = sdk.telling;
  const positional = sdk.methods?.find(({ on, path }) => on === kind && path === name)?.positional ?? [];
  const model: Value = callee.kind === 'param' ? { ...callee, name: callee.name.slice(0, -name.length - 1) } : object;
  const layers = [
    { args: [{ name: 'model', value: model, at }], positional: [] },
    { args: value.args, positional },
  ];
  return { sdk, kind, name: undefined, provider: undefined, layers, unseen: true };
}

/** `llm.invoke(prompt)` where the file imports LangChain: an unknown object that is called like a model, by a method that models have. */
function namedObject(
  evaluation: Evaluation,
  object: Value,
  { key, at }: ValueOf<'member'>,
  { imports }: CodeSummary,
  sdks: SdkIndex,
): SdkObject | undefined {
  if (!isUnknown(evaluation, object)) return undefined;
  const name = object.kind === 'param' ? object.name : object.kind === 'member' ? object.key : '';
  for (const sdk of sdks.withCall(key)) {
    const { kind, named } = sdk.telling ?? {};
    const isCalledLike = named?.test(name.slice(name.lastIndexOf('.') + 1)) === true;
    const has = sdk.calls.some(call => call.on === kind && call.path === key);
    if (kind === undefined || !isCalledLike || !has || !imports.some(({ module }) => belongs(module, sdk))) continue;
    return {
      sdk,
      kind,
      name: undefined,
      provider: undefined,
      layers: [{ args: [{ name: 'model', value: object, at }], positional: [] }],
      unseen: true,
    };
  }
  return undefined;
}

function theOnly(objects: readonly (SdkObject | undefined)[]): SdkObject | undefined {
  return objects.length === 1 ? objects[0] : undefined;
}

/** What a call names of its arguments; in JavaScript, of the object that it passes first, or behind the ids of what it is about. */
function namesOf(args: readonly Argument[]): ReadonlySet<string> {
  const options = args.find(({ value }) => value.kind === 'record');
  const entries = options?.name === undefined && options?.value.kind === 'record' ? options.value.entries : [];
  return new Set([...args.flatMap(({ name }) => name ?? []), ...entries.flatMap(({ key }) => key ?? [])]);
}

/** Names of one step say too little, unless the arguments are called like nowhere else (`modelId`). */
function isTelling({ path, model, messages, recording = [] }: CallShape, passed: ReadonlySet<string>): boolean {
  const passes = (names: readonly string[]) => names.some(name => passed.has(name));
  return passes(model) && (messages.length === 0 || passes([...messages, ...recording])) && (path.includes('.') || passes(['modelId']));
}

/**
 * In a file that imports the package: `client.chat.completions.create(messages=…, **options)`, where the rest may be in what is spread and
 * names of two steps have to say what they send; `client.beta.threads.runs.stream(thread, { assistant_id })`, which needs no model.
 */
function mayBeTelling({ path, messages, recording = [], tellingArguments = [] }: CallShape, passed: ReadonlySet<string>, isOpen: boolean) {
  const passes = (names: readonly string[]) => names.some(name => passed.has(name));
  const steps = path.split('.').length;
  return (isOpen && (steps > 2 || (steps === 2 && passes([...messages, ...recording])))) || passes(tellingArguments);
}

/** `create(request)` of what callers pass. */
function isPassedWhole([first, ...others]: readonly Argument[]): boolean {
  return first?.name === undefined && first?.value.kind === 'param' && others.every(({ name }) => name === undefined);
}

/** Packages that speak one API are one, whichever of them it is. */
function theOne<T extends { readonly sdk: Sdk; readonly shape: CallShape }>(fitting: readonly T[]): T | undefined {
  const [first, ...others] = fitting;
  return others.every(({ shape }) => shape.api === first?.shape.api)
    ? (fitting.find(({ sdk }) => sdk.id === 'openai') ?? first)
    : undefined;
}
