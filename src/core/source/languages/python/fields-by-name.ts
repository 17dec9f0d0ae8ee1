import { placeOf } from '../../place-of';
import type { Span } from '../../span';
import { underName } from '../../under-name';
import type { Call, Value, ValueOf } from '../../values';
import { disturb } from './disturb';
import type { Site } from './draft';

/** The object whose fields a table is: `x.__dict__`, `vars(x)`. */
export function ownerOf(table: Value): Value | undefined {
  if (table.kind === 'member') return table.key === '__dict__' ? table.object : undefined;
  if (table.kind !== 'call' || table.callee.kind !== 'name' || table.callee.name !== 'vars') return undefined;
  return table.args.length === 1 ? table.args[0]?.value : undefined;
}

/** `setattr(x, name, value)`, `object.__setattr__(self, name, value)`: whether a call is one of these. */
export function setsByName({ callee, args, at }: Call, site: Site): boolean {
  const sets =
    callee.kind === 'name'
      ? callee.name === 'setattr'
      : callee.kind === 'member' && callee.key === '__setattr__' && callee.object.kind === 'name' && callee.object.name === 'object';
  const [object, name, value] = args.map(argument => argument.value);
  if (!sets || object === undefined || name === undefined || value === undefined) return false;
  setField(object, name, value, at, site);
  return true;
}

/** One field, by the name that a value has: a name that is computed may be that of any field. */
export function setField(object: Value, name: Value, value: Value, at: Span, site: Site): void {
  if (name.kind !== 'text') {
    fill(object, tableOf(name, value, site) ?? underName(name, value, at), at, site);
    return;
  }
  const found = placeOf(object, site.file.scopes);
  if (found === undefined) return;
  const target = { root: found.place.root, path: [...found.place.path, name.text.text] };
  if (found.exact && !site.unsure) site.scope.effects.push({ kind: 'assign', at, block: site.block, target, value, declares: false });
  else disturb(object, 'one of its fields is set', at, site);
}

/** All fields that a table names. */
export function fill(object: Value, table: Value, at: Span, site: Site): void {
  const found = placeOf(object, site.file.scopes);
  if (found === undefined) return;
  const value: Value = site.unsure ? { kind: 'optional', at, item: table } : table;
  if (found.exact) site.scope.effects.push({ kind: 'fill', at, block: site.block, target: found.place, value });
  else disturb(object, 'one of its fields is set', at, site);
}

/** The table whose keys and values a loop goes through: `for name, value in options.items()`. */
function tableOf(name: Value, value: Value, site: Site): Value | undefined {
  const [key, held] = [elementOf(name, site), elementOf(value, site)];
  if (key === undefined || held === undefined || key.of !== held.of || key.part[0] !== 0 || held.part[0] !== 1) return undefined;
  const { of } = key;
  return of.kind === 'call' && of.callee.kind === 'member' && of.callee.key === 'items' ? of.callee.object : undefined;
}

/** What a loop around holds in a variable. */
function elementOf(variable: Value, { loopVariables, scope }: Site): ValueOf<'element'> | undefined {
  if (variable.kind === 'element') return variable;
  if (variable.kind !== 'name') return undefined;
  const inComprehension = loopVariables?.get(variable.name);
  if (inComprehension !== undefined) return inComprehension.kind === 'element' ? inComprehension : undefined;
  for (const effect of [...scope.effects].reverse())
    if (effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === variable.name)
      return effect.target.path.length === 0 && effect.value.kind === 'element' ? effect.value : undefined;
  return undefined;
}
