import { labelOf } from '../link/labels';
import type { CallShape } from '../sdks/sdk';
import type { ArgumentLayer } from '../sdks/sdk-call';
import type { Hole, Value } from '../source/values';
import { type NamedArgument, type NamedArguments, namedArguments } from './arguments';
import { isAbsent } from './hidden-options';
import type { Segment } from './request';

type Kept = Pick<Hole, 'volatility' | 'growth' | 'reason'>;

const CONVERSATION: Kept = { volatility: 'turn', growth: 'append', reason: 'the conversation so far, kept elsewhere and charged again' };
const TEXT: Kept = { volatility: 'deploy', growth: 'replace', reason: 'a text that is kept elsewhere and charged with each call' };

/** `previous_response_id=…`: messages that nobody passes, and that are charged with those that are. */
export function earlierMessages({ conversation = [] }: CallShape, named: NamedArguments): readonly Segment[] {
  const base = { kind: 'message', role: 'user', startsMessage: false, repeats: true } as const;
  return namedBy(conversation, named, CONVERSATION).map(segment => ({ ...base, ...segment }));
}

/** Whether a segment stands for them. */
export function areEarlierMessages({ pieces }: Segment): boolean {
  return pieces.some(piece => piece.kind === 'hole' && piece.reason === CONVERSATION.reason);
}

/** `cached_content=…`: a head of the request that stands elsewhere. */
export function keptHead({ keptText = [], storedPrompt = [] }: CallShape, named: NamedArguments): readonly Segment[] {
  const base = { kind: 'system', role: 'system', startsMessage: false, repeats: false } as const;
  return namedBy([...keptText, ...storedPrompt], named, TEXT).map(segment => ({ ...base, ...segment }));
}

/** `prompt={"id": …}`: what the provider stores under a name may say model, cap and all else. Its name; undefined: nothing is stored. */
export function storedSettings({ storedPrompt }: CallShape, layers: readonly ArgumentLayer[]): string | undefined {
  const stored = storedPrompt && namedArguments(layers).get(storedPrompt);
  return stored === undefined || isNothing(stored.value) ? undefined : nameOf(stored);
}

function namedBy(paths: readonly string[], named: NamedArguments, kept: Kept): readonly Pick<Segment, 'pieces' | 'optional' | 'at'>[] {
  const argument = named.get(paths);
  if (argument === undefined || isNothing(argument.value)) return [];
  const { value, sometimes } = argument;
  const at = value.at;
  const hole: Hole = { kind: 'hole', at, label: nameOf(argument), proven: true, ...kept };
  return [{ pieces: [hole], optional: sometimes || mayBeNothing(value), at }];
}

function isNothing(value: Value): boolean {
  return value.kind === 'choice' ? value.options.every(isNothing) : isAbsent(value);
}

function mayBeNothing(value: Value): boolean {
  return value.kind === 'choice' && value.options.some(isNothing);
}

const WRITTEN_OUT: ReadonlySet<Value['kind']> = new Set(['text', 'template', 'record', 'list', 'choice']);

function nameOf({ value, path }: NamedArgument): string {
  return WRITTEN_OUT.has(value.kind) ? path.slice(path.lastIndexOf('.') + 1) : labelOf(value);
}
