import { isMap, isScalar } from 'yaml';
import type { PromptDocument, PromptField } from '../../prompt-document';
import type { Problem } from '../../summary';
import { readCap } from './cap';
import { childrenAt, nameAt, nodeAt, scalarsAt, spanOf, stringAt, type YamlHead } from './yaml-head';

/** One of promptfoo's providers: a model with its settings. */
export interface PromptfooProvider
  extends Pick<
    PromptDocument,
    'model' | 'modelReference' | 'provider' | 'outputCap' | 'capReference' | 'capKey' | 'parameters' | 'uncounted'
  > {
  /** Labels of the prompts that it gets; empty: all of them. */
  readonly prompts: readonly string[];
  readonly problems: readonly Problem[];
}

/** Parts of an id between the seller and the model that only say which API is meant. */
const chatApis = new Set(['chat', 'completion', 'responses', 'messages', 'completions', 'converse']);
const otherApis =
  /^(?:embeddings?|image|video|audio|moderation|assistant|realtime|speech|transcription|live|agents?|chatkit|codex-sdk|codex-app-server|claude-agent-sdk)$/;
const ownCode = /^(?:file|https?|wss?|exec|python|javascript|golang|ruby|webhook|websocket|package|browser)(?::|$)/;

/** `providers`, or `targets`: one id, or a list of ids and maps. */
export function promptfooProviders(head: YamlHead): readonly PromptfooProvider[] {
  const root = ['providers', 'targets'].find(key => nodeAt(head.document, [key]) !== undefined);
  if (root === undefined) return [];
  const single = nameAt(head, [root]);
  if (single !== undefined) return [{ ...identity(single), parameters: {}, uncounted: [], prompts: [], problems: [] }];
  return childrenAt(head, [root]).flatMap(({ key }, index) => (key === undefined ? providerAt(head, [root, String(index)]) : []));
}

function providerAt(head: YamlHead, path: readonly string[]): readonly PromptfooProvider[] {
  const node = nodeAt(head.document, path);
  const short = nameAt(head, path);
  const id = short ?? nameAt(head, [...path, 'id']) ?? keyAsId(head, node);
  if (id === undefined) return [];
  const named = isMap(node) && stringAt(head, [...path, 'id']) === undefined ? [...path, id.value] : path;
  const known = identity(id);
  const config = [...named, 'config'];
  const base = named.join('.');
  const keys = capKeysOf(id.value).map(key => `${base}.config.${key}`);
  const [first, ...rest] = keys;
  const pathOf = (key: string) => [...config, ...key.slice(base.length + '.config.'.length).split('.')];
  const cap = first === undefined ? undefined : readCap(head, [first, ...rest], pathOf);
  // A key that holds the id may hold dots, and an id of one's own code has no cap that is known.
  const writable = cap !== undefined && named === path && known.modelReference === undefined;
  return [
    {
      ...known,
      ...(cap?.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
      ...(cap?.capReference === undefined ? {} : { capReference: cap.capReference }),
      ...(writable ? { capKey: cap.capKey } : {}),
      parameters: scalarsAt(head, config),
      uncounted: toolsOf(head, config),
      prompts: childrenAt(head, [...named, 'prompts']).flatMap(
        (_, index) => stringAt(head, [...named, 'prompts', String(index)])?.value ?? [],
      ),
      problems: cap?.problems ?? [],
    },
  ];
}

/** `- openai:gpt-5: {config: …}` has the id for a key. */
function keyAsId(head: YamlHead, node: ReturnType<typeof nodeAt>): PromptField<string> | undefined {
  const key = isMap(node) && node.items.length === 1 ? node.items[0]?.key : undefined;
  return isScalar(key) && typeof key.value === 'string' ? { value: key.value, at: spanOf(head, key) } : undefined;
}

/** The name that a provider's API has for the cap comes first: it is the one to write. */
function capKeysOf(id: string): readonly string[] {
  const all = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens', 'generationConfig.maxOutputTokens'];
  const own = /^(?:google|vertex|palm):/.test(id)
    ? 'maxOutputTokens'
    : id.startsWith('openai:responses')
      ? 'max_output_tokens'
      : 'max_tokens';
  return [own, ...all.filter(key => key !== own)];
}

/** `openai:chat:gpt-5` is the model gpt-5 of openai. */
function identity(id: PromptField<string>): Pick<PromptDocument, 'model' | 'modelReference' | 'provider'> {
  const { value, at } = id;
  const [seller = '', ...parts] = value.split(':');
  if (ownCode.test(value)) return { modelReference: { ...id, why: 'a provider of your own, whose code names the model' } };
  if (value.includes('{{')) return { modelReference: { ...id, why: 'filled in when the evaluation starts' } };
  const provider = { value: seller, at };
  const [api = ''] = parts;
  if (otherApis.test(api)) return { provider, modelReference: { ...id, why: 'not a model that answers in text' } };
  const model = (chatApis.has(api) ? parts.slice(1) : parts).join(':');
  return model === '' ? { provider } : { provider, model: { value: model, at } };
}

function toolsOf(head: YamlHead, config: readonly string[]): PromptDocument['uncounted'] {
  return (['tools', 'response_format'] as const).flatMap(key => {
    const node = nodeAt(head.document, [...config, key]);
    return node === undefined ? [] : [{ value: key === 'tools' ? 'tools' : 'output schema', at: spanOf(head, node) }];
  });
}
