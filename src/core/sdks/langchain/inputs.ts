import { entryOf } from '../../link/entries';
import type { Argument, Value } from '../../source/values';
import type { Given } from '../placeholders';
import type { ArgumentLayer } from '../sdk-call';

/** What a call hands over that is no part of the input: how to run it. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  'config',
  'callbacks',
  'tags',
  'metadata',
  'run_name',
  'version',
  'stop',
  'return_only_outputs',
]);

/** What a chain or model is called with: `invoke({…})`, `run("…")`, `predict(question="…")`. */
export function inputOf({ args }: ArgumentLayer): Value | undefined {
  const [first] = args;
  if (first === undefined) return undefined;
  if (first.name === undefined) return first.value;
  const whole = args.find(argument => argument.name === 'input' || argument.name === 'inputs');
  const values = variablesIn(args);
  if (whole !== undefined && values.length === 1) return whole.value.kind === 'record' ? whole.value : recordOf(values, whole);
  return values.length === 0 ? undefined : recordOf(values, first);
}

/** What a model is asked, whose input has no variables: `invoke(messages)`, `invoke(input=messages)`. */
export function askedIn(layer: ArgumentLayer): Value | undefined {
  const [first] = layer.args;
  const named = layer.args.find(({ name }) => name === 'input' || name === 'inputs');
  return first?.name === undefined || named === undefined ? inputOf(layer) : named.value;
}

function variablesIn(args: readonly Argument[]): readonly Argument[] {
  return args.filter(({ name }) => name !== undefined && !CONFIGURATION.has(name));
}

function recordOf(args: readonly Argument[], { at }: Argument): Value {
  return { kind: 'record', at, entries: args.map(({ name = '', value, at: place }) => ({ key: name, value, at: place })) };
}

/** What an input says of a template's variables. One that is no dictionary is the only variable that there is. */
export function givenBy(input: Value | undefined): Given {
  return name => (input?.kind === 'record' ? entryOf(input, name).value : input);
}

/** What reaches a prompt behind a step: `{"question": RunnablePassthrough()}` passes on, what is computed is not known. */
export function givenBehind(step: Value | undefined, input: Value | undefined): Given {
  const given = givenBy(input);
  if (step === undefined) return given;
  if (step.kind === 'record') {
    return name => {
      const { value } = entryOf(step, name);
      return value !== undefined && nameOf(value) === 'RunnablePassthrough' ? input : picked(value, given);
    };
  }
  const path = nameOf(step);
  if (path === 'RunnablePassthrough') return given;
  if (path !== 'RunnablePassthrough.assign' || step.kind !== 'call') return () => undefined;
  const computed = new Set(
    step.args.flatMap(({ name, value }) => name ?? (value.kind === 'record' ? value.entries.flatMap(({ key }) => key ?? []) : [])),
  );
  return name => (computed.has(name) ? undefined : given(name));
}

/** `itemgetter("question")` */
function picked(value: Value | undefined, given: Given): Value | undefined {
  const key = value?.kind === 'call' && nameOf(value) === 'itemgetter' ? value.args[0]?.value : undefined;
  return key?.kind === 'text' ? given(key.text.text) : undefined;
}

function nameOf(value: Value): string | undefined {
  const { callee } = value.kind === 'call' ? value : { callee: undefined };
  if (callee?.kind !== 'external') return undefined;
  const { path } = callee;
  const last = path[path.length - 1];
  return last === 'assign' ? path.slice(-2).join('.') : last;
}
