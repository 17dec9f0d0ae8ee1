import type { PromptFormat } from '../format';
import type { PromptDocument, PromptMessage } from '../prompt-document';
import { relativeUris } from '../relative-uri';
import type { Span, Uri } from '../span';
import type { Problem, PromptSummary } from '../summary';
import { addEntries } from './head/add-entries';
import { readCap, writeCap } from './head/cap';
import type { FenceRules, FrontMatter } from './head/front-matter';
import { readHead } from './head/read-head';
import { childrenAt, nodeAt, scalarsAt, spanOf, stringAt, type YamlHead } from './head/yaml-head';
import { trimmedBody } from './message/body';
import { moveLines } from './message/move-lines';
import { messagesBySignals } from './message/signals';
import { expand } from './template/expand';
import { lexHandlebars } from './template/handlebars';
import type { SignalItem } from './template/item';
import { lexJinja } from './template/jinja';
import { labelOf, wordsOf } from './template/scan';

const rules: FenceRules = { fences: ['---'], blankBefore: true, commentsBefore: true, mustClose: true };
/** Between a prompt and the folder of all of them. */
const MOST_FOLDERS = 4;
const capKey = 'config.maxOutputTokens';

/** Dotprompt: https://github.com/google/dotprompt, js/src/parse.ts and helpers.ts. */
export const format: PromptFormat = {
  id: 'dotprompt',
  name: 'Dotprompt',
  endings: ['.prompt'],
  read,
  setOutputCap(text, summary, tokens) {
    return writeCap(summary.uri, text, readHead(summary.uri, text, rules).front, summary.document.capKey ?? capKey, tokens, {});
  },
  addToHead(text, summary, entries) {
    return addEntries(summary.uri, text, readHead(summary.uri, text, rules).front, entries);
  },
  readIncluded: (uri, text) => messagesIn(uri, text, readHead(uri, text, rules).front).messages,
  moveToEndOfMessage(text, summary, stretch) {
    return moveLines(text, summary, stretch, {
      read,
      lex: (uri, changed) => lexBody(uri, changed, readHead(uri, changed, rules).front).lexed,
    });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { front, head, problems } = readHead(uri, text, rules);
  const cap = readCap(head, [capKey, 'config.max_tokens', 'config.max_completion_tokens']);
  const { messages, problems: inBody } = messagesIn(uri, text, front);
  const document: PromptDocument = {
    format: 'dotprompt',
    ...(head === undefined ? {} : modelOf(head)),
    ...(cap.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
    ...(cap.capReference === undefined ? {} : { capReference: cap.capReference }),
    capKey: cap.capKey,
    parameters: head === undefined ? {} : scalarsAt(head, ['config']),
    // A partial is sent by those that name it.
    messages: isPartial(uri) ? [] : messages,
    uncounted: head === undefined ? [] : uncountedOf(head),
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...cap.problems, ...inBody].slice(0, 20) };
}

function messagesIn(uri: Uri, text: string, front: FrontMatter) {
  const { body, lexed } = lexBody(uri, text, front);
  const unknownRoles: Problem[] = [];
  const isTold = !isJinja(text.slice(body.start, body.end));
  const expanded = expand(uri, text, lexed, (expression, at) => (isTold ? signalOf(expression, at, unknownRoles) : undefined));
  const messages = messagesBySignals(uri, expanded.items, body).map(message => withPartials(uri, message));
  return { messages, problems: [...expanded.problems, ...unknownRoles] };
}

/** `{{> rules}}` is the text of `_rules.prompt`, in the folder of all prompts (js/src/stores/dir.ts). */
function withPartials(uri: Uri, message: PromptMessage): PromptMessage {
  const pieces = message.pieces.map(piece => {
    const path = piece.kind === 'hole' ? /^> ([\w./-]+)(?:\s|$)/.exec(piece.label)?.[1] : undefined;
    if (path === undefined) return piece;
    const name = `${path.slice(0, path.lastIndexOf('/') + 1)}_${path.slice(path.lastIndexOf('/') + 1)}.prompt`;
    return { ...piece, include: { files: relativeUris(uri, name, MOST_FOLDERS), template: 'dotprompt' } };
  });
  return { ...message, pieces };
}

function isPartial(uri: Uri): boolean {
  return uri.slice(uri.lastIndexOf('/') + 1).startsWith('_');
}

/** Dotprompt trims the body only when there is front matter. */
function lexBody(uri: Uri, text: string, front: FrontMatter) {
  const body = front.yaml === undefined ? { uri, start: front.bodyStart, end: text.length } : trimmedBody(uri, text, front.bodyStart);
  const lexed = isJinja(text.slice(body.start, body.end))
    ? lexJinja(uri, text, body.start, body.end)
    : lexHandlebars(uri, text, body.start, body.end, 'handlebars');
  return { body, lexed };
}

/** Others call their templates `.prompt`, too: `{% if … %}` is nothing in Handlebars, and `{{#if …}}` or `{{role "system"}}` nothing in Jinja. */
function isJinja(body: string): boolean {
  return /\{%-?\s?\w/.test(body) && !/\{\{(?:[#/>]|\s?(?:role|media|section)\s["'\w])/.test(body);
}

/** `googleai/gemini-2.5-flash` names the plugin that serves the model before the slash. */
function modelOf(head: YamlHead): Pick<PromptDocument, 'model' | 'provider'> {
  const model = stringAt(head, ['model']);
  if (model === undefined) return {};
  const slash = model.value.indexOf('/');
  return slash <= 0 ? { model } : { model, provider: { value: model.value.slice(0, slash), at: model.at } };
}

function uncountedOf(head: YamlHead): PromptDocument['uncounted'] {
  const sent = [
    ['tools', 'tools'],
    ['toolDefs', 'tools'],
    ['output.schema', 'output schema'],
  ] as const;
  return sent.flatMap(([key, value]) => {
    const path = key.split('.');
    const node = nodeAt(head.document, path);
    return node === undefined || (childrenAt(head, path).length === 0 && stringAt(head, path) === undefined)
      ? []
      : [{ value, at: spanOf(head, node) }];
  });
}

/** Dotprompt's own helpers; everything else is an ordinary Handlebars expression. */
function signalOf(expression: string, at: Span, unknownRoles: Problem[]): SignalItem | undefined {
  const [helper, argument = ''] = wordsOf(expression);
  const signal = { kind: 'signal', argument: argument.replace(/^(["'])(.*)\1$/, '$2'), at } as const;
  if (helper === 'role' && argument !== '') {
    if (!/^["'](?:system|user|model|assistant|tool)["']$/.test(argument)) {
      unknownRoles.push({ message: `The role ${labelOf(argument)} is not known here: read as the user's.`, at });
    }
    return { ...signal, name: 'role' };
  }
  if (helper === 'section' && argument !== '') return { ...signal, name: 'section' };
  if (helper === 'history') {
    const reason = 'the conversation so far';
    return {
      ...signal,
      name: 'history',
      hole: { kind: 'hole', at, label: 'history', volatility: 'turn', growth: 'append', proven: true, reason },
    };
  }
  if (helper !== 'media') return undefined;
  const reason = 'an image or another attachment';
  const hole = { kind: 'hole', at, label: labelOf(expression), volatility: 'unknown', growth: 'replace', proven: false, reason } as const;
  return { ...signal, name: 'media', hole };
}
