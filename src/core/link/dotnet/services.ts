import type { CodeSummary } from '../../source/summary';
import type { Argument, Call, Value, ValueOf } from '../../source/values';
import { positional } from '../arguments';
import { choose } from '../choose';
import { type Evaluation, NO_CONTEXT, scopeOf } from '../evaluation';
import { hole } from '../hole';
import { invoke } from '../invoke';
import { likelyFiles } from '../likely-files';
import { plainText } from '../plain-values';
import { asBuilt } from './invoking-clients';
import { configuredOptions } from './options';
import { isSameType } from './same-type';
import { TYPE_ARGUMENT } from './type-argument';

/** Files that services are registered in, as they are called nearly everywhere. */
const STARTUP =
  /\/(?:Program|Startup|MauiProgram|App\.xaml|[^/]*(?:Extensions?|Registrations?|Module|Installer|Bootstrap\w*|Injection|Configurat\w+|Setup|Services|HostBuilder\w*))\.cs$/;

const REGISTERING = /^(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient)$/;
/** Methods that register one service under a type of their package. */
const OWN: Readonly<Record<string, string>> = {
  AddChatClient: 'IChatClient',
  AddKeyedChatClient: 'IChatClient',
  AddEmbeddingGenerator: 'IEmbeddingGenerator',
  AddKeyedEmbeddingGenerator: 'IEmbeddingGenerator',
};

/** What Semantic Kernel makes of the models that are registered beside it (`services.AddKernel().AddOpenAIChatCompletion(…)`). */
const KERNELS = /^(?:Kernel|IChatCompletionService)$/;
const MODELS = /^Add\w+(?:ChatCompletion|ChatClient)(?:Service)?$/;

/** What a constructor's parameter of a type is given by the program's container: what was registered for it, under its key if it has one. */
export function injected(evaluation: Evaluation, summary: CodeSummary, type: Value, key?: Value): Value | undefined {
  const name = typeName(evaluation, type);
  if (name === undefined || (type.kind !== 'external' && type.kind !== 'class')) return undefined;
  const wanted = key === undefined ? undefined : plainText(key);
  return evaluation.once(`services ${name} ${wanted}`, () => {
    for (const wide of [false, true]) {
      const files = likelyFiles(evaluation, summary, STARTUP, wide);
      const kernel = KERNELS.test(name) ? kernelOf(evaluation, files, type, name) : undefined;
      if (kernel !== undefined) return kernel;
      for (const file of files) {
        const found = file.calls.flatMap(({ call }) => {
          const value = registered(evaluation, call, type, name);
          return value === undefined ? [] : [{ value: asBuilt(file, call, value, type), key: keyOf(evaluation, call) }];
        });
        const same = found.filter(each => each.key === wanted);
        const [first, ...others] = (same.length > 0 ? same : found).map(({ value }) => value);
        if (first !== undefined) return choose(first.at, [first, ...others]);
      }
    }
    return undefined;
  });
}

/** A kernel with the models of the first file that registers some. */
function kernelOf(evaluation: Evaluation, files: readonly CodeSummary[], type: Value, name: string): Value | undefined {
  if (type.kind !== 'external' || !evaluation.isPackage(type.module)) return undefined;
  const isModel = ({ callee }: Call) => callee.kind === 'member' && MODELS.test(callee.key) && !Object.hasOwn(OWN, callee.key);
  const registers = (file: CodeSummary) => file.calls.some(({ call }) => isModel(call));
  const calls = files.find(registers)?.calls.flatMap(({ call }) => (isModel(call) ? [call] : [])) ?? [];
  const [first] = calls;
  if (first === undefined) return undefined;
  const { at } = first;
  const make = (callee: Value, args: Call['args'] = []): Call => ({ kind: 'call', at, callee, args, argsAt: at });
  const step = (object: Value, key: string): Value => ({ kind: 'member', at, object, key });
  const builder = make({ ...type, at, path: ['Kernel', 'CreateBuilder'] });
  const told = calls.reduce(
    (state, call) => (call.callee.kind === 'member' ? make(step(state, call.callee.key), call.args) : state),
    builder,
  );
  const kernel = make(step(told, 'Build'));
  return evaluation.evaluate(name === 'Kernel' ? kernel : make(step(kernel, 'GetRequiredService')), NO_CONTEXT);
}

/** What one call registers for a type, if it does. */
function registered(evaluation: Evaluation, call: Call, type: Value, name: string): Value | undefined {
  const { callee, args } = call;
  const options = type.kind === 'class' ? configuredOptions(evaluation, call, type) : undefined;
  if (options !== undefined) return options;
  if (callee.kind !== 'member') return undefined;
  const own = Object.hasOwn(OWN, callee.key) ? OWN[callee.key] : undefined;
  if (own === undefined && !REGISTERING.test(callee.key)) return undefined;
  if (own !== undefined && own !== name) return undefined;
  const types = args.filter(argument => argument.name === TYPE_ARGUMENT).map(({ value }) => evaluation.evaluate(value, NO_CONTEXT));
  const [service, made] = types;
  if (own === undefined && service !== undefined && !isSameType(service, type)) return undefined;
  if (made?.kind === 'class') return outside(made);
  const given = args.filter(argument => argument.name === undefined);
  const value = given.at(-1);
  if (value === undefined) return service?.kind === 'class' ? outside(service) : undefined;
  const result = resultOf(evaluation, value, call);
  return own !== undefined || service !== undefined || isOfType(result, name) || isObjectOf(result, type) ? result : undefined;
}

/** The key of a service that is registered under one; undefined: it has none. */
function keyOf(evaluation: Evaluation, { callee, args }: Call): string | undefined {
  const key = callee.kind === 'member' && /^(?:Try)?AddKeyed/.test(callee.key) ? positional(args)[0] : undefined;
  return key && plainText(evaluation.evaluate(key.value, NO_CONTEXT));
}

/** An object of a class whose constructor's parameters come from the container as well. */
function outside(type: ValueOf<'class'>): Value {
  return { kind: 'param', at: type.at, scope: type.scope, name: 'service', type, outside: true };
}

/** `sp => new Service(…)`: what it returns. */
function resultOf(evaluation: Evaluation, { value }: Argument, { at }: Call): Value {
  const evaluated = evaluation.evaluate(value, NO_CONTEXT);
  if (evaluated.kind !== 'function') return evaluated;
  const params = scopeOf(evaluation, evaluated.at.uri, evaluated.scope)?.params ?? [];
  const args = params.map(param => ({ value: hole(param.at, param.name, 'handed over by the container'), at: param.at }));
  return invoke(evaluation, evaluated, args, undefined, at, NO_CONTEXT) ?? hole(at, 'service', 'made when the program runs');
}

/** `new ChatClient(…)`, `openai.GetChatClient(…)`, `client.AsIChatClient()`. */
function isOfType(value: Value, name: string): boolean {
  if (value.kind === 'choice') return value.options.some(option => isOfType(option, name));
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'external') return callee.path[callee.path.length - 1] === name;
  return callee.kind === 'member' && (callee.key === `Get${name}` || callee.key === `As${name}`);
}

function isObjectOf(value: Value, type: Value): boolean {
  return value.kind === 'instance' && isSameType({ kind: 'class', at: value.at, scope: value.scope }, type);
}

function typeName(evaluation: Evaluation, type: Value): string | undefined {
  if (type.kind === 'external') return type.path[type.path.length - 1];
  return type.kind === 'class' ? scopeOf(evaluation, type.at.uri, type.scope)?.name : undefined;
}
