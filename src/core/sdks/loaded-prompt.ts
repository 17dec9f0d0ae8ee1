import { madeText } from '../source/made-values';
import type { PromptDocument, PromptMessage } from '../source/prompt-document';
import type { Argument, Value } from '../source/values';
import type { SdkCall } from './sdk';

/** A call with what a prompt file says, under the names of the call's own arguments; what the code says goes before. */
export function withPromptFile(call: SdkCall, document: PromptDocument): SdkCall {
  const { shape, object } = call;
  const { model, outputCap, messages, provider } = document;
  const args = [
    ...(model === undefined ? [] : named(shape.model, madeText(model.value, model.at))),
    ...(outputCap === undefined ? [] : named(shape.cap, { kind: 'scalar', at: outputCap.at, value: outputCap.value })),
    ...named(shape.messages, messagesValue(messages)),
  ];
  const layers = [{ args, positional: [] }, ...object.layers];
  return {
    ...call,
    object: { ...object, provider: object.provider ?? (shape.modelForm === undefined ? provider?.value : undefined), layers },
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
