import { dataValue } from '../source/data-file';
import { setAtDeployment } from '../source/deployed';
import { namedArgument } from '../source/named-argument';
import type { Span, Uri } from '../source/span';
import { verbatim } from '../source/text-map';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { hole } from './hole';

const FILES = ['application.yml', 'application.yaml', 'application.properties', 'META-INF/microprofile-config.properties'];
/** A larger file holds data. */
const MOST_CHARACTERS = 100_000;
/** More profiles than a program has. */
const MOST_PROFILES = 12;
/** Placeholders that stand for placeholders. */
const DEEPEST = 5;

/** The folders whose files a program of the JVM finds by name, for a source file in one of the usual layouts. */
function resourceFolders(from: Uri): readonly Uri[] {
  const root = /^(.*)\/src\/(\w+)\/(?:java|kotlin)\//.exec(from);
  const [, module = '', set = 'main'] = root ?? [];
  if (root === null) return [];
  return [...new Set([`${module}/src/${set}/resources/`, `${module}/src/main/resources/`])];
}

/** What the application's settings (Spring's, Quarkus') say under a key; undefined where no file beside the code says it. */
export function settingOf(evaluation: Evaluation, key: string, from: Uri, depth = 0): Value | undefined {
  const folders = [...resourceFolders(from)].reverse();
  for (const folder of folders) {
    for (const name of [...activeFiles(evaluation, folder), ...FILES]) {
      const found = settingIn(evaluation, `${folder}${name}`, key);
      if (found !== undefined) return withPlaceholders(evaluation, found, from, depth);
    }
  }
  for (const folder of folders) {
    const found = profileFiles(evaluation, folder).flatMap(uri => settingIn(evaluation, uri, key) ?? []);
    const [first] = found;
    if (first === undefined) continue;
    const deployed = setAtDeployment(first.at, key);
    return choose(first.at, [deployed, ...found.map(each => withPlaceholders(evaluation, each, from, depth))]);
  }
  return undefined;
}

/** Files of the profiles that the settings themselves make active, which come before them; the last profile first. */
function activeFiles(evaluation: Evaluation, folder: Uri): readonly string[] {
  const active = FILES.flatMap(name => settingIn(evaluation, `${folder}${name}`, 'spring.profiles.active') ?? [])[0];
  const profiles = active?.kind === 'text' && !active.text.text.includes('${') ? active.text.text.split(',') : [];
  return profiles.reverse().flatMap(profile => ['yml', 'yaml', 'properties'].map(ending => `application-${profile.trim()}.${ending}`));
}

/** `application-dev.yml`: what one of them says counts only where its profile is chosen, which deployment does. */
function profileFiles(evaluation: Evaluation, folder: Uri): readonly Uri[] {
  const listed = evaluation.fileOf([folder]);
  if (listed?.kind !== 'folder') return [];
  return listed.entries.filter(entry => /\/application-[\w-]+\.(?:ya?ml|properties)$/.test(entry)).slice(0, MOST_PROFILES);
}

function settingIn(evaluation: Evaluation, uri: Uri, key: string): Value | undefined {
  const file = evaluation.fileOf([uri]);
  const text = file === undefined || file.kind === 'code' || file.kind === 'folder' ? undefined : file.text;
  if (file === undefined || text === undefined || text.length > MOST_CHARACTERS) return undefined;
  if (uri.endsWith('.properties')) return propertyIn(uri, text, key);
  const { configs } = evaluation.records;
  if (!configs.has(file)) configs.set(file, dataValue(uri, text));
  const data = configs.get(file) as Value | undefined;
  return data?.kind === 'record' ? inRecord(data, key.split('.')) : undefined;
}

/** `spring.ai: {openai.chat: …}`: a key of YAML may be several steps. */
function inRecord(record: ValueOf<'record'>, steps: readonly string[]): Value | undefined {
  for (const { key, value } of record.entries) {
    const own = key?.split('.') ?? [];
    if (key === undefined || !own.every((step, index) => kebab(step) === kebab(steps[index] ?? ''))) continue;
    const rest = steps.slice(own.length);
    const found = rest.length === 0 ? value : value.kind === 'record' ? inRecord(value, rest) : undefined;
    if (found !== undefined && found.kind !== 'record') return found;
  }
  return undefined;
}

/** `maxTokens` and `max-tokens` are one setting. */
function kebab(step: string): string {
  return step.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

function propertyIn(uri: Uri, text: string, key: string): Value | undefined {
  for (const match of text.matchAll(/^[ \t]*([^#!\s=:][^\s=:]*)[ \t]*[=:][ \t]*(.*)/gm)) {
    const [line, name = '', rest = ''] = match;
    const value = rest.replace(/(?<![ \t])[ \t]+$/, '');
    if (name.split('.').map(kebab).join('.') !== key.split('.').map(kebab).join('.')) continue;
    const start = match.index + line.indexOf(value, name.length + line.indexOf(name));
    const at = { uri, start, end: start + value.length };
    return { kind: 'text', at, text: verbatim(uri, start, value) };
  }
  return undefined;
}

/** `${MODEL:gpt-5.4}`: what is deployed, or the default. */
function withPlaceholders(evaluation: Evaluation, value: Value, from: Uri, depth: number): Value {
  const written = value.kind === 'text' ? value.text.text : value.kind === 'hole' ? value.label : undefined;
  if (written === undefined) return value;
  return written.includes('${') ? placeholder(evaluation, written, value.at, from, depth) : asNumber(value);
}

function placeholder(evaluation: Evaluation, written: string, at: Span, from: Uri, depth: number): Value {
  const [, key, fallback] = /^\$\{([^:{}]+)(?::([\s\S]*))?\}$/.exec(written.trim()) ?? [];
  const deployed = setAtDeployment(at, key ?? written);
  if (key === undefined || depth > DEEPEST) return deployed;
  const set = settingOf(evaluation, key.trim(), from, depth + 1);
  if (set !== undefined) return set;
  if (fallback === undefined || fallback === '') return deployed;
  const start = at.start + Math.max(0, written.indexOf(fallback));
  const text: Value = { kind: 'text', at, text: verbatim(at.uri, start, fallback) };
  return choose(at, [deployed, fallback.includes('${') ? placeholder(evaluation, fallback, at, from, depth + 1) : asNumber(text)]);
}

function asNumber(value: Value): Value {
  if (value.kind !== 'text' || !/^\d+$/.test(value.text.text)) return value;
  return { kind: 'scalar', at: value.at, value: Number(value.text.text) };
}

/** What `@Value("${key:default}")` or `@ConfigProperty(name = "key", defaultValue = "…")` injects. */
export function injected(evaluation: Evaluation, path: string, args: ValueOf<'call'>['args'], at: Span): Value | undefined {
  const named = (name: string) => namedArgument(args, name);
  if (path === 'org.eclipse.microprofile.config.inject.ConfigProperty') {
    const key = named('name');
    const fallback = named('defaultValue');
    if (key?.kind !== 'text') return undefined;
    const deployed = setAtDeployment(at, key.text.text);
    const set = settingOf(evaluation, key.text.text, at.uri);
    return set ?? (fallback === undefined ? deployed : choose(at, [deployed, asNumber(fallback)]));
  }
  if (path !== 'org.springframework.beans.factory.annotation.Value') return undefined;
  const written = named('value') ?? args[0]?.value;
  if (written?.kind !== 'text') return undefined;
  const { text } = written.text;
  if (text.startsWith('classpath:')) return resourceText(evaluation, text, at.uri) ?? missing(text, at);
  if (!text.includes('${')) return text.startsWith('#{') ? hole(at, text, 'computed while the program starts') : asNumber(written);
  const value = placeholder(evaluation, text, { ...written.at, start: written.text.runs[0]?.source ?? written.at.start }, at.uri, 0);
  const inner = value.kind === 'text' && value.text.text.startsWith('classpath:') ? value.text.text : undefined;
  return inner === undefined ? value : (resourceText(evaluation, inner, at.uri) ?? missing(inner, at));
}

function missing(path: string, at: Span): Value {
  return hole(at, path, 'a file that is not in the workspace', { volatility: 'static', proven: true });
}

/** The text of a file on the classpath: `classpath:/prompts/system.st`, `prompts/system.txt`. */
export function resourceText(evaluation: Evaluation, path: string, from: Uri): Value | undefined {
  const name = path.replace(/^classpath\*?:/, '').replace(/^\/+/, '');
  const beside = from.replace(
    /\/src\/(\w+)\/(?:java|kotlin)\/(.*\/)?[^/]*$/,
    (_, set: string, folder = '') => `/src/${set}/resources/${folder}`,
  );
  const folders = [...resourceFolders(from), ...(beside === from ? [] : [beside])];
  const file = evaluation.fileOf(folders.map(folder => folder + name.split('/').map(encodeURIComponent).join('/')));
  if (file === undefined || file.kind === 'code' || file.kind === 'folder' || file.text === undefined) return undefined;
  return { kind: 'text', at: { uri: file.uri, start: 0, end: file.text.length }, text: verbatim(file.uri, 0, file.text) };
}
