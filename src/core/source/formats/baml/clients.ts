import type { PromptDocument, PromptField, PromptSettings } from '../../prompt-document';
import { relativeUris } from '../../relative-uri';
import type { Uri } from '../../span';
import type { Problem, PromptSummary } from '../../summary';
import type { BamlBlock, BamlEntry, BamlValue } from './blocks';

/** What a function's `client` says of model and cap. */
export interface BamlClient extends PromptSettings {
  /** Another file of the folder defines the client. */
  readonly settingsIn?: NonNullable<PromptDocument['settingsIn']>;
  readonly problems: readonly Problem[];
}

/** Names are global in a `baml_src` folder, which can't be listed: files that usually hold the clients. The generator makes `clients.baml`. */
const CLIENT_FILES = ['clients.baml', 'client.baml', 'main.baml', 'llms.baml', 'llm.baml', 'models.baml'] as const;
const MOST_FOLDERS = 4;

const capPaths = [
  ['max_tokens'],
  ['max_completion_tokens'],
  ['max_output_tokens'],
  ['generationConfig', 'maxOutputTokens'],
  ['inference_configuration', 'max_tokens'],
] as const;

/** Providers for which BAML sends no cap of its own, and the name that theirs has: https://docs.boundaryml.com/ref/llm-client-providers. */
const uncapped: ReadonlyMap<string, string> = new Map([
  ['openai', 'max_tokens'],
  ['openai-generic', 'max_tokens'],
  ['openrouter', 'max_tokens'],
  ['openai-responses', 'max_output_tokens'],
]);

/** `client "openai/gpt-5"` names the model itself; `client Fast` a client, of this file or of another. */
export function clientOf(uri: Uri, called: BamlValue | undefined, blocks: readonly BamlBlock[]): BamlClient {
  if (called?.kind !== 'string' && called?.kind !== 'word') return { parameters: {}, problems: [] };
  const name = fieldOf(uri, called);
  const slash = name.value.indexOf('/');
  if (slash > 0) {
    const provider = { value: name.value.slice(0, slash), at: name.at };
    return { provider, model: { value: name.value.slice(slash + 1), at: name.at }, parameters: {}, problems: [] };
  }
  const block = blocks.find(candidate => candidate.kind === 'client' && candidate.name === name.value);
  if (block !== undefined) return definedClient(uri, block);
  const files = filesWithClients(uri);
  const modelReference = { ...name, why: 'a client that another file defines' };
  return { modelReference, settingsIn: { files, name: name.value }, parameters: {}, problems: [] };
}

/** What other files may use of this one. */
export function settingsOf(uri: Uri, blocks: readonly BamlBlock[]): NonNullable<PromptSummary['settings']> {
  return blocks.flatMap(block => {
    if (block.kind !== 'client') return [];
    const { problems: _, settingsIn: __, ...settings } = definedClient(uri, block);
    return [{ ...settings, name: block.name }];
  });
}

/** In the file's own folder and those above it, up to `baml_src`. */
function filesWithClients(uri: Uri): readonly Uri[] {
  const inside = /\/baml_src\/(.*)$/.exec(uri)?.[1];
  const folders = inside === undefined ? MOST_FOLDERS : inside.split('/').length;
  return CLIENT_FILES.flatMap(name => relativeUris(uri, name, Math.min(folders, MOST_FOLDERS))).filter(file => file !== uri);
}

function definedClient(uri: Uri, block: BamlBlock): BamlClient {
  const provider = textField(uri, valueAt(block.entries, ['provider']));
  const options = valueAt(block.entries, ['options']);
  const strategy = valueAt(block.entries, ['options', 'strategy']);
  const entries = options?.kind === 'block' ? options.entries : [];
  const at = { uri, start: block.start, end: block.end };
  const parameters = Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const field = textField(uri, value);
      return field === undefined || key === 'api_key' ? [] : [[key, { ...field, value: scalarOf(field.value) }] as const];
    }),
  );
  if (strategy !== undefined || provider?.value === 'fallback' || provider?.value === 'round-robin')
    return { modelReference: { value: block.name, at, why: 'one of several clients, which BAML picks' }, parameters, problems: [] };
  const model = textField(uri, valueAt(entries, ['model']));
  const cap = capOf(uri, block.name, entries, provider?.value);
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(model === undefined ? {} : model.value.startsWith('env.') ? { modelReference: model } : { model }),
    ...cap,
    parameters,
  };
}

function capOf(uri: Uri, name: string, entries: readonly BamlEntry[], provider = '') {
  const path = capPaths.find(candidate => valueAt(entries, candidate) !== undefined);
  const keyOf = (parts: readonly string[]) => [name, 'options', ...parts].join('.');
  if (path === undefined) {
    const own = uncapped.get(provider);
    return { ...(own === undefined ? {} : { capKey: keyOf([own]) }), problems: [] };
  }
  const written = textField(uri, valueAt(entries, path));
  const capKey = keyOf(path);
  if (written === undefined || written.value === 'null') return { capKey, problems: [] };
  const value = Number(written.value);
  const parameter = path[path.length - 1] ?? '';
  if (Number.isSafeInteger(value) && value >= 1) return { capKey, outputCap: { value, at: written.at, parameter }, problems: [] };
  if (written.value.startsWith('env.')) return { capKey, capReference: written, problems: [] };
  return { capKey, problems: [{ message: `\`${parameter}\` is not a number of tokens: write a whole number above 0.`, at: written.at }] };
}

/** The last of an entry's namesakes counts. */
export function valueAt(entries: readonly BamlEntry[], path: readonly string[]): BamlValue | undefined {
  const [key, ...rest] = path;
  const value = entries.filter(entry => entry.key === key).pop()?.value;
  if (rest.length === 0 || value === undefined) return value;
  return value.kind === 'block' ? valueAt(value.entries, rest) : undefined;
}

function textField(uri: Uri, value: BamlValue | undefined): PromptField<string> | undefined {
  return value?.kind === 'string' || value?.kind === 'word' ? fieldOf(uri, value) : undefined;
}

function fieldOf(uri: Uri, { text, start, end }: Extract<BamlValue, { readonly kind: 'string' | 'word' }>): PromptField<string> {
  return { value: text, at: { uri, start, end } };
}

function scalarOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
