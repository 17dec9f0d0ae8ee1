import { labelOf } from '../link/labels';
import { madeText } from '../source/made-values';
import type { PromptDocument, PromptMessage } from '../source/prompt-document';
import type { Span } from '../source/span';
import type { Argument, Value } from '../source/values';
import type { SdkCall } from './sdk-call';

/**
 * A call with what a prompt file says, under the names of the call's own arguments; what the code says goes before, except in the first
 * `outer` layers, which say what holds for all prompts.
 */
export function withPromptFile(call: SdkCall, document: PromptDocument, outer = 0): SdkCall {
  const { shape, object } = call;
  const { model, outputCap, messages, provider, uncounted } = document;
  const schema = uncounted.find(({ value }) => value === 'output schema');
  const args = [
    ...(model === undefined ? [] : named(shape.model, madeText(model.value, model.at))),
    ...(outputCap === undefined ? [] : named(shape.cap, { kind: 'scalar', at: outputCap.at, value: outputCap.value })),
    ...named(shape.messages, messagesValue(messages)),
    ...(schema === undefined ? [] : named(shape.schema, unreadSchema(schema.at))),
  ];
  const layers = [...object.layers.slice(0, outer), { args, positional: [] }, ...object.layers.slice(outer)];
  return {
    ...call,
    object: { ...object, provider: object.provider ?? (shape.modelForm === undefined ? provider?.value : undefined), layers },
  };
}

/** A call of a prompt whose file isn't in sight: it may name another model than is said for all, and a cap. */
export function withUnreadPrompt(call: SdkCall, file: Value): SdkCall {
  const { shape, object } = call;
  const { at } = file;
  const reason = 'stands in a file that is not in sight';
  const text: Value = { kind: 'hole', at, label: labelOf(file), reason, volatility: 'unknown', growth: 'replace', proven: false };
  const args = [{ value: { kind: 'spread', at, value: file } as const, at }, ...named(shape.messages, text)];
  return { ...call, object: { ...object, layers: [...object.layers.slice(0, -1), { args, positional: [] }, ...object.layers.slice(-1)] } };
}

/** Formats write schemas in ways of their own, and what is sent for them nobody counts. */
function unreadSchema(at: Span): Value {
  return {
    kind: 'hole',
    at,
    label: 'output schema',
    reason: 'stands in the prompt file',
    volatility: 'static',
    growth: 'replace',
    proven: true,
  };
}

/** What a prompt file sends, as the list that a call would be passed. */
export function messagesValue(messages: readonly PromptMessage[]): Value {
  const at = messages[0]?.at ?? { uri: '', start: 0, end: 0 };
  const items = messages.map((message): Value => {
    const parts = message.pieces.map((piece): Value => (piece.kind === 'text' ? { ...piece, at: message.at } : piece));
    const entries = [
      { key: 'role', value: madeText(message.role, message.at), at: message.at },
      { key: 'content', value: { kind: 'template', at: message.at, parts, literal: true } as const, at: message.at },
    ];
    return { kind: 'record', at: message.at, entries };
  });
  return { kind: 'list', at, items };
}

/** `config.maxOutputTokens` stands in an object of that name. */
function named([path]: readonly string[], value: Value): readonly Argument[] {
  const [name, ...inner] = path?.split('.') ?? [];
  if (name === undefined) return [];
  const nested = inner.reduceRight<Value>(
    (found, key) => ({ kind: 'record', at: value.at, entries: [{ key, value: found, at: value.at }] }),
    value,
  );
  return [{ name, value: nested, at: value.at }];
}
