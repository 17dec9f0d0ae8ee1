import type { Growth, LoopAround } from '../request/call-context';
import { contains, type Span } from '../source/span';
import type { CallPlace, CodeSummary, Effect, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { callsWithin } from './calls-within';
import type { Evaluation } from './evaluation';
import { fieldName } from './file-index';
import { labelOf, lastNameOf } from './labels';
import { effectsWithDone } from './passes-that-change';
import { within } from './value-parts';

/** A list in a call's arguments, sent as it is: by its name, or by that of the object's field. */
interface Sent {
  readonly name: string;
  /** Of the object (`self.messages`), not of the function. */
  readonly field: boolean;
  /** Among other messages of a list that is written in the call. */
  readonly among: boolean;
  /** The variable holds an answer, which is asked for all messages so far: `self.result.all_messages()`. */
  readonly answer?: true;
  readonly at: Value['at'];
}

/** What makes a list shorter, by what such functions are called. */
const SHORTENS = /trim|trunc|prune|compact|compress|summar|shorten|window|limit|evict|drop_?old|forget|last_?n/i;
/** A new conversation is begun, which does not bound the one before. */
const BEGINS = /reset|clear|new|start|begin|init|setup|restart/i;

/** The list that a call sends whole and that only gets longer: over the rounds of a loop, or over the calls of a function. */
export function growthOf(
  evaluation: Evaluation,
  summary: CodeSummary,
  { call, scope: id, block }: CallPlace,
  loop: LoopAround | undefined,
): Growth | undefined {
  const scope = summary.scopes[id];
  if (scope === undefined || shortensSomething(summary, scope)) return undefined;
  for (const sent of sentWhole(call.args.map(({ value }) => value))) {
    const where = sent.field
      ? growsInObject(evaluation, summary, scope, sent, call.at)
      : growsInLoop(evaluation, scope, sent, loop, call.at) || growsInModule(evaluation, summary, scope, sent);
    if (where === false) continue;
    const { lookup } = evaluation;
    const effects = effectsWithDone(evaluation, scope, sent.name, sent.field);
    const type = sent.field ? classOf(summary, scope) : undefined;
    const all =
      type === undefined
        ? effects
        : [type, ...lookup.methodsOf(summary, type)].flatMap(each => effectsWithDone(evaluation, each, sent.name, true));
    return {
      name: sent.field ? fieldName(sent.name) : sent.name,
      at: sent.at,
      over: where,
      among: sent.among,
      alternates: takesTurns(effects, block, call.at.start),
      ofPackage: sent.answer === true || all.some(suggestsObject),
    };
  }
  return undefined;
}

/** What gives all messages of a conversation, those of the call that was answered included. */
const GIVES_ALL = /^(?:all_messages|to_input_list)$/;

/** `result.new_messages()`: what stands first in these may be instructions, and calls of tools stand before their results. */
function isGivenByAnswer(value: Value): boolean {
  return (
    value.kind === 'call' && value.callee.kind === 'member' && (GIVES_ALL.test(value.callee.key) || value.callee.key === 'new_messages')
  );
}

/** The answer of a call is kept, and handed on to the same call when it is made again. */
function isAnswerOf({ lookup }: Evaluation, scope: Scope, { name, field }: Sent, call: Span): boolean {
  const effects = field ? lookup.effectsOnField(scope, name) : lookup.effectsOn(scope, name);
  return effects.some(effect => effect.kind === 'assign' && contains(effect.value.at, call));
}

/** `new ChatHistory()`, and what is added by methods of its own or comes from answers: another list can't be sent instead. */
function suggestsObject(effect: Effect): boolean {
  if (effect.kind === 'call') return true;
  if (adds(effect) && 'value' in effect && [...within(effect.value)].some(isGivenByAnswer)) return true;
  return effect.kind === 'assign' && effect.value.kind === 'call' && /^\p{Lu}/u.test(lastNameOf(effect.value.callee));
}

/** `history.AddUserMessage(text)`, `history.add_ai_message(text)` */
const ADDS_MESSAGE = /^add(?:_?(?:user|human|assistant|ai|system|developer))?_?message$/i;

/** One message is added before the call and one behind it, in the same block, so that every second is the user's. */
function takesTurns(effects: readonly Effect[], block: number, call: number): boolean {
  const added = effects.filter(effect => adds(effect) && effect.kind !== 'assign');
  const isOne = (some: readonly Effect[]) => some.length === 1 && some.every(effect => effect.block === block && effect.kind === 'append');
  return isOne(added.filter(({ at }) => at.start < call)) && isOne(added.filter(({ at }) => at.start > call));
}

/** A list that only gets longer while a loop waits for a person, or goes on without end. */
function growsInLoop(evaluation: Evaluation, scope: Scope, sent: Sent, loop: LoopAround | undefined, call: Span): 'rounds' | false {
  const { name } = sent;
  if (loop === undefined || loop.bounded) return false;
  if (sent.answer) return isAnswerOf(evaluation, scope, sent, call) ? 'rounds' : false;
  const changes = effectsWithDone(evaluation, scope, name).filter(({ at }) => loop.at.start <= at.start && at.end <= loop.at.end);
  return changes.some(adds) && changes.every(change => adds(change) || isEdge(change)) ? 'rounds' : false;
}

/** A list of the module that a function adds to and nobody shortens. */
function growsInModule(evaluation: Evaluation, summary: CodeSummary, scope: Scope, { name, answer }: Sent): 'calls' | false {
  const { lookup } = evaluation;
  const [module] = summary.scopes;
  if (answer || module === undefined || scope.kind !== 'function' || isOwn(scope, name)) return false;
  const own = lookup.effectsOn(module, name);
  if (!own.some(effect => effect.kind === 'assign' && effect.value.kind === 'list')) return false;
  if (!effectsWithDone(evaluation, scope, name).some(adds)) return false;
  const elsewhere = lookup.effectsAnywhere(summary, name).filter(({ scope: each }) => each !== module && !isOwn(each, name));
  return elsewhere.every(({ scope: each, effects }) => effects.every(effect => keeps(effect, each))) ? 'calls' : false;
}

function isOwn(scope: Scope, name: string): boolean {
  return (
    scope.params.some(param => param.name === name) ||
    scope.effects.some(
      effect =>
        effect.kind === 'assign' &&
        effect.declares &&
        effect.target.root !== 'self' &&
        effect.target.root.name === name &&
        effect.target.path.length === 0,
    )
  );
}

/** A field that methods add to and none shortens. */
function growsInObject(evaluation: Evaluation, summary: CodeSummary, scope: Scope, sent: Sent, call: Span): 'calls' | false {
  const { lookup } = evaluation;
  const { name: key } = sent;
  if (sent.answer) return !isConstructor(scope) && isAnswerOf(evaluation, scope, sent, call) ? 'calls' : false;
  const type = classOf(summary, scope);
  if (type === undefined) return false;
  const methods = lookup.methodsOf(summary, type);
  if (methods.some(method => shortensSomething(summary, method) || SHORTENS.test(method.name))) return false;
  const adding = methods.filter(method => !isConstructor(method) && effectsWithDone(evaluation, method, key, true).some(adds));
  const isSet = (effect: Effect) => effect.kind === 'assign';
  const begun =
    lookup.effectsOn(type, key).some(isSet) || [type, ...methods].some(method => lookup.effectsOnField(method, key).some(isSet));
  const kept = methods.every(method => effectsWithDone(evaluation, method, key, true).every(effect => keeps(effect, method)));
  return adding.length > 0 && begun && kept ? 'calls' : false;
}

function classOf(summary: CodeSummary, scope: Scope): Scope | undefined {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent === undefined ? undefined : summary.scopes[each.parent])
    if (each.kind === 'class') return each;
  return undefined;
}

function isConstructor({ name }: Scope): boolean {
  return name === '__init__' || name === 'constructor' || BEGINS.test(name);
}

/** It adds, or begins anew where that is what the function is for. */
function keeps(effect: Effect, scope: Scope): boolean {
  return adds(effect) || isConstructor(scope) || isEdge(effect);
}

/** One message is set, the system's usually. */
function isEdge(effect: Effect): boolean {
  return effect.kind !== 'return' && effect.target.path.length > 0;
}

function shortensSomething(summary: CodeSummary, { at }: Scope): boolean {
  return callsWithin(summary, at).some(({ call }) => SHORTENS.test(labelOf(call.callee)));
}

/** Whether an effect makes a list longer and takes nothing from it. */
export function adds(effect: Effect): boolean {
  if (effect.kind === 'append' || effect.kind === 'extend' || effect.kind === 'insert') return true;
  if (effect.kind === 'update') return effect.operator === '+';
  // `request.addMessage(answer)`
  if (effect.kind === 'call') return effect.value.callee.kind === 'member' && ADDS_MESSAGE.test(effect.value.callee.key);
  if (effect.kind === 'tell') return /^add\p{Lu}/u.test(effect.name);
  if (effect.kind !== 'assign' || effect.target.root === 'self') return false;
  // `messages = messages + […]`, `messages = [...messages, …]`
  const { name } = effect.target.root;
  const { value } = effect;
  // `messages = messages.concat(more)`, `messages = result.all_messages()`
  if (value.kind === 'call' && value.callee.kind === 'member') {
    const { object, key } = value.callee;
    return GIVES_ALL.test(key) || (key === 'concat' && isNamed(object, name));
  }
  if (value.kind !== 'list' && value.kind !== 'operation') return false;
  return [...within(value)].some(part => isNamed(part, name));
}

function isNamed(value: Value, name: string): boolean {
  return (value.kind === 'name' && value.name === name) || isField(value, name);
}

function isField(value: Value, name: string): boolean {
  return value.kind === 'member' && value.object.kind === 'self' && fieldName(value.key) === name;
}

/** The variables and fields in a call's arguments that are sent from their first item to their last. */
function sentWhole(values: readonly Value[], among = false): readonly Sent[] {
  return values.flatMap((value): readonly Sent[] => {
    switch (value.kind) {
      case 'name':
        return [{ name: value.name, field: false, among, at: value.at }];
      case 'member':
        return value.object.kind === 'self' ? [{ name: value.key, field: true, among, at: value.at }] : [];
      case 'record':
        return sentWhole(
          value.entries.map(entry => entry.value),
          among,
        );
      case 'list':
        return sentWhole(
          value.items.filter(item => item.kind === 'spread'),
          true,
        );
      case 'spread':
        return sentWhole([value.value], among);
      // `last.all_messages() if last else []`
      case 'choice':
        return value.options.flatMap(option => sentWhole([option], among)).filter(({ answer }) => answer === true);
      // A struct of parameters.
      case 'call':
        if (value.callee.kind === 'member' && GIVES_ALL.test(value.callee.key))
          return sentWhole([value.callee.object], among).map(each => ({ ...each, answer: true, at: value.at }));
        return value.literal === true
          ? sentWhole(
              value.args.map(argument => argument.value),
              among,
            )
          : [];
      case 'operation':
        return value.operator === '+' ? sentWhole([value.left, value.right], true) : [];
      default:
        return [];
    }
  });
}
