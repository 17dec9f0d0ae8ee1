import type { Edit, Refusal } from '../../edit';
import type { PromptDocument, PromptSettings } from '../../prompt-document';
import type { Problem, PromptSummary } from '../../summary';
import { readCap, writeCap } from './cap';
import { readWholeYaml } from './whole-yaml';
import { childrenAt, nameAt, nodeAt, scalarsAt, spanOf, type YamlHead } from './yaml-head';

/** Where Semantic Kernel's prompts keep model and cap, for each service by name. */
export const SETTINGS = 'execution_settings';
/** What its first versions called it; one service only, and no model. */
export const OLD_SETTINGS = 'completion';

export function readSettings(head: YamlHead): PromptSettings & { readonly problems: readonly Problem[] } {
  if (nodeAt(head.document, [SETTINGS]) === undefined && nodeAt(head.document, [OLD_SETTINGS]) !== undefined) {
    const { problems, ...cap } = readCap(head, [`${OLD_SETTINGS}.max_tokens`]);
    return { ...cap, parameters: scalarsAt(head, [OLD_SETTINGS]), problems };
  }
  const services = servicesOf(head);
  const [service] = services;
  if (service === undefined || services.length > 1) return { ...modelOf(head, services), ...sharedCap(head), parameters: {}, problems: [] };
  const key = `${SETTINGS}.${service}`;
  const { problems, ...cap } = readCap(head, [`${key}.max_tokens`, `${key}.max_completion_tokens`], pathOf);
  return { ...modelOf(head, services), ...cap, parameters: scalarsAt(head, [SETTINGS, service]), problems };
}

export function writeSettingsCap(text: string, { uri, document: { capKey } }: PromptSummary, tokens: number): readonly Edit[] | Refusal {
  if (capKey === undefined) return { refused: 'Several services share this prompt: set max_tokens for each of them by hand.' };
  return writeCap(uri, text, readWholeYaml(uri, text).front, capKey, tokens, {}, pathOf(capKey));
}

/** A file without settings gets them for the service that is named `default`. */
function servicesOf(head: YamlHead): readonly string[] {
  const keys = childrenAt(head, [SETTINGS]).flatMap(({ key }) => key ?? []);
  return keys.length === 0 ? ['default'] : keys;
}

/** A service's name may hold dots (`gpt-4.1`). */
function pathOf(capKey: string): readonly string[] {
  const [, service, parameter] = /^execution_settings\.(.*)\.(\w+)$/s.exec(capKey) ?? [];
  return service === undefined || parameter === undefined ? capKey.split('.') : [SETTINGS, service, parameter];
}

/** Which of several services runs the prompt is known at run time only. */
function modelOf(head: YamlHead, services: readonly string[]): Pick<PromptDocument, 'model' | 'modelReference'> {
  const models = services.flatMap(service => nameAt(head, [SETTINGS, service, 'model_id']) ?? []);
  const [first] = models;
  if (first === undefined) return {};
  if (models.length === services.length && models.every(({ value }) => value === first.value)) return { model: first };
  const node = nodeAt(head.document, [SETTINGS]);
  const at = node === undefined ? first.at : spanOf(head, node);
  const value = models.map(model => model.value).join(', ');
  return { modelReference: { value, at, why: 'the program decides which of the services runs it' } };
}

function sharedCap(head: YamlHead): Pick<PromptDocument, 'capReference'> {
  const node = nodeAt(head.document, [SETTINGS]);
  return node === undefined ? {} : { capReference: { value: SETTINGS, at: spanOf(head, node) } };
}
