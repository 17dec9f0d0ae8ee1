import { isJavaScript } from '../source/languages/index';
import type { Span } from '../source/span';
import type { Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Context, Evaluation } from './evaluation';
import { isTemplate } from './template-engines';
import { isZod, rootOf } from './zod';

/** What an annotation belongs to. */
interface Annotated {
  readonly type: Value | undefined;
  /** What readers call the value: `get_client()`, `client`. */
  readonly name: string;
  readonly scope: Scope;
  readonly at: Span;
}

/**
 * A value that could not be followed, as an object of the class that its annotation names. What was followed says more than its
 * annotation, and stays.
 */
export function asStated(evaluation: Evaluation, value: Value | undefined, annotated: Annotated, context: Context): Value | undefined {
  if (annotated.type === undefined) return value;
  // `self.llm = given` here, `self.llm = self.context.make()` there: what is not followed is of the type all the same.
  if (value?.kind === 'choice' && value.options.some(option => isFollowed(evaluation, option)) && value.options.some(mayBeUnfollowed))
    return choose(
      value.at,
      value.options.map(option => (mayBeUnfollowed(option) ? (asStated(evaluation, option, annotated, context) ?? option) : option)),
    );
  const followed = value !== undefined && isFollowed(evaluation, value);
  if (followed && !isOfUnknownPackage(evaluation, value)) return value;
  const type = statedType(evaluation, annotated.type, context);
  if (
    !(namesClass(type) || isToldByObject(evaluation, type, annotated.at)) ||
    (followed && !(type.kind === 'external' && isOfSdk(evaluation, type)))
  )
    return value;
  if (value?.kind === 'param') return { ...value, type };
  return { kind: 'param', at: annotated.at, scope: annotated.scope.id, name: annotated.name, type, outside: true };
}

/** `ReturnType<typeof makeClient>`, `typeof client`: types that are told by an object like theirs. */
function isToldByObject(evaluation: Evaluation, type: Value, at: Span): boolean {
  if (type.kind !== 'instance' && type.kind !== 'call' && type.kind !== 'record') return false;
  const language = evaluation.codeOf(at.uri)?.language;
  return language !== undefined && isJavaScript(language);
}

/** The class that an annotation names; `Client = Annotated[OpenAI, Depends(…)]` is a name for it. */
export function statedType(evaluation: Evaluation, annotation: Value, context: Context): Value {
  const type = evaluation.evaluate(annotation, context);
  const form = type.kind === 'index' && type.object.kind === 'external' ? type.object.path[type.object.path.length - 1] : undefined;
  if (type.kind !== 'index') return type;
  const items = type.key.kind === 'list' ? type.key.items : [type.key];
  if (form === 'Union') return choose(type.at, items);
  return form === 'Annotated' || form === 'Optional' || form === 'Awaitable' ? (items[0] ?? type) : type;
}

/** What is written for AWS's clients of whichever service. */
const ANY_SERVICE: ReadonlySet<string> = new Set(['boto3.client', 'botocore.client.BaseClient']);

/** `Any`, `Any | None`, `object`: as good as no annotation. */
export function isAnything(type: Value): boolean {
  if (type.kind === 'choice') return type.options.every(isAnything);
  if (type.kind === 'operation') return isAnything(type.left) && isAnything(type.right);
  if (type.kind === 'scalar') return type.value === null;
  if (type.kind !== 'external') return false;
  const name = type.path.join('.');
  return name === 'Any' || name === 'object' || ANY_SERVICE.has(`${type.module}.${name}`);
}

/** A class of the project or of a package; `str`, `dict[…]` and interfaces without a trace say nothing of where a value comes from. */
export function namesClass(type: Value): boolean {
  if (type.kind === 'choice') return type.options.every(namesClass);
  return type.kind === 'class' || (type.kind === 'external' && type.module !== 'global' && !isAnything(type));
}

/** A part, or what a call gives: of something that nobody may know. */
function mayBeUnfollowed({ kind }: Value): boolean {
  return kind === 'call' || kind === 'member' || kind === 'hole';
}

function isFollowed(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'hole':
    case 'member':
    case 'index':
      return false;
    case 'operation':
      return value.operator === '|' && (isFollowed(evaluation, value.left) || isFollowed(evaluation, value.right));
    case 'param':
      return value.type !== undefined;
    case 'scalar':
      return value.value !== null;
    case 'choice':
      return value.options.some(option => isFollowed(evaluation, option));
    case 'call':
      // `const Invoice: z.ZodType<Total> = z.object({ … })`
      if (isZod(rootOf(value)) || isTemplate(value)) return true;
      if (value.callee.kind === 'call') return isMadeBySdk(evaluation, value.callee);
      return value.callee.kind === 'external'
        ? isConstructor(evaluation, value.callee)
        : value.callee.kind === 'member' &&
            (value.callee.object.kind === 'class' || isMadeBySdk(evaluation, value.callee.object) || tellsItself(value));
    default:
      return true;
  }
}

/** `new JSONObject().put(key, value)`: an object that is told what it holds, as each step gives it back. */
function tellsItself({ callee }: ValueOf<'call'>): boolean {
  if (callee.kind !== 'member' || callee.key !== 'put' || callee.object.kind !== 'call') return false;
  return callee.object.callee.kind === 'external' || tellsItself(callee.object);
}

/** What methods of an SDK's objects give (`prompt.pipe(model)`) says more than `Runnable`. */
function isMadeBySdk(evaluation: Evaluation, value: Value): boolean {
  if (value.kind === 'operation') return value.operator === '|' && isFollowed(evaluation, value);
  // `AzureOpenAIClient azure`, which is handed in.
  if (value.kind === 'param') return value.type?.kind === 'external' && isOfSdk(evaluation, value.type);
  // `client.Chats` of `client.Chats.Create(…)`
  if (value.kind === 'member') return isMadeBySdk(evaluation, value.object);
  if (value.kind !== 'call') return false;
  const { callee } = value;
  // `createOpenAI({ apiKey })('gpt-5.4')`
  if (callee.kind === 'call') return isMadeBySdk(evaluation, callee);
  return callee.kind === 'external' ? isOfSdk(evaluation, callee) : callee.kind === 'member' && isMadeBySdk(evaluation, callee.object);
}

/** `IChatClient client = new SomeClient(…)`, `st.session_state.client`: of a package that is not known, what its object serves as says more. */
function isOfUnknownPackage(evaluation: Evaluation, value: Value): boolean {
  if (value.kind === 'external') return value.module !== 'global' && value.path.length > 0 && !isOfSdk(evaluation, value);
  return value.kind === 'call' && value.callee.kind === 'external' && !isOfSdk(evaluation, value.callee) && value.chained !== true;
}

/** `OpenAI()`, and whatever else an SDK makes; `container.get("openai")` tells nothing. */
function isConstructor(evaluation: Evaluation, external: ValueOf<'external'>): boolean {
  const { module, path } = external;
  // `Guard.NotNull(client)` makes nothing.
  if (module === 'global' && path.length > 1) return false;
  return isOfSdk(evaluation, external) || /^\p{Lu}|^default$/u.test(path[path.length - 1] ?? '');
}

/** The language's own functions are read as calls of an SDK, too (`fetch`), but make nothing of one. */
function isOfSdk(evaluation: Evaluation, { module, path }: ValueOf<'external'>): boolean {
  return module !== 'global' && (evaluation.isPackage(module) || evaluation.hasExport(module, path[0] ?? ''));
}
