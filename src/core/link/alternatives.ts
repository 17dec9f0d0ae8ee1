import type { OutputCap } from '../request/call-site';
import { oneOf } from '../request/one-of';
import type { SiteContent } from '../request/read-site';
import type { Call, Value, ValueOf } from '../source/values';
import { calleeOn, callOn } from './callee-on';
import type { Context, Evaluation } from './evaluation';
import { type Found, innerCallsOf, isCutShort, paidFor, type Spending } from './found';
import { isNull } from './plain-values';
import { type SameCall, sameCalls } from './same-calls';

/** The call as it would be written for each of the functions that it may mean: `PROVIDERS[name]().complete(…)`. */
export function callsOfEach(evaluation: Evaluation, call: Call, callee: ValueOf<'choice'>, context: Context): readonly Call[] {
  const { callee: written } = call;
  const object = written.kind === 'member' ? evaluation.evaluate(written.object, context) : undefined;
  const callees: readonly Value[] =
    written.kind === 'member' && object?.kind === 'choice'
      ? object.options.map(option => calleeOn(evaluation, written, option))
      : callee.options;
  return callees.filter(each => !isNull(evaluation.evaluate(each, context))).map(each => callOn(evaluation, call, each));
}

/** A call that is one of several: what all of them say, and what differs as candidates. Those that spend nothing are left out. */
export function oneOfCalls(each: readonly Spending[], complete: boolean): Spending {
  const cut = each.some(isCutShort);
  const isKnown = complete && !cut;
  const found = eachKind(each, ways => sameCalls(ways, false).map(call => oneOfEach(call, isKnown)));
  return { found, open: each.some(spending => spending.open), own: each.some(spending => spending.own), ...(cut ? { cut } : {}) };
}

/** One call that is made on one of several objects, all by one function: what all of them say, and what may differ as candidates. */
export function whichever(unknown: Spending, each: readonly Spending[], complete: boolean): Spending {
  const found = eachKind([unknown, ...each], ([inGeneral = [], ...ways]) =>
    sameCalls([inGeneral, ...ways], true).map(call => {
      const site = call.ways.find(way => inGeneral.includes(way));
      if (site === undefined) return oneOfEach(call, complete);
      const known = call.ways.filter(way => way !== site);
      const innerCalls = innerCallsOf([...call.ways, ...call.mayBe]);
      if (call.mayBe.size > 0) return { ...site, innerCalls, content: anyOfThem(site, call) };
      // An object of which it is known that it sends nothing doesn't say what is sent.
      const isEach = complete && ways.every(found => found.length === 0 || known.some(way => found.includes(way)));
      if (!isEach) return { ...site, innerCalls };
      const [first, ...others] = known;
      if (first === undefined) return site;
      const [common] = known.some(({ at }) => at.uri === site.at.uri && at.start === site.at.start)
        ? [site]
        : commonestFirst([first, ...others]);
      const content = oneOf(
        common.content,
        known.map(way => way.content),
      );
      return { ...common, wrapped: site.wrapped, innerCalls, content };
    }),
  );
  return { ...unknown, found };
}

/** Calls that are paid for different things, such as an answer and a picture, are never the same. */
function eachKind(each: readonly Spending[], join: (ways: readonly (readonly Found[])[]) => readonly Found[]): readonly Found[] {
  const kinds = [...new Set(each.flatMap(({ found }) => found.map(paidFor)))];
  return kinds.flatMap(kind => join(each.map(({ found }) => found.filter(way => paidFor(way) === kind))));
}

function oneOfEach(call: SameCall, complete: boolean): Found {
  const { mayBe } = call;
  const [first, ...others] = commonestFirst(call.ways);
  if (others.length === 0 && mayBe.size === 0 && complete) return first;
  const ways = [first, ...others];
  const all = [...ways, ...mayBe];
  const content =
    mayBe.size > 0
      ? anyOfThem(first, call)
      : oneOf(
          first.content,
          ways.map(way => way.content),
        );
  const wrapped = all.some(way => way.wrapped);
  return { ...first, wrapped, innerCalls: innerCallsOf(all), content: complete ? content : orAnother(content) };
}

/** A call of which it can't be told which of several it is says only what all of them say. */
function anyOfThem({ content }: Found, { ways, mayBe }: SameCall): SiteContent {
  const contents = [...ways, ...mayBe].map(way => way.content);
  const { model, provider, outputCap, otherApis } = oneOf(content, contents);
  const { state, value } = content.outputCap;
  const isOneCap = contents.every(each => each.outputCap.state === state && each.outputCap.value === value);
  return {
    ...content,
    ...(otherApis && { otherApis }),
    model: model.candidates.length > 1 ? WHICH_CALL : model,
    provider: provider.candidates.length > 1 ? WHICH_CALL : provider,
    outputCap: isOneCap ? outputCap : withoutValue(outputCap),
  };
}

/** What stands for all of them is of the package that most of them use. */
function commonestFirst(ways: readonly [Found, ...Found[]]): readonly [Found, ...Found[]] {
  const bySdk = new Map<string, number>();
  for (const { content } of ways) bySdk.set(content.sdk, (bySdk.get(content.sdk) ?? 0) + 1);
  const most = Math.max(...bySdk.values());
  const first = ways.find(({ content }) => bySdk.get(content.sdk) === most);
  return first === undefined ? ways : [first, ...ways.filter(way => way !== first)];
}

/** A call that may as well be made on an object that nobody saw, which may have another model and another cap. */
function orAnother(content: SiteContent): SiteContent {
  return { ...content, model: UNKNOWN, provider: UNKNOWN, outputCap: withoutValue(content.outputCap) };
}

function withoutValue({ value: _, at: __, candidates: ___, ...cap }: OutputCap): OutputCap {
  return cap.state === 'unsupported' ? cap : { ...cap, state: 'unknown' };
}

const UNKNOWN = { candidates: [], provenance: 'unknown', why: 'depends on which object it is called on' } as const;
const WHICH_CALL = { ...UNKNOWN, why: 'which of several calls it is depends on the object it is called on' } as const;
