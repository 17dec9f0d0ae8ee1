import { madeText } from '../../made-values';
import { placeOf } from '../../place-of';
import type { Effect } from '../../summary';
import type { Call, Value } from '../../values';
import type { Site } from './draft';

const WRITES: ReadonlySet<string> = new Set(['WriteString', 'Write', 'WriteByte', 'WriteRune']);

/** `sb.WriteString(x)`, `fmt.Fprintf(&sb, …)`, `tmpl.Execute(&sb, data)`: what a call adds to the text that a variable collects. */
export function written(value: Value, site: Site): void {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return;
  const { object, key } = value.callee;
  const [first, second] = value.args;
  if (key === 'Encode' && first !== undefined) encoded(object, first.value, value, site);
  else if (WRITES.has(key) && first !== undefined && value.args.length === 1) add(object, first.value, value, site);
  else if (/^Set[A-Z]/.test(key) && first !== undefined && value.args.length === 1)
    setter(object, key.slice('Set'.length), first.value, value, site);
  else if (key === 'Reset' && value.args.length === 0) reset(object, value, site);
  else if (/^Fprint(?:f|ln)?$/.test(key) && first !== undefined && object.kind === 'name' && object.name === 'fmt') {
    const callee: Value = { ...value.callee, key: `S${key.slice(1).toLowerCase()}` };
    add(first.value, { ...value, callee, args: value.args.slice(1) }, value, site);
  } else if ((key === 'Execute' && value.args.length === 2) || (key === 'ExecuteTemplate' && value.args.length === 3)) {
    if (first !== undefined && second !== undefined) add(first.value, { ...value, args: value.args.slice(1) }, value, site);
  }
}

function add(target: Value, value: Value, { at }: Value, site: Site): void {
  const effect = effectOn(target, { kind: 'update', operator: '+', value }, at, site);
  if (effect !== undefined) site.scope.effects.push(effect);
}

/** `json.NewEncoder(&buf).Encode(body)` */
function encoded(encoder: Value, body: Value, call: Call, site: Site): void {
  if (encoder.kind !== 'call' || encoder.callee.kind !== 'member' || encoder.callee.key !== 'NewEncoder') return;
  const [target] = encoder.args;
  const marshal: Value = { ...encoder.callee, key: 'Marshal' };
  if (target !== undefined) add(target.value, { ...call, callee: marshal, args: [{ value: body, at: body.at }] }, call, site);
}

function reset(target: Value, { at }: Value, site: Site): void {
  const value: Value = madeText('', at);
  const effect = effectOn(target, { kind: 'assign', value, declares: false }, at, site);
  if (effect !== undefined) site.scope.effects.push(effect);
}

/** `model.SetMaxOutputTokens(200)` of a variable of the function. */
function setter(target: Value, key: string, value: Value, { at }: Value, site: Site): void {
  const found = placeOf({ kind: 'member', at, object: target, key });
  const root = found?.place.root;
  if (found?.exact !== true || root === undefined || root === 'self' || !isOwn(root.name, site)) return;
  site.scope.effects.push({ kind: 'assign', value, declares: false, at, block: site.block, target: found.place });
}

function isOwn(name: string, { scope }: Site): boolean {
  return scope.effects.some(
    effect => effect.kind === 'assign' && effect.declares && effect.target.root !== 'self' && effect.target.root.name === name,
  );
}

type Written =
  | { readonly kind: 'update'; readonly operator: '+'; readonly value: Value }
  | { readonly kind: 'assign'; readonly value: Value; readonly declares: false };

function effectOn(target: Value, effect: Written, at: Value['at'], site: Site): Effect | undefined {
  const found = placeOf(target);
  if (found === undefined || !found.exact) return undefined;
  return { ...effect, at, block: site.block, target: found.place };
}
