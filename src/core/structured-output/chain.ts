import { callAt } from '../link/calls-within';
import { labelOf } from '../link/labels';
import type { Edit } from '../source/edit';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';

type Assign = Extract<Effect, { kind: 'assign' }>;

/** A chain of LangChain with one model in it, as the function that runs it writes it: `prompt | model | StrOutputParser()`. */
export interface Chain {
  /** What running it gives: the model's message, its text, or what a parser makes of its JSON. */
  readonly gives: 'message' | 'text' | 'object';
  /** Puts this behind the model, and takes away what read its text. */
  withModel(newText: string): readonly Edit[];
}

const MODELS = /^(?:(?:Azure)?Chat[A-Z]\w*|init_chat_model|initChatModel)\(\)$/;
const PARSERS: Readonly<Record<string, Chain['gives']>> = {
  'StrOutputParser()': 'text',
  'StringOutputParser()': 'text',
  'JsonOutputParser()': 'object',
};

/** `model = ChatOpenAI(…)`, `const model = await initChatModel(…)`, or the call itself. */
export function isModel(value: Value, { scopes }: CodeSummary): boolean {
  if (value.kind !== 'name') return isModelCall(value);
  const set = scopes.flatMap(scope => assignsOf(scope, value.name));
  return set.length > 0 && set.every(effect => isModelCall(effect.value));
}

function isModelCall(value: Value): boolean {
  return value.kind === 'call' && MODELS.test(labelOf(value));
}

/**
 * The chain on which a call is made, if it is written in the same function and nothing else runs it: another file could use one of the
 * module's.
 */
export function chainOf(call: Call, summary: CodeSummary, text: string): Chain | undefined {
  const object = call.callee.kind === 'member' ? call.callee.object : undefined;
  const place = callAt(summary, call.at);
  const scope = place && summary.scopes[place.scope];
  if (object === undefined || scope === undefined) return undefined;
  const written = object.kind === 'name' ? ownChain(object.name, scope, text) : object;
  const steps = written && stepsOf(written);
  const at = steps?.findIndex(({ value }) => isModel(value, summary)) ?? -1;
  const model = steps?.[at];
  if (steps === undefined || model === undefined || steps.length < 2) return undefined;
  const [parser, ...others] = steps.slice(at + 1);
  const gives = parser === undefined ? 'message' : PARSERS[labelOf(made(parser.value, summary))];
  if (gives === undefined || others.length > 0 || hasArguments(made(parser?.value ?? model.value, summary), parser)) return undefined;
  const { uri, end } = model.value.at;
  const taken = parser === undefined ? [] : [{ uri, start: parser.from, end: parser.to, newText: '' }];
  return { gives, withModel: newText => [{ uri, start: end, end, newText }, ...taken] };
}

/** A parser that was told of a class knows more than its JSON. */
function hasArguments(value: Value, parser: Step | undefined): boolean {
  return parser !== undefined && value.kind === 'call' && value.args.length > 0;
}

function made(value: Value, { scopes }: CodeSummary): Value {
  if (value.kind !== 'name') return value;
  const [only, ...others] = scopes.flatMap(scope => assignsOf(scope, value.name));
  return only === undefined || others.length > 0 ? value : only.value;
}

function ownChain(name: string, scope: Scope, text: string): Value | undefined {
  const [only, ...others] = assignsOf(scope, name);
  if (only === undefined || others.length > 0 || scope.parent === undefined) return undefined;
  const code = text.slice(scope.at.start, scope.at.end).replace(/^[ \t]*(?:#|\/\/).*$/gm, '');
  const uses = code.match(new RegExp(`(?<![\\w$."'])${name.replace(/\$/g, '\\$')}(?![\\w$"'])`, 'g'));
  return uses?.length === 2 ? only.value : undefined;
}

interface Step {
  readonly value: Value;
  /** What goes with it, when it is taken out: from the end of the step before it. */
  readonly from: number;
  readonly to: number;
}

/** `a | b | c`, `a.pipe(b).pipe(c)`, in the order in which they run. */
function stepsOf(value: Value): readonly Step[] {
  if (value.kind === 'operation' && value.operator === '|')
    return [...stepsOf(value.left), { value: value.right, from: value.left.at.end, to: value.right.at.end }];
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.key === 'pipe') {
    const [next, ...others] = value.args;
    const before = value.callee.object;
    if (next !== undefined && others.length === 0)
      return [...stepsOf(before), { value: next.value, from: before.at.end, to: value.at.end }];
  }
  return [{ value, from: value.at.start, to: value.at.end }];
}

function assignsOf({ effects }: Scope, name: string): readonly Assign[] {
  return effects.filter(
    (effect): effect is Assign =>
      effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name && effect.target.path.length === 0,
  );
}
