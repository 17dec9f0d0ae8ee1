import { setAtDeployment } from '../../source/deployed';
import type { Span } from '../../source/span';
import type { Call, Value } from '../../source/values';
import { positional } from '../arguments';
import { choose } from '../choose';
import { entryOf } from '../entries';
import type { Evaluation } from '../evaluation';
import { dataIn } from '../file-texts';
import { filesAt } from '../locations';
import { plainText } from '../plain-values';
import { TYPE_ARGUMENT } from './type-argument';

/** Files that a .NET program is configured by, beside its environment. */
const FILES = ['appsettings.json', 'appsettings.Development.json', 'local.settings.json'] as const;
/** What an IConfiguration is called where its type isn't in sight. */
const NAMES = /(?:^|[._])(?:config|configuration)$/i;

/** `configuration["OpenAI:Model"]`: what appsettings.json says, unless it is set where the program is deployed. Undefined: this is no configuration. */
export function ofConfiguration(evaluation: Evaluation, object: Value, key: Value, at: Span): Value | undefined {
  // What is called so in other languages is what its makers made it.
  if (evaluation.codeOf(at.uri)?.language !== 'csharp') return undefined;
  const section = sectionOf(evaluation, object);
  const name = plainText(key);
  if (section === undefined || name === undefined) return undefined;
  return setting(evaluation, [...section, ...name.split(/:|__/)], at);
}

/** What is set where the program is deployed, and what its files or else its code say where nothing is. */
export function setting(evaluation: Evaluation, path: readonly string[], at: Span, otherwise?: Value): Value {
  const deployed = setAtDeployment(at, path.join(':'));
  const stated = FILES.flatMap(file => read(evaluation, file, path, at) ?? []);
  const [initial] = [...stated, ...(otherwise === undefined || isEmpty(otherwise) ? [] : [otherwise])];
  return initial === undefined ? deployed : choose(at, [deployed, initial]);
}

/** `section.Get<AzureOpenAIConfig>().Deployment`: a key of a section that fills an object of a package's class. */
export function settingOfPackage(evaluation: Evaluation, object: Call, key: string, at: Span): Value | undefined {
  const { callee, args } = object;
  const type = args.find(({ name }) => name === TYPE_ARGUMENT)?.value;
  if (type?.kind !== 'external' || !/^\p{Lu}/u.test(key)) return undefined;
  const isGet = callee.kind === 'member' && callee.key === 'Get';
  const section = isGet ? sectionOf(evaluation, callee.object) : serviceSection(evaluation, object);
  return section && setting(evaluation, [...section, key], at);
}

/** `memory.GetServiceConfig<OpenAIConfig>(configuration, "OpenAI")` of Kernel Memory, which keeps its services in one place. */
function serviceSection(evaluation: Evaluation, { callee, args }: Call): readonly string[] | undefined {
  const method = callee.kind === 'member' ? callee.key : callee.kind === 'param' ? callee.name.split('.').at(-1) : undefined;
  const [from, name, root] = positional(args).map(({ value }) => value);
  if (method !== 'GetServiceConfig' || from === undefined || name === undefined) return undefined;
  const [service, outer] = [plainText(name), root === undefined ? 'KernelMemory' : plainText(root)];
  return service === undefined || outer === undefined || sectionOf(evaluation, from) === undefined
    ? undefined
    : [outer, 'Services', service];
}

function isEmpty(value: Value): boolean {
  if (value.kind === 'external') return value.module === 'global' && /^[Ss]tring\.Empty$/.test(value.path.join('.'));
  return (value.kind === 'text' && value.text.text === '') || (value.kind === 'scalar' && value.value === null);
}

/** The keys that lead to a section of the configuration; empty for all of it. */
export function sectionOf(evaluation: Evaluation, value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case 'param':
      return isConfiguration(value.type) || (value.type === undefined && NAMES.test(value.name)) ? [] : undefined;
    case 'member':
      return value.key === 'Value' ? undefined : NAMES.test(value.key) && !isOurs(value.object) ? [] : undefined;
    case 'choice': {
      const all = value.options.map(option => sectionOf(evaluation, option));
      return all.every(each => each !== undefined) ? all[0] : undefined;
    }
    case 'call': {
      const { callee, args } = value;
      if (callee.kind !== 'member') return undefined;
      // A chain that conditional compilation breaks off (`#if DEBUG`) is one as well.
      if (/^(?:Build|Add\w+|Set\w+)$/.test(callee.key)) return isBuilder(callee.object) ? [] : undefined;
      if (callee.key === 'GetRequiredService' || callee.key === 'GetService')
        return args.some(({ value: type }) => isConfiguration(type)) ? [] : undefined;
      const inside = callee.key === 'GetSection' || callee.key === 'GetRequiredSection' ? sectionOf(evaluation, callee.object) : undefined;
      const name = args[0] === undefined ? undefined : plainText(args[0].value);
      return inside === undefined || name === undefined ? undefined : [...inside, ...name.split(':')];
    }
    default:
      return undefined;
  }
}

/** A type that hands out what a program is configured by. */
export function isConfiguration(type: Value | undefined): boolean {
  return type?.kind === 'external' && /^I?Configuration(?:Root|Section|Manager)?$/.test(type.path[type.path.length - 1] ?? '');
}

/** An object of the project has fields of its own. */
function isOurs(value: Value): boolean {
  return value.kind === 'instance' || value.kind === 'self';
}

/** `new ConfigurationBuilder().AddJsonFile("…").Build()` */
function isBuilder(value: Value): boolean {
  if (value.kind !== 'call') return false;
  if (value.callee.kind === 'external') return value.callee.path[value.callee.path.length - 1] === 'ConfigurationBuilder';
  return value.callee.kind === 'member' && isBuilder(value.callee.object);
}

function read(evaluation: Evaluation, file: string, path: readonly string[], at: Span): Value | undefined {
  const found = evaluation.fileOf(filesAt({ path: file }, at.uri));
  if (found === undefined || found.kind === 'code' || found.kind === 'folder' || found.text === undefined) return undefined;
  const whole = { uri: found.uri, start: 0, end: found.text.length };
  let value = dataIn({
    kind: 'text',
    at: whole,
    text: { text: found.text, uri: found.uri, runs: [{ at: 0, length: found.text.length, source: 0, sourceLength: found.text.length }] },
  });
  for (const key of path) {
    if (value?.kind !== 'record') return undefined;
    const written = value.entries.find(entry => entry.key?.toLowerCase() === key.toLowerCase())?.key;
    value = written === undefined ? undefined : entryOf(value, written).value;
  }
  // An empty text is a place to be filled where it is deployed.
  return value === undefined || (value.kind === 'text' && /^(?:|<.*>|your[-_ ].*)$/i.test(value.text.text.trim())) ? undefined : value;
}
