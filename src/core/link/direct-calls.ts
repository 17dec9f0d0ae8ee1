import { byOneOf } from '../request/one-of';
import { readSite, type SiteContent } from '../request/read-site';
import { goesWhereCallersSay } from '../sdks/passed-address';
import type { CallShape } from '../sdks/sdk';
import type { SdkCall } from '../sdks/sdk-call';
import type { SdkIndex } from '../sdks/sdk-index';
import type { Argument, Call, Value } from '../source/values';
import { isTold } from './builders';
import { isChosenByCallers } from './chosen-objects';
import { schemaReader } from './derived-schema';
import { differ } from './different-ways';
import type { Evaluation } from './evaluation';
import { type Found, NOTHING_SPENT, type Spending } from './found';
import { withMaking } from './made-with';
import { dependsOnCaller, leavesModelOpen } from './wrapper';

const NOTHING_SENT = { messages: [], system: [], tools: [], schema: [] };

/** A call that was traced to SDKs. */
export interface Traced {
  readonly call: Call;
  readonly callee: Value;
  args(): readonly Argument[];
  /** What is called: one of several, or several one after the other (`step`). */
  readonly matches: readonly SdkCall[];
  /** Told by how the call looks, and not by where its object comes from. */
  readonly byShape: boolean;
  /** Of what callers decide about, the first that is found will do. */
  readonly briefly: boolean;
}

/** What a call spends that is itself an SDK's. */
export function spentDirectly(evaluation: Evaluation, traced: Traced, sdks: SdkIndex): Spending {
  const { matches } = traced;
  // Where only some of several objects make another call, it isn't one that is made besides.
  const common = Math.min(...matches.map(({ step }) => step?.of ?? 1));
  if (common === 1) return asOne(evaluation, traced, alike(matches), sdks);
  const each = Array.from({ length: common }, (_, nth) => {
    const own = matches.filter(({ step }) => Math.min(step?.nth ?? 0, common - 1) === nth);
    return { step: nth, spending: asOne(evaluation, traced, alike(own), sdks) };
  });
  return {
    found: each.flatMap(({ step, spending }) => spending.found.map((found): Found => ({ ...found, step }))),
    open: false,
    own: each.some(({ spending }) => spending.own),
  };
}

/** What embeds has no model in common with what answers. */
function alike(matches: readonly SdkCall[]): readonly SdkCall[] {
  const answering = matches.filter(({ shape }) => shape.cap.length > 0);
  return answering.length === 0 ? matches : answering;
}

function asOne(
  evaluation: Evaluation,
  { call, callee, args, byShape, briefly }: Traced,
  [match, ...others]: readonly SdkCall[],
  sdks: SdkIndex,
): Spending {
  if (match === undefined) return NOTHING_SPENT;
  const holder = builtRequest(evaluation, match.shape, args(), call) ?? call;
  const schemaOf = schemaReader(evaluation);
  const isMarked = isMarkedLater(evaluation, call);
  const read = (each: SdkCall) => {
    const content = readSite(each, holder, schemaOf, evaluation.withoutFrames);
    return isMarked ? { ...content, request: { ...content.request, markedLater: true as const } } : content;
  };
  const here = { holder, at: call.at, via: [], innerCalls: [] };
  // Long prompts take long to read, and who decides of the model decides.
  const unsent = briefly && others.length === 0 ? read({ ...match, shape: { ...match.shape, ...NOTHING_SENT } }) : undefined;
  if (unsent !== undefined && leavesModelOpen(unsent, match.shape))
    return { found: [{ ...here, content: unsent, wrapped: true }], open: false, own: false };
  const ways = [read(match), ...others.map(read)] as const;
  const content = others.length === 0 ? ways[0] : byOneOf(ways);
  // Whoever passes a client that nobody says anything of decides whose it is.
  const isClientPassed = byShape && callee.kind === 'param' && callee.outside === undefined;
  const wrapped =
    isClientPassed ||
    (callee.kind === 'choice' && callee.byCaller !== undefined && differ(ways, callee.byCaller)) ||
    isChosenByCallers(match.shape, args, ways) ||
    dependsOnCaller(content, match, args()) ||
    isLeftToMaker(callee, match, content) ||
    (!byShape && goesWhereCallersSay(callee, args, sdks));
  const isOpen = wrapped || content.model.value === undefined;
  const made = isOpen && !briefly && others.length === 0 ? withMaking(evaluation, match) : match;
  const shown = made === match ? content : read(made);
  return { found: [{ ...here, content: shown, wrapped }], open: false, own: !wrapped };
}

/** `super().invoke(text)` in a class that extends a package's: whoever makes such an object says with which model. */
function isLeftToMaker(callee: Value, { object }: SdkCall, { model }: SiteContent): boolean {
  return callee.kind === 'member' && callee.object.kind === 'self' && object.unseen && model.value === undefined;
}

/** Whether the file of the call sets cache breakpoints on what is put together before. */
function isMarkedLater(evaluation: Evaluation, { at }: Call): boolean {
  const file = evaluation.codeOf(at.uri);
  if (file === undefined) return false;
  evaluation.edited.lookFor(file, 'marks later', now => (now.marksLater ? ['marks'] : []));
  return file.marksLater === true;
}

/** `create(params)`: the builder's chain in the same file that makes the request, as it is written. */
function builtRequest(evaluation: Evaluation, { positional = [], objects = [] }: CallShape, args: readonly Argument[], call: Call) {
  const [only] = objects;
  const value = only === undefined ? undefined : args[positional.indexOf(only)]?.value;
  if (value?.kind !== 'call' || !isTold(value.args) || value.argsAt.uri !== call.at.uri) return undefined;
  const { start, end } = value.argsAt;
  const places = evaluation.codeOf(call.at.uri)?.calls ?? [];
  return places.find(({ call: { argsAt, chained } }) => chained && argsAt.start === start && argsAt.end === end)?.call;
}
