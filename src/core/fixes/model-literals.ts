import { plainText } from '../link/plain-values';
import type { CallSite } from '../request/call-site';
import { IN_ADDRESS } from '../sdks/http-url';
import { type Edit, isRefusal, type Refusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Value } from '../source/values';
import { isOfList } from './listed-ids';
import type { Writers } from './writers';

/** A model's id where it is written out: in the call, in a constant anywhere, or in a prompt's head. */
export interface ModelLiteral {
  readonly id: string;
  readonly at: Span;
  /** Absent in prompt files and data, and where the id is a part of an address. */
  readonly value?: Value;
}

/** Names of arguments that hold a model's id, most exact first. */
const NAMES = [
  'modelId',
  'model_id',
  'model_name',
  'modelName',
  'model',
  'deployment',
  'azure_deployment',
  'deployment_name',
  'ModelId',
  'Model',
  'deploymentName',
  'DeploymentName',
  'defaultModelId',
];

/** Every id that a request may name, where it is written. Several where the code chooses; none where it comes from elsewhere. */
export function modelLiterals({ kind, model, parameters, modelParameter }: CallSite): readonly ModelLiteral[] {
  if (kind === 'prompt-file') return model.value === undefined || model.at === undefined ? [] : [{ id: model.value, at: model.at }];
  for (const name of modelParameter === undefined ? NAMES : [...NAMES, modelParameter]) {
    const argument = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const found = argument === undefined ? [] : wholeOnly(literalsIn(argument.value));
    if (found.length > 0) return name === IN_ADDRESS ? found.map(({ id, at }) => ({ id, at })) : found;
  }
  return [];
}

function literalsIn(value: Value): readonly ModelLiteral[] {
  if (value.kind === 'choice') return value.options.flatMap(literalsIn);
  if (value.kind === 'param') return value.fallback === undefined ? [] : literalsIn(value.fallback);
  const id = value.kind === 'text' || value.kind === 'template' ? plainText(value) : undefined;
  return id === undefined ? [] : [{ id, at: value.at, value }];
}

/** Of an id that is also sent without its seller, or in another case, the whole one: it is written once. */
function wholeOnly(literals: readonly ModelLiteral[]): readonly ModelLiteral[] {
  return literals.filter(
    (one, index) => !literals.some((other, place) => place !== index && holds(other, one) && !(place > index && holds(one, other))),
  );
}

function holds({ at: outer }: ModelLiteral, { at: inner }: ModelLiteral): boolean {
  return outer.uri === inner.uri && outer.start <= inner.start && inner.end <= outer.end;
}

export function isSameLiteral(one: ModelLiteral, other: ModelLiteral): boolean {
  return one.at.uri === other.at.uri && one.at.start === other.at.start && one.at.end === other.at.end;
}

/** Writes `to` over the part `from` at the end of a literal's id, so that `openai/gpt-4o` keeps its seller. */
export function replaceModelId(writers: Writers, literal: ModelLiteral, from: string, to: string): readonly Edit[] | Refusal {
  const { id, at, value } = literal;
  const text = writers.textOf(at.uri);
  if (text === undefined) return { refused: 'The file in which the model is named can’t be edited.' };
  if (!id.toLowerCase().endsWith(from)) return { refused: 'The id is put together from several parts. Change it by hand.' };
  if (isOfList(text, at, to)) return { refused: `Only ids of a list may be chosen here. Add ${to} to it, and change the id by hand.` };
  const printer = writers.printerOf(at.uri);
  if (printer !== undefined && value !== undefined) {
    const edits = printer.replaceLiteral(text, value, id.slice(0, id.length - from.length) + to);
    return isRefusal(edits) ? { refused: 'The id is not written out as one literal. Change it where it is put together.' } : edits;
  }
  const source = text.slice(at.start, at.end);
  const start = source.toLowerCase().indexOf(from);
  if (start < 0 || source.toLowerCase().indexOf(from, start + 1) >= 0)
    return { refused: 'The id is not written out here. Change it by hand.' };
  return [{ uri: at.uri, start: at.start + start, end: at.start + start + from.length, newText: to }];
}
