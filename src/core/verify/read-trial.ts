import type { CallSite } from '../request/call-site';
import type { Piece, Segment } from '../request/request';
import { attachedModalities } from '../routing/attachments';
import { answersChat } from '../routing/compatibility';
import { statedParameters } from '../routing/stated-parameters';
import type { Refusal } from '../source/edit';
import { requestFingerprint } from './fingerprint';
import type { TrialMessage, TrialPart, TrialRequest, Wire } from './trial-request';

export interface ReadTrial {
  readonly request: TrialRequest;
  /** In what the trial differs from the call, a sentence each. */
  readonly notes: readonly string[];
}

export interface TrialTarget {
  readonly provider: string;
  readonly model: string;
}

/** The request of a call site in a form that can be sent, to a model of some seller. Refused where its answers can't be had by samples. */
export function readTrial(site: CallSite, { provider, model }: TrialTarget): ReadTrial | Refusal {
  if (!answersChat(site) || site.kind === 'constructor') return { refused: 'Only requests that a chat model answers can be verified.' };
  const { segments } = site.request;
  if (segments.some(({ kind }) => kind === 'tools'))
    return { refused: 'It sends tools, so its answers hang on what they return, which samples don’t hold. It can’t be verified here.' };
  const [attached] = attachedModalities(site);
  if (attached !== undefined)
    return { refused: `It sends more than text (${attached}), which samples can’t hold. It can’t be verified here.` };
  const notes: string[] = [];
  const messages = messagesOf(segments, notes);
  if (messages.length === 0) return { refused: 'Nothing of what it sends is known, so there is nothing to verify.' };
  const answerForm = answerFormOf(site, notes);
  const wire = wireOf(provider, site);
  return {
    notes,
    request: {
      wire,
      provider,
      model,
      messages,
      ...(answerForm === undefined ? {} : { answerForm }),
      ...(site.outputCap.value === undefined ? {} : { maxOutputTokens: site.outputCap.value }),
      parameters: parametersOf(site),
      fingerprint: requestFingerprint(site),
    },
  };
}

function wireOf(provider: string, { api }: CallSite): Wire {
  if (provider === 'anthropic') return 'anthropic-messages';
  return provider === 'openai' && api === 'openai-responses' ? 'openai-responses' : 'openai-chat';
}

function messagesOf(segments: readonly Segment[], notes: string[]): readonly TrialMessage[] {
  const messages: TrialMessage[] = [];
  for (const segment of segments) {
    if (segment.kind === 'schema') continue;
    if (segment.repeats) {
      note(notes, 'The messages that repeat (a history) are left out.');
      continue;
    }
    if (segment.optional) note(notes, 'Parts that are sent at times are always sent.');
    const parts = segment.pieces.flatMap(piece => partsOf(piece, notes));
    const role = roleOf(segment);
    const before = messages[messages.length - 1];
    const cached = segment.marker === undefined ? {} : { cached: true as const };
    // Behind a breakpoint a new part begins, as it does in the call.
    if (!segment.startsMessage && before?.role === role && before.cached === undefined)
      messages[messages.length - 1] = { ...before, parts: joined([...before.parts, ...parts]), ...cached };
    else if (parts.length > 0) messages.push({ role, parts: joined(parts), ...cached });
  }
  return messages;
}

function roleOf({ kind, role }: Segment): TrialMessage['role'] {
  if (kind === 'system' || role === 'system') return 'system';
  return role === 'assistant' ? 'assistant' : 'user';
}

function partsOf(piece: Piece, notes: string[]): readonly TrialPart[] {
  if (piece.kind === 'text') return piece.text.text === '' ? [] : [piece.text.text];
  if (piece.kind === 'hole') return [{ hole: piece.label }];
  note(notes, 'Where one of several texts is sent, it is the first.');
  return piece.options[0]?.flatMap(each => partsOf(each, notes)) ?? [];
}

function joined(parts: readonly TrialPart[]): readonly TrialPart[] {
  const result: TrialPart[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

function answerFormOf({ request, structuredOutput }: CallSite, notes: string[]): TrialRequest['answerForm'] {
  const schema = request.segments.find(({ kind }) => kind === 'schema');
  if (schema === undefined) return structuredOutput === true ? 'json' : undefined;
  const text = schema.pieces.map(piece => (piece.kind === 'text' ? piece.text.text : '')).join('');
  if (schema.pieces.every(({ kind }) => kind === 'text') && isObject(text)) return { schema: text };
  note(notes, 'Its schema is made by a class and not in sight: answers are asked for as any JSON.');
  return 'json';
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // A part that isn't known stands in it.
    return false;
  }
}

/** What changes answers and every wire has a place for, or leaves out. */
const PARAMETERS = [
  'temperature',
  'top_p',
  'top_k',
  'seed',
  'presence_penalty',
  'frequency_penalty',
  'reasoning_effort',
  'effort',
  'verbosity',
];

function parametersOf(site: CallSite): TrialRequest['parameters'] {
  const stated = statedParameters(site);
  const found: Record<string, string | number> = {};
  for (const name of PARAMETERS) {
    const value = stated.get(name)?.value;
    const said =
      value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : value?.kind === 'text' ? value.text.text : undefined;
    if (said !== undefined) found[name === 'effort' ? 'reasoning_effort' : name] = said;
  }
  return found;
}

function note(notes: string[], text: string): void {
  if (!notes.includes(text)) notes.push(text);
}
