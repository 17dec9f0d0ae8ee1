import { namedArgument } from '../source/named-argument';
import type { Argument, Call, Value } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { hole } from './hole';
import { labelOf, lastNameOf } from './labels';

/** What people do to Gradio's components, by the methods that wire a function to it. */
const EVENTS: ReadonlySet<string> = new Set([
  'click',
  'submit',
  'change',
  'input',
  'select',
  'upload',
  'release',
  'load',
  'then',
  'success',
]);
/** Apps that are made of one function. */
const APPS: ReadonlySet<string> = new Set(['Interface', 'ChatInterface', 'on']);
/** A chat's function is passed the message and what was said before. */
const CHAT = ['message', 'history'];

interface Wired {
  readonly callee: Value;
  readonly args: readonly Argument[];
}

/** `button.click(ask, inputs=[question, model])`: a function that is called with what its inputs hold when people act (Gradio). */
export function wiredByGradio(evaluation: Evaluation, call: Call, context: Context): Wired | undefined {
  const by = lastNameOf(call.callee);
  if (!EVENTS.has(by) && !APPS.has(by)) return undefined;
  if (evaluation.codeOf(call.at.uri)?.imports.some(({ module }) => /^gradio\b/.test(module)) !== true) return undefined;
  const positional = call.args.filter(({ name }) => name === undefined).map(({ value }) => value);
  const named = (...names: readonly string[]) => call.args.find(({ name }) => name !== undefined && names.includes(name))?.value;
  const first = by === 'on' ? 1 : 0;
  const callee = named('fn') ?? positional[first];
  if (callee === undefined || !isGradios(evaluation, call, by, context)) return undefined;
  const isChat = by === 'ChatInterface';
  const inputs = named(isChat ? 'additional_inputs' : 'inputs') ?? (isChat ? undefined : positional[first + 1]);
  const written = inputs?.kind === 'list' ? inputs.items : inputs === undefined ? [] : [inputs];
  const given = written.map(component => held(evaluation, component, context));
  const chat = isChat ? CHAT.map(name => entered(call.argsAt, name)) : [];
  return { callee, args: [...chat, ...given].map(value => ({ value, at: value.at })) };
}

function isGradios(evaluation: Evaluation, { callee }: Call, by: string, context: Context): boolean {
  const written = EVENTS.has(by) && callee.kind === 'member' ? callee.object : callee;
  const value = evaluation.evaluate(written, context);
  return isOfGradio(value.kind === 'call' ? rootOf(value) : value);
}

/** `button.click(…).then(…)` */
function rootOf(value: Value): Value {
  if (value.kind === 'call') return rootOf(value.callee);
  return value.kind === 'member' ? rootOf(value.object) : value;
}

function isOfGradio(value: Value): boolean {
  return value.kind === 'external' && (value.module === 'gradio' || value.module.startsWith('gradio.'));
}

/** What a component holds: one of its choices, or whatever people enter. */
function held(evaluation: Evaluation, written: Value, context: Context): Value {
  const component = evaluation.evaluate(written, context);
  const open = entered(written.at, labelOf(written));
  if (component.kind !== 'call' || component.callee.kind !== 'external') return open;
  const named = (name: string) => namedArgument(component.args, name);
  const choices = named('choices') ?? component.args.find(({ name }) => name === undefined)?.value;
  const isChosen = /^(?:Dropdown|Radio)$/.test(component.callee.path.at(-1) ?? '');
  const isClosed = named('multiselect') === undefined && named('allow_custom_value') === undefined;
  if (!isChosen || !isClosed || choices?.kind !== 'list' || choices.items.length === 0) return open;
  // `("Fast", "gpt-5.4-mini")`: a label, and what it stands for.
  const values = choices.items.map(item => (item.kind === 'list' && item.items.length === 2 ? (item.items[1] ?? item) : item));
  return values.every(({ kind }) => kind === 'text' || kind === 'scalar') ? choose(written.at, values) : open;
}

function entered(at: Value['at'], label: string): Value {
  return hole(at, label, 'entered by the user', { volatility: 'turn', proven: true });
}
