import type { Found } from './found';

/** Calls of several ways that are the same one. */
export interface SameCall {
  readonly ways: readonly [Found, ...Found[]];
  /** Others, of which it can't be told whether they are it or another. */
  readonly mayBe: ReadonlySet<Found>;
}

interface Joining {
  readonly ways: [Found, ...Found[]];
  readonly mayBe: Set<Found>;
}

/** Common places, common names of functions, the same API: the first that differs says which is nearer. */
type Likeness = readonly [places: number, names: number, api: number];
type LikenessOf = (way: Found, call: Joining) => Likeness;

const NOTHING_ALIKE: Likeness = [0, 0, 0];

/**
 * Which calls of several ways are the same one: by the places that they pass through on their way, then by the functions' names, then
 * by the API and its place in a chain, and where only one of each way is left, these. Never by their order. `apart`: calls without a place in common are two.
 */
export function sameCalls(each: readonly (readonly Found[])[], apart: boolean): readonly SameCall[] {
  const all = each.flat();
  const [first, ...others] = all;
  if (!apart && first !== undefined && each.every(({ length }) => length < 2)) return [joining(first, ...others)];
  const likeness = likenessAmong(all, apart);
  const mayBe = (way: Found, call: Joining) => !apart || likeness(way, call) !== NOTHING_ALIKE;
  const joined: Joining[] = [];
  for (const found of each) {
    const left = new Set(found);
    const open = new Set(joined);
    joinSurely(left, open, likeness);
    while (left.size > 0) joined.push(...joinRest(left, open, mayBe));
  }
  return joined;
}

function joining(first: Found, ...others: readonly Found[]): Joining {
  return { ways: [first, ...others], mayBe: new Set() };
}

function likenessAmong(all: readonly Found[], apart: boolean): LikenessOf {
  const places = new Map(all.map(way => [way, new Set(way.innerCalls.map(({ uri, start }) => `${uri}:${start}`))]));
  const likenessOfTwo = (one: Found, other: Found): Likeness => {
    const here = places.get(one);
    const common = [...(places.get(other) ?? [])].filter(place => here?.has(place)).length;
    if (apart && common === 0) return NOTHING_ALIKE;
    const names = one.via.slice(1).filter(name => other.via.indexOf(name) > 0).length;
    return [common, names, one.content.api === other.content.api && one.step === other.step ? 1 : 0];
  };
  return (way, { ways }) =>
    ways.map(other => likenessOfTwo(way, other)).reduce((most, each) => (compared(each, most) > 0 ? each : most), NOTHING_ALIKE);
}

function compared(one: Likeness, other: Likeness): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** Joins those of which each has more in common with the other than with any. */
function joinSurely(left: Set<Found>, open: Set<Joining>, likeness: LikenessOf): void {
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const way of left) {
      const call = nearest(open, each => likeness(way, each));
      if (call === undefined || nearest(left, each => likeness(each, call)) !== way) continue;
      call.ways.push(way);
      left.delete(way);
      open.delete(call);
      goesOn = true;
    }
  }
}

/** The only one that has the most in common. */
function nearest<T>(all: Iterable<T>, likenessOf: (one: T) => Likeness): T | undefined {
  let most: Likeness = NOTHING_ALIKE;
  let found: T | undefined;
  for (const one of all) {
    const likeness = likenessOf(one);
    const order = compared(likeness, most);
    if (order >= 0) found = order > 0 ? one : undefined;
    if (order > 0) most = likeness;
  }
  return found;
}

/** Of what is left of a way, one call, all that it may be, and those that may be these as well. Gives the calls that are new. */
function joinRest(left: Set<Found>, open: Set<Joining>, mayBe: (way: Found, call: Joining) => boolean): readonly Joining[] {
  const ways = new Set([...left].slice(0, 1));
  const calls = new Set<Joining>();
  for (let before = -1; before < ways.size + calls.size; ) {
    before = ways.size + calls.size;
    for (const call of open) if ([...ways].some(way => mayBe(way, call))) calls.add(call);
    for (const way of left) if ([...calls].some(call => mayBe(way, call))) ways.add(way);
  }
  for (const way of ways) left.delete(way);
  for (const call of calls) open.delete(call);
  const [way] = ways;
  const [call] = calls;
  if (ways.size === 1 && calls.size === 1 && way !== undefined) call?.ways.push(way);
  const added = [...ways].slice(calls.size).map(each => joining(each));
  if (calls.size === 0 || ways.size + calls.size === 2) return added;
  const all = [...[...calls].flatMap(each => each.ways), ...ways];
  for (const each of [...calls, ...added]) for (const one of all) if (!each.ways.includes(one)) each.mayBe.add(one);
  return added;
}
