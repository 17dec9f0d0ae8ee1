import { hole } from '../../link/hole';
import { plainText } from '../../link/plain-values';
import { madeMessage, madeText } from '../../source/made-values';
import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { argumentIn } from '../handed';
import type { MethodDeclaration } from '../method-declaration';
import { filled, historyOf } from '../placeholders';
import type { SdkCall } from '../sdk-call';

/** What a method of an interface sends that LangChain4j implements: what its annotations say, filled with its arguments. */
export function withDeclared(call: SdkCall, { methodOf, promptAt }: ServiceSurroundings): SdkCall | undefined {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const type = layers.map(layer => argumentIn(layer, 'type')).find(value => value !== undefined);
  const method = type === undefined ? undefined : methodOf(type, call.path ?? '');
  if (own === undefined || method === undefined || method.decorators.some(each => isNamed(each, COMPOSED))) return undefined;
  const given = (name: string) => passed(method, own.args, name);
  const text = (annotation: Value | undefined) => {
    const template = annotation && templateOf(annotation, promptAt);
    return template && filled(template, 'mustache', given);
  };
  const system = text(annotationNamed(method.decorators, 'SystemMessage') ?? annotationNamed(method.ofClass, 'SystemMessage'));
  const asked = text(annotationNamed(method.decorators, 'UserMessage')) ?? userArgument(method, own.args, promptAt, given);
  const user = asked && withFound(asked, call);
  const memory = layers.flatMap(layer => argumentIn(layer, 'chatMemory') ?? argumentIn(layer, 'chatMemoryProvider') ?? [])[0];
  const items = [
    ...(system === undefined ? [] : [madeMessage('system', system)]),
    ...(memory === undefined ? [] : [historyOf('chatMemory', memory.at, undefined)]),
    ...(user === undefined ? [] : [madeMessage('user', user)]),
  ];
  const [first] = items;
  if (first === undefined) return undefined;
  const messages: Argument = { name: 'messages', value: { kind: 'list', at: first.at, items }, at: first.at };
  const shape = { ...call.shape, streams: isStream(method.returns) };
  const { returns } = method;
  // An object of the project's own is asked for by its fields.
  // Quarkus names the classes of a method's tools there.
  const box = annotationNamed(method.decorators, 'ToolBox');
  const tools = box?.kind === 'call' ? box.args.map(({ value, at }): Argument => ({ name: 'tools', value, at })) : [];
  const format: readonly Argument[] = returns?.kind === 'class' ? [{ name: 'responseFormat', value: returns, at: returns.at }] : [];
  return {
    ...call,
    shape,
    object: { ...call.object, layers: [...layers.slice(0, -1), { args: [...tools, ...format, messages], positional: [] }] },
  };
}

/** What is looked up for a question, which goes behind it in its message. */
const LOOKING_UP = ['contentRetriever', 'retrievalAugmentor', 'retriever'];

function withFound(asked: Value, { object: { layers } }: SdkCall): Value {
  const [by] = layers.flatMap(layer => LOOKING_UP.flatMap(name => argumentIn(layer, name) ?? []));
  if (by === undefined) return asked;
  const found = hole(by.at, 'what is found', 'looked up for each question', { volatility: 'call', proven: true });
  return { kind: 'template', at: asked.at, parts: [asked, found], literal: false };
}

/** What gives an answer piece by piece. */
function isStream(type: Value | undefined): boolean {
  return type?.kind === 'external' && /^(?:TokenStream|Flux|Multi)$/.test(type.path[type.path.length - 1] ?? '');
}

interface ServiceSurroundings {
  readonly methodOf: Surroundings['methodOf'];
  /** The text of a file on the classpath. */
  promptAt(path: string): Value | undefined;
}

/** Agents that only call others, which spend what is spent. */
const COMPOSED = /^(?:Sequence|Parallel|ParallelMapper|Loop|Conditional|Planner)Agent$|^HumanInTheLoop$/;

function annotationNamed(decorators: readonly Value[], name: string): Value | undefined {
  return decorators.find(decorator => isNamed(decorator, new RegExp(`^${name}$`)));
}

function isNamed(decorator: Value, name: RegExp): boolean {
  const type = decorator.kind === 'call' ? decorator.callee : decorator;
  return (
    type.kind === 'external' &&
    name.test(type.path[type.path.length - 1] ?? '') &&
    /^(?:dev|io\.quarkiverse)\.langchain4j\b/.test(type.module)
  );
}

/** `@SystemMessage("…")`, `@SystemMessage({"…", "…"})` of several lines, `@SystemMessage(fromResource = "prompts/x.txt")`. */
function templateOf(annotation: Value, promptAt: ServiceSurroundings['promptAt']): Value | undefined {
  if (annotation.kind !== 'call') return undefined;
  const named = (name: string) => annotation.args.find(argument => argument.name === name)?.value;
  const path = named('fromResource');
  if (path !== undefined) return promptAt(plainText(path) ?? '');
  const value = named('value') ?? annotation.args.find(argument => argument.name === undefined)?.value;
  if (value?.kind !== 'list') return value;
  const { at } = value;
  const separator: Value = madeText(plainText(named('delimiter') ?? value) ?? '\n', at);
  return { kind: 'template', at, parts: value.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])), literal: false };
}

/** What is passed for `{{name}}`: by `@V`, by the parameter's own name, or as `{{it}}`, the only one. */
function passed(method: MethodDeclaration, args: readonly Argument[], name: string): Value | undefined {
  const { params } = method;
  const sent = params.flatMap((param, index) => (annotationNamed(param.decorators, 'MemoryId') === undefined ? [index] : []));
  if (name === 'it' && sent.length === 1) return args[sent[0] ?? 0]?.value;
  const index = params.findIndex(param => {
    const stated = annotationNamed(param.decorators, 'V');
    const own = stated?.kind === 'call' ? plainText(stated.args[0]?.value ?? stated) : undefined;
    return (own ?? param.name) === name;
  });
  return index === -1 ? undefined : args[index]?.value;
}

/** The parameter that is the user's message: annotated as such, or the only one that is sent. */
function userArgument(
  method: MethodDeclaration,
  args: readonly Argument[],
  promptAt: ServiceSurroundings['promptAt'],
  given: (name: string) => Value | undefined,
): Value | undefined {
  const { params } = method;
  const marked = params.findIndex(param => annotationNamed(param.decorators, 'UserMessage') !== undefined);
  if (marked !== -1) {
    const annotation = annotationNamed(params[marked]?.decorators ?? [], 'UserMessage');
    const template = annotation && templateOf(annotation, promptAt);
    return template === undefined ? args[marked]?.value : filled(template, 'mustache', given);
  }
  const plain = params.flatMap((param, index) => (param.decorators.length === 0 ? [index] : []));
  return plain.length === 1 ? args[plain[0] ?? 0]?.value : undefined;
}
