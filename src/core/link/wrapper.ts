import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';
import type { ArgumentPaths, CallShape } from '../sdks/sdk';
import type { SdkCall } from '../sdks/sdk-call';
import type { Argument, Entry, Value } from '../source/values';
import { callerDecides, isCarried, isFromCaller, isMadeOfPassed } from './volatility';

/**
 * Whether the callers decide what a call costs: its model or cap comes from a parameter or is chosen by one (`MODELS[tier]`), or all
 * that it sends is, by itself or in options that are passed on (`generateText({ ...options, model })`), or the conversation is. A call with a prompt of its own into
 * which a caller's question goes is a call site by itself.
 */
export function dependsOnCaller(content: SiteContent, { shape, object }: SdkCall, args: readonly Argument[]): boolean {
  if (leavesModelOpen(content, shape)) return true;
  // `new ChatOpenAI({ model, ...options })` counts like options of the call itself.
  if ([args, ...object.layers.map(layer => layer.args)].some(each => mayBeStatedByCallers(shape, each))) return true;
  if (shape.messages.some(name => isPassedConversation(name, content.parameters[name]?.value))) return true;
  const { segments } = content.request;
  // Whoever passes the messages decides, whatever system text the call has of its own.
  const messages = segments.filter(({ kind }) => kind === 'message');
  const said = messages.flatMap(message => message.pieces);
  if (said.length > 0 && said.every(isPassedHistory)) return true;
  const isUnstated = messages.length === 0;
  if (isUnstated && args.some(({ name, value }) => name === undefined && passesOn(value))) return true;
  const pieces = segments.filter(segment => segment.kind !== 'schema').flatMap(segment => segment.pieces);
  return (pieces.some(isParameter) || args.some(({ value }) => value.kind === 'spread' && passesOn(value))) && !pieces.some(hasText);
}

/** Whether the callers decide of the model or the cap, whatever is sent: they pass one of them, or the agent that has them. */
export function leavesModelOpen({ parameters }: SiteContent, { model, cap, objects = [] }: CallShape): boolean {
  return [...model, ...cap, ...objects].some(name => {
    const value = parameters[name]?.value;
    return value !== undefined && callerDecides(value);
  });
}

/** Options that are passed on may state the model or the cap, or another one: `create({ model, messages, ...options })`. */
function mayBeStatedByCallers({ model, cap, messages, system }: CallShape, args: readonly Argument[]): boolean {
  const topOf = (paths: ArgumentPaths) => paths.map(path => path.split('.')[0]);
  const own = new Set(topOf([...model, ...cap, ...messages, ...system]));
  const states = (entries: readonly Entry[], paths: ArgumentPaths) => entries.some(({ key }) => topOf(paths).includes(key));
  const leftOpen = (after: readonly Entry[]) => [model, cap].some(paths => paths.length > 0 && !states(after, paths));
  return args.some(({ name, value }) => {
    if (name !== undefined || value.kind !== 'record' || !value.entries.some(({ key }) => key !== undefined && own.has(key))) return false;
    const last = value.entries.map(entry => entry.key === undefined && passesOn(entry.value)).lastIndexOf(true);
    return last >= 0 && leftOpen(value.entries.slice(last + 1));
  });
}

/**
 * The caller's messages, whatever system text the call has of its own, or those with something put before them at times:
 * `rules === '' ? messages : [{ role: 'system', content: rules }, ...messages]`.
 */
function isPassedConversation(name: string, value: Value | undefined): boolean {
  if (value?.kind === 'choice') return value.options.some(isFromCaller) && value.options.some(({ kind }) => kind === 'list');
  return value !== undefined && CONVERSATION.test(name) && isMadeOfPassed(value);
}

/** Parameters that take a list of messages; elsewhere a caller may pass the question alone. */
const CONVERSATION = /messages$/i;

/** What a caller passes, or a part of it, passed on whole: `*args`, `**kwargs`, `params`, `{ ...options, model }`, `args[0]`. */
function passesOn(value: Value): boolean {
  switch (value.kind) {
    case 'choice':
      return value.options.some(passesOn);
    case 'spread':
      return passesOn(value.value);
    case 'list':
      return value.items.some(item => item.kind === 'spread' && passesOn(item));
    case 'record':
      return value.entries.some(entry => entry.key === undefined && passesOn(entry.value));
    case 'index':
      return passesOn(value.object);
    case 'member':
      return !isCarried(value.key) && passesOn(value.object);
    default:
      return isFromCaller(value);
  }
}

function isPassedHistory(piece: Piece): boolean {
  return piece.kind === 'hole' && piece.parameter === true && piece.growth === 'append';
}

function isParameter(piece: Piece): boolean {
  if (piece.kind === 'choice') return piece.byKey === true || piece.options.some(option => option.some(isParameter));
  return piece.kind === 'hole' && piece.parameter === true;
}

function hasText(piece: Piece): boolean {
  if (piece.kind === 'text') return piece.text.text.trim() !== '';
  // A prompt that a package brings along.
  if (piece.kind === 'hole') return piece.proven && piece.volatility === 'static';
  return !piece.byKey && !piece.options.some(isPassed) && piece.options.some(option => option.some(hasText));
}

/** What stands beside it is sent where nobody passes another: `def ask(text, system=SYSTEM)`. */
function isPassed([only, ...others]: readonly Piece[]): boolean {
  return only?.kind === 'hole' && only.parameter === true && others.length === 0;
}
