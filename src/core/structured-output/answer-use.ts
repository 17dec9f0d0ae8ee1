import { callAt } from '../link/calls-within';
import { copiesObject } from '../link/copies-object';
import { labelOf } from '../link/labels';
import { isWrittenOut } from '../link/plain-values';
import { within } from '../link/value-parts';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Argument, Call, Value } from '../source/values';

type Assign = Extract<Effect, { kind: 'assign' }>;

/** Where the answer of a call is read as JSON, in the function that makes the call. */
export interface AnswerUse {
  /** `json.loads(…)`, or what reads JSON by itself: `Invoice.model_validate_json(…)`. */
  readonly parse: Call;
  /** What makes the project's own object of it: `Invoice(**json.loads(…))`, with the name of its class or schema. */
  readonly made?: { readonly call: Call; readonly name: string };
  /** What is parsed, followed back to the call: undefined where it is changed on the way. */
  readonly path?: AnswerPath;
  /** What the result is put into. */
  readonly target?: Assign;
  /** The function, and the callbacks in it. */
  readonly scopes: readonly Scope[];
  /** Errors of the parsing are caught where those of the call are not, or only some kinds of them are. */
  readonly caughtApart: boolean;
}

/** `response.choices[0].message.content`, as written where the answer is taken apart. */
export interface AnswerPath {
  /** The outermost member or index; the call or its variable itself where nothing is taken of it. */
  readonly value: Value;
  /** What stands between it and the call, outermost first: members and indices. */
  readonly steps: readonly Value[];
  /** The variable that it was put into before it was parsed. */
  readonly through?: Assign;
  /** The variable of the whole answer; absent: the call stands in the path itself. */
  readonly root?: Assign;
}

const PARSERS = /^(?:(?:json|orjson|ujson|simplejson)\.loads|JSON\.parse)$/;
const INTO_PYDANTIC = /^(?:model_validate_json|parse_raw)$/;
/** Methods that only cut off what stands around the JSON. */
const TRIMS = /^(?:trim|trimStart|trimEnd|strip|lstrip|rstrip|removeprefix|removesuffix|replace|replaceAll|toString)$/;

/** Undefined: nothing reads it as JSON in this function, or several places do. */
export function answerUse(summary: CodeSummary, call: Call, text: string): AnswerUse | undefined {
  const place = callAt(summary, call.at);
  const scope = place && summary.scopes[place.scope];
  if (place === undefined || scope === undefined) return undefined;
  const scopes = [scope, ...summary.scopes.filter(each => each.name === '' && isInside(summary, each, scope))];
  const derives = (value: Value) => follow(value, call, scope);
  const own = summary.calls.filter(each => scopes.some(({ id }) => id === each.scope));
  const parses = own.filter(({ call: parse }) => {
    const { callee, args } = parse;
    const label = labelOf(callee);
    const reads = PARSERS.test(label) || INTO_PYDANTIC.test(label.slice(label.lastIndexOf('.') + 1));
    return reads && args[0] !== undefined && !copiesObject(parse) && mentions(args[0].value, call, scope);
  });
  const [found, ...others] = parses;
  if (found === undefined || others.length > 0) return undefined;
  const given = found.call.args[0]?.value;
  const path = given && derives(given);
  const parse = found.call;
  const made = own.flatMap(each => {
    const name = each.call === parse ? ownClass(parse) : intoOf(each.call, parse);
    return name === undefined ? [] : [{ call: each.call, name }];
  })[0];
  const result = made?.call ?? parse;
  const target = scopes
    .flatMap(({ effects }) => effects)
    .find((effect): effect is Assign => effect.kind === 'assign' && isSame(effect.value.at, result.at));
  const isOwn = found.scope === place.scope;
  return {
    parse,
    ...(made === undefined ? {} : { made }),
    ...(path === undefined || !isOwn ? {} : { path }),
    ...(target === undefined ? {} : { target }),
    scopes,
    caughtApart: isCaughtApart(scope, call, parse, text),
  };
}

function isInside(summary: CodeSummary, scope: Scope, outer: Scope): boolean {
  for (let parent = scope.parent; parent !== undefined; parent = summary.scopes[parent]?.parent) {
    if (parent === outer.id) return true;
    if (summary.scopes[parent]?.name !== '') return false;
  }
  return false;
}

/** `Invoice(**json.loads(…))`, `Invoice.model_validate(json.loads(…))`, `InvoiceSchema.parse(JSON.parse(…))`. */
function intoOf({ callee, args }: Call, parse: Call): string | undefined {
  const [only, ...others] = args;
  if (only === undefined || others.length > 0) return undefined;
  const spread = only.value.kind === 'spread';
  const given = only.value.kind === 'spread' ? only.value.value : only.value;
  if (!isSame(given.at, parse.at)) return undefined;
  if (spread) return callee.kind === 'name' ? callee.name : undefined;
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return undefined;
  return /^(?:model_validate|parse_obj|parse)$/.test(callee.key) ? callee.object.name : undefined;
}

function ownClass({ callee }: Call): string | undefined {
  return callee.kind === 'member' && INTO_PYDANTIC.test(callee.key) && callee.object.kind === 'name' ? callee.object.name : undefined;
}

/** Whether a value is made of the call's answer in any way. Each variable is followed once. */
function mentions(value: Value, call: Call, scope: Scope, seen = new Set<string>()): boolean {
  for (const part of within(value)) {
    if (part.kind === 'call' && isSame(part.at, call.at)) return true;
    if (part.kind !== 'name' || seen.has(part.name)) continue;
    seen.add(part.name);
    if (assignsOf(scope, part.name).some(effect => mentions(effect.value, call, scope, seen))) return true;
  }
  return false;
}

function assignsOf(scope: Scope, name: string): readonly Assign[] {
  return scope.effects.filter(
    (effect): effect is Assign =>
      effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name && effect.target.path.length === 0,
  );
}

/** Back through at most one variable to the answer, past fallbacks and methods that only trim. */
function follow(given: Value, call: Call, scope: Scope): AnswerPath | undefined {
  const value = trimmed(given);
  if (value.kind === 'name' && rootOf(value, call, scope) === undefined) {
    const [only, ...others] = assignsOf(scope, value.name);
    const path = only === undefined || others.length > 0 ? undefined : direct(trimmed(only.value), call, scope);
    return path === undefined || only === undefined ? undefined : { ...path, through: only };
  }
  return direct(value, call, scope);
}

function direct(value: Value, call: Call, scope: Scope): AnswerPath | undefined {
  const steps: Value[] = [];
  let at = value;
  while (at.kind === 'member' || at.kind === 'index') {
    steps.push(at);
    at = at.object;
  }
  if (isSame(at.at, call.at)) return { value, steps };
  const root = at.kind === 'name' ? rootOf(at, call, scope) : undefined;
  return root && { value, steps, root };
}

function rootOf({ name }: Extract<Value, { kind: 'name' }>, call: Call, scope: Scope): Assign | undefined {
  const [only, ...others] = assignsOf(scope, name);
  return only !== undefined && others.length === 0 && isSame(only.value.at, call.at) ? only : undefined;
}

const ALTERNATIVES: ReadonlySet<string> = new Set(['??', 'or', 'default']);

function trimmed(value: Value): Value {
  if (value.kind === 'operation' && ALTERNATIVES.has(value.operator) && isWrittenOut(value.right)) return trimmed(value.left);
  if (value.kind === 'call' && value.callee.kind === 'member' && TRIMS.test(value.callee.key)) return trimmed(value.callee.object);
  if (value.kind === 'call' && value.callee.kind === 'name' && (value.callee.name === 'str' || value.callee.name === 'String')) {
    const [only, ...others]: readonly Argument[] = value.args;
    return only === undefined || others.length > 0 ? value : trimmed(only.value);
  }
  return value;
}

function isCaughtApart(scope: Scope, call: Call, parse: Call, text: string): boolean {
  const tries = scope.blocks.filter(({ kind, at }) => kind === 'try' && at.start <= parse.at.start && parse.at.end <= at.end);
  return tries.some(block => {
    if (block.at.start > call.at.start || call.at.end > block.at.end) return true;
    const handlers = scope.blocks.filter(({ kind, group }) => kind === 'catch' && group === block.group);
    return handlers.some(handler =>
      /\bexcept\s+(?!\s|(?:Base)?Exception\b)[^\n:]+:$/.test(text.slice(block.at.end, handler.at.start).trimEnd()),
    );
  });
}

function isSame(a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean {
  return a.start === b.start && a.end === b.end;
}
