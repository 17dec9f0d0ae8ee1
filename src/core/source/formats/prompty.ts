import type { PromptFormat } from '../format';
import type { PromptDocument, PromptField } from '../prompt-document';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import { addEntries } from './head/add-entries';
import { readCap, writeCap } from './head/cap';
import type { FenceRules } from './head/front-matter';
import { type ReadHead, readHead } from './head/read-head';
import { isReference } from './head/reference';
import { childrenAt, nodeAt, scalarsAt, spanOf, stringAt, type YamlHead } from './head/yaml-head';
import { trimmedBody } from './message/body';
import { moveLines } from './message/move-lines';
import { signalsOfInputs } from './message/prompty-inputs';
import { messagesByRoleLines } from './message/role-lines';
import { expand } from './template/expand';
import { lexHandlebars } from './template/handlebars';
import { lexJinja } from './template/jinja';

const rules: FenceRules = { fences: ['---', '+++'], blankBefore: true, commentsBefore: false, mustClose: true };

/**
 * Prompty: https://github.com/microsoft/prompty, spec/spec.md. Version 2 has `model.id` and `model.options.maxOutputTokens`, version 1
 * `model.configuration` and `model.parameters.max_tokens`; a preview between them had `model.connection` and `model.options.max_tokens`.
 */
export const format: PromptFormat = {
  id: 'prompty',
  name: 'Prompty',
  endings: ['.prompty'],
  read,
  setOutputCap(text, summary, tokens) {
    const { front } = readHead(summary.uri, text, rules);
    return writeCap(summary.uri, text, front, summary.document.capKey ?? capKeys.v2[0], tokens, { model: 'id' });
  },
  addToHead(text, summary, entries) {
    return addEntries(summary.uri, text, readHead(summary.uri, text, rules).front, entries);
  },
  moveToEndOfMessage(text, summary, stretch) {
    return moveLines(text, summary, stretch, { read, lex: (uri, changed) => lexBody(uri, changed).lexed });
  },
};

type Dialect = 'v1' | 'preview' | 'v2';

const capKeys: Readonly<Record<Dialect, readonly [string, ...string[]]>> = {
  v1: ['model.parameters.max_tokens', 'model.parameters.max_completion_tokens'],
  preview: ['model.options.max_tokens', 'model.options.max_completion_tokens'],
  v2: [
    'model.options.maxOutputTokens',
    'model.options.additionalProperties.max_completion_tokens',
    'model.options.additionalProperties.max_tokens',
  ],
};

function read(uri: Uri, text: string): PromptSummary {
  const { front, head, problems } = readHead(uri, text, rules);
  const dialect = head === undefined ? 'v2' : dialectOf(head);
  const cap = readCap(head, capKeys[dialect]);
  const { body, lexed } = lexBody(uri, text, { front, head });
  const expanded = expand(uri, text, lexed, signalsOfInputs(head));
  const document: PromptDocument = {
    format: 'prompty',
    ...modelOf(head),
    ...(cap.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
    ...(cap.capReference === undefined ? {} : { capReference: cap.capReference }),
    capKey: cap.capKey,
    parameters: parametersOf(head, dialect),
    messages: messagesByRoleLines(uri, expanded.items, body),
    uncounted: head === undefined ? [] : uncountedOf(head),
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...cap.problems, ...expanded.problems].slice(0, 20) };
}

function lexBody(uri: Uri, text: string, { front, head }: Pick<ReadHead, 'front' | 'head'> = readHead(uri, text, rules)) {
  const body = trimmedBody(uri, text, front.bodyStart);
  const lexed = isMustache(head) ? lexHandlebars(uri, text, body.start, body.end, 'mustache') : lexJinja(uri, text, body.start, body.end);
  return { body, lexed };
}

function dialectOf(head: YamlHead): Dialect {
  const has = (path: string) => nodeAt(head.document, path.split('.')) !== undefined;
  if (has('model.configuration') || has('model.parameters')) return 'v1';
  const current = has('model.provider') || has('model.apiType') || has('model.connection.kind') || has('model.options.maxOutputTokens');
  if (current) return 'v2';
  if (has('model.connection') || has('model.options.max_tokens') || has('model.options.max_completion_tokens')) return 'preview';
  return has('model.api') ? 'v1' : 'v2';
}

/** Azure's versions 1 name a deployment, which people mostly name after its model. */
const modelKeys = [
  'model',
  'model.id',
  'model.configuration.azure_deployment',
  'model.configuration.name',
  'model.connection.azure_deployment',
  'model.connection.name',
];
const providerKeys = ['model.provider', 'model.configuration.type', 'model.connection.type'];

function modelOf(head: YamlHead | undefined): Pick<PromptDocument, 'model' | 'modelReference' | 'provider'> {
  if (head === undefined) return {};
  const model = firstString(head, modelKeys);
  const provider = firstString(head, providerKeys);
  return {
    ...(model === undefined ? {} : isReference(model.value) ? { modelReference: model } : { model }),
    ...(provider === undefined || isReference(provider.value) ? {} : { provider }),
  };
}

function firstString(head: YamlHead, keys: readonly string[]): PromptField<string> | undefined {
  for (const key of keys) {
    const found = stringAt(head, key.split('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parametersOf(head: YamlHead | undefined, dialect: Dialect): PromptDocument['parameters'] {
  if (head === undefined) return {};
  const model = scalarsAt(head, ['model']);
  const kind = Object.fromEntries(Object.entries(model).filter(([key]) => key === 'api' || key === 'apiType'));
  if (dialect === 'v1') return { ...kind, ...scalarsAt(head, ['model', 'parameters']) };
  return { ...kind, ...scalarsAt(head, ['model', 'options', 'additionalProperties']), ...scalarsAt(head, ['model', 'options']) };
}

function uncountedOf(head: YamlHead): PromptDocument['uncounted'] {
  const sent = [
    ['tools', 'tools'],
    ['model.options.tools', 'tools'],
    ['model.parameters.tools', 'tools'],
    ['outputs', 'output schema'],
    ['model.parameters.response_format.json_schema', 'output schema'],
  ] as const;
  return sent.flatMap(([key, value]) => {
    const node = nodeAt(head.document, key.split('.'));
    return node === undefined || childrenAt(head, key.split('.')).length === 0 ? [] : [{ value, at: spanOf(head, node) }];
  });
}

function isMustache(head: YamlHead | undefined): boolean {
  if (head === undefined) return false;
  return firstString(head, ['template', 'template.format', 'template.format.kind', 'template.type'])?.value === 'mustache';
}
