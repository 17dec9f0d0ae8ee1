import { oneOf } from '../request/one-of';
import type { SiteContent } from '../request/read-site';
import type { Call, Value, ValueOf } from '../source/values';
import { calleeOn, callOn } from './callee-on';
import { type Context, type Evaluation, isNull } from './evaluation';
import { type Found, innerCallsOf, isCutShort, type Spending, writesAnswer } from './found';

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
  const kinds = [...new Set(each.flatMap(({ found }) => found.map(writesAnswer)))];
  const found = kinds.flatMap(kind =>
    oneOfEach(
      each.map(spending => spending.found.filter(way => writesAnswer(way) === kind)),
      complete && !cut,
    ),
  );
  return { found, open: each.some(spending => spending.open), own: each.some(spending => spending.own), ...(cut ? { cut } : {}) };
}

/** Of calls that lead to several SDKs' calls each, one after the other. */
function oneOfEach(each: readonly (readonly Found[])[], complete: boolean): readonly Found[] {
  const longest = Math.max(0, ...each.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index): readonly Found[] => {
    const [first, ...others] = commonestFirst(each.flatMap(found => found[index] ?? []));
    if (first === undefined) return [];
    if (others.length === 0 && complete) return [first];
    const ways = [first, ...others];
    const content = oneOf(
      first.content,
      ways.map(way => way.content),
    );
    const wrapped = ways.some(way => way.wrapped);
    return [{ ...first, wrapped, innerCalls: innerCallsOf(ways), content: complete ? content : orAnother(content) }];
  });
}

/** What stands for all of them is of the package that most of them use. */
function commonestFirst(ways: readonly Found[]): readonly Found[] {
  const bySdk = new Map<string, number>();
  for (const { content } of ways) bySdk.set(content.sdk, (bySdk.get(content.sdk) ?? 0) + 1);
  const most = Math.max(...bySdk.values());
  const first = ways.find(({ content }) => bySdk.get(content.sdk) === most);
  return first === undefined ? ways : [first, ...ways.filter(way => way !== first)];
}

/** A call that may as well be made on an object that nobody saw, which may have another model and another cap. */
function orAnother(content: SiteContent): SiteContent {
  const { value: _, at: __, ...cap } = content.outputCap;
  return { ...content, model: UNKNOWN, provider: UNKNOWN, outputCap: cap.state === 'unsupported' ? cap : { ...cap, state: 'unknown' } };
}

const UNKNOWN = { candidates: [], provenance: 'unknown', why: 'depends on which object it is called on' } as const;
