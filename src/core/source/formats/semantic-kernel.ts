import { isMap } from 'yaml';
import type { PromptFormat } from '../format';
import type { PromptDocument } from '../prompt-document';
import type { Uri } from '../span';
import type { PromptSummary } from '../summary';
import { readCap, writeCap } from './head/cap';
import { textAt } from './head/scalar-text';
import { readWholeYaml } from './head/whole-yaml';
import { childrenAt, nameAt, nodeAt, scalarsAt, spanOf, stringAt, type YamlHead } from './head/yaml-head';
import { messagesByTags } from './message/message-tags';
import { moveInString } from './message/move-in-string';
import { lexTemplate } from './message/semantic-kernel-template';
import { expandInString } from './template/in-string';

const formats = ['semantic-kernel', 'handlebars', 'liquid'];
const settings = 'execution_settings';

/** Semantic Kernel's prompts in YAML: https://learn.microsoft.com/semantic-kernel/concepts/prompts/yaml-schema. */
export const format: PromptFormat = {
  id: 'semantic-kernel',
  name: 'Semantic Kernel prompt',
  endings: [],
  claims: {
    traces: [/^template\s*:/m, /^(?:template_format|execution_settings|input_variables)\s*:/m],
    hold(uri, text) {
      const { head } = readWholeYaml(uri, text);
      if (textAt(head, ['template']) === undefined || nodeAt(head.document, ['_type']) !== undefined) return false;
      const own = formats.includes(stringAt(head, ['template_format'])?.value ?? '');
      return own || isMap(nodeAt(head.document, [settings])) || isMap(nodeAt(head.document, ['input_variables', '0']));
    },
  },
  read,
  setOutputCap(text, summary, tokens) {
    const { capKey } = summary.document;
    if (capKey === undefined) return { refused: 'Several services share this prompt: set max_tokens for each of them by hand.' };
    return writeCap(summary.uri, text, readWholeYaml(summary.uri, text).front, capKey, tokens, {}, pathOf(capKey));
  },
  moveToEndOfMessage(text, summary, stretch) {
    const strings = (uri: Uri, changed: string) => {
      const { head } = readWholeYaml(uri, changed);
      const embedded = textAt(head, ['template']);
      return embedded === undefined ? [] : [{ embedded, lex: () => lexOf(head, embedded.text.text) }];
    };
    return moveInString(text, summary, stretch, { read, strings });
  },
};

function read(uri: Uri, text: string): PromptSummary {
  const { head, problems } = readWholeYaml(uri, text);
  const template = textAt(head, ['template']);
  const expanded = template === undefined ? { items: [], problems: [] } : expandInString(template.text, lexOf(head, template.text.text));
  const services = servicesOf(head);
  const [service] = services;
  const cap = service === undefined || services.length > 1 ? undefined : capOf(head, service);
  const document: PromptDocument = {
    format: 'semantic-kernel',
    ...modelOf(head, services),
    ...(cap?.outputCap === undefined ? {} : { outputCap: cap.outputCap }),
    ...(cap === undefined ? {} : { capKey: cap.capKey }),
    ...(services.length > 1 ? sharedCap(head) : {}),
    parameters: service === undefined || services.length > 1 ? {} : scalarsAt(head, [settings, service]),
    messages: messagesByTags(uri, expanded.items, template?.span ?? { uri, start: head.start, end: head.end }),
    uncounted: [],
    flatRate: false,
  };
  return { kind: 'prompt', uri, document, problems: [...problems, ...(cap?.problems ?? []), ...expanded.problems].slice(0, 20) };
}

/** A file without settings gets them for the service that is named `default`. */
function servicesOf(head: YamlHead): readonly string[] {
  const keys = childrenAt(head, [settings]).flatMap(({ key }) => key ?? []);
  return keys.length === 0 ? ['default'] : keys;
}

function capOf(head: YamlHead, service: string) {
  const key = `${settings}.${service}`;
  return readCap(head, [`${key}.max_tokens`, `${key}.max_completion_tokens`], pathOf);
}

/** A service's name may hold dots (`gpt-4.1`). */
function pathOf(capKey: string): readonly string[] {
  const [, service, parameter] = /^execution_settings\.(.*)\.(\w+)$/s.exec(capKey) ?? [];
  return service === undefined || parameter === undefined ? capKey.split('.') : [settings, service, parameter];
}

/** Which of several services runs the prompt is known at run time only. */
function modelOf(head: YamlHead, services: readonly string[]): Pick<PromptDocument, 'model' | 'modelReference'> {
  const models = services.flatMap(service => nameAt(head, [settings, service, 'model_id']) ?? []);
  const [first] = models;
  if (first === undefined) return {};
  if (models.length === services.length && models.every(({ value }) => value === first.value)) return { model: first };
  const node = nodeAt(head.document, [settings]);
  const at = node === undefined ? first.at : spanOf(head, node);
  const value = models.map(model => model.value).join(', ');
  return { modelReference: { value, at, why: 'the program decides which of the services runs it' } };
}

function sharedCap(head: YamlHead): Pick<PromptDocument, 'capReference'> {
  const node = nodeAt(head.document, [settings]);
  return node === undefined ? {} : { capReference: { value: settings, at: spanOf(head, node) } };
}

function lexOf(head: YamlHead, template: string) {
  return lexTemplate(stringAt(head, ['template_format'])?.value, head.uri, template);
}
