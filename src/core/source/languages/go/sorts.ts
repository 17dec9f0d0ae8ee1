import { placeOf } from '../../place-of';
import type { Value } from '../../values';
import type { Site } from './draft';

const SORTS: Readonly<Record<string, RegExp>> = {
  sort: /^(?:Strings|Ints|Float64s|Slice|SliceStable|Sort|Stable)$/,
  slices: /^Sort(?:Func|StableFunc)?$/,
};

/** `sort.Slice(tools, …)`, `sort.Sort(byName(tools))`: the variable has an order from then on. */
export function sorted(value: Value, site: Site): void {
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.object.kind !== 'name') return;
  const { object, key } = value.callee;
  const names = Object.hasOwn(SORTS, object.name) ? SORTS[object.name] : undefined;
  const [first] = value.args;
  if (first === undefined || names?.test(key) !== true) return;
  const list = first.value.kind === 'call' ? (first.value.args[0]?.value ?? first.value) : first.value;
  const found = placeOf(list);
  if (found?.exact !== true) return;
  site.scope.effects.push({ kind: 'disturb', at: value.at, block: site.block, target: found.place, how: 'sorted' });
}
