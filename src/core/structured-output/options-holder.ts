import { labelOf } from '../link/labels';
import { within } from '../link/value-parts';
import type { CodeSummary, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';

/** The object that a call's options are told by, as it is written. */
export interface OptionsHolder {
  readonly value: Value;
  /** The package in front of its type (`openai.ChatCompletionRequest`); empty: none. */
  readonly prefix: string;
}

/** In the call itself, or in a variable of its function that no other call is handed. */
export function optionsHolder(summary: CodeSummary, call: Call, text: string, type: RegExp): OptionsHolder | undefined {
  const place = summary.calls.find(each => each.call.at.start === call.at.start && each.call.at.end === call.at.end);
  const scope = place && summary.scopes[place.scope];
  for (const { value } of call.args) {
    const made = value.kind === 'name' && scope !== undefined ? ownVariable(summary, scope, value.name, call) : undefined;
    const declared = made?.type === undefined ? undefined : labelOf(made.type);
    for (const part of within(made?.value ?? value)) {
      const found = holderIn(part, text, type, part === made?.value ? declared : undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function holderIn(value: Value, text: string, type: RegExp, declared: string | undefined): OptionsHolder | undefined {
  if (value.kind !== 'call' && value.kind !== 'record') return undefined;
  const source = text.slice(value.at.start, Math.min(value.at.end, value.at.start + 200));
  const [, prefix = '', name = ''] = /^(?:new\s+|&\s*)?((?:\w+\.)*)(\w+)\s*[({]/.exec(source) ?? [];
  const own = name === 'new' ? (declared ?? '') : name;
  return type.test(own.slice(own.lastIndexOf('.') + 1)) ? { value, prefix: prefix.replace(/\.$/, '') } : undefined;
}

/** A variable that is set once, and handed to this call alone. */
function ownVariable(
  summary: CodeSummary,
  scope: Scope,
  name: string,
  call: Call,
): { readonly value: Value; readonly type: Value | undefined } | undefined {
  const sets = scope.effects.flatMap(effect =>
    effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name && effect.target.path.length === 0
      ? [effect]
      : [],
  );
  const [only, ...others] = sets;
  const handed = summary.calls.filter(
    each =>
      each.scope === scope.id &&
      each.call.args.some(({ value }) => [...within(value)].some(part => part.kind === 'name' && part.name === name)),
  );
  const elsewhere = handed.some(each => each.call.at.start > call.at.start || each.call.at.end < call.at.end);
  return only === undefined || others.length > 0 || elsewhere ? undefined : { value: only.value, type: only.type };
}

/** Written as a list, or a variable or parameter that holds one. */
export function isList(summary: CodeSummary, call: Call, value: Value): boolean {
  if (value.kind !== 'name') return value.kind === 'list';
  const place = summary.calls.find(each => each.call.at.start === call.at.start && each.call.at.end === call.at.end);
  const scope = place && summary.scopes[place.scope];
  const param = scope?.params.find(each => each.name === value.name);
  if (param !== undefined) return param.type?.kind === 'index';
  return (
    scope?.effects.some(
      effect =>
        effect.kind === 'assign' &&
        effect.target.root !== 'self' &&
        effect.target.root.name === value.name &&
        (effect.value.kind === 'list' || effect.type?.kind === 'index'),
    ) === true
  );
}
