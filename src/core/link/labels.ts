import type { Value } from '../source/values';
import { plainText } from './plain-values';

/** The last name of what is written, as in `ask` and `llm.ask`; empty where it ends in none. */
export function lastNameOf(written: Value): string {
  return written.kind === 'name' ? written.name : written.kind === 'member' ? written.key : '';
}

/** What says more of an object than that it is one. */
const NAMED: ReadonlySet<Value['kind']> = new Set(['hole', 'param', 'name', 'member', 'index', 'call']);

/** The expression, short, as a person would say it. */
export function labelOf(value: Value): string {
  switch (value.kind) {
    case 'hole':
      return value.label;
    case 'param':
      return parameterName(value.name);
    case 'name':
      return value.name;
    case 'self':
      return 'self';
    case 'external':
      return value.path.length > 0 ? value.path.join('.') : value.module.slice(value.module.lastIndexOf('/') + 1);
    case 'member':
      return value.alias ?? `${labelOf(value.object)}.${value.key}`;
    case 'index':
      return value.alias ?? `${labelOf(value.object)}[${plainText(value.key) ?? labelOf(value.key)}]`;
    case 'call':
      return value.alias ?? `${labelOf(value.callee)}()`;
    case 'operation':
      return value.alias ?? `${labelOf(value.left)} ${value.operator} ${labelOf(value.right)}`;
    case 'text':
      return 'text';
    // What some of it was set on.
    case 'record': {
      const whole = value.entries.find(({ value: { kind } }) => kind === 'spread')?.value;
      return whole?.kind === 'spread' && NAMED.has(whole.value.kind) ? labelOf(whole.value) : value.kind;
    }
    case 'repeat':
    case 'optional':
      return labelOf(value.item);
    default:
      return value.kind;
  }
}

/** Where a parameter's value comes from. What a function gives that is known by its type alone goes by the call: `settings().model`. */
export function comesFrom({ name: written }: { readonly name: string }): string {
  const name = parameterName(written);
  if (name === PASSED) return 'comes from the callers';
  return name.includes('()') ? `comes from ${name}` : `comes from the parameter ${name}`;
}

const PASSED = 'what is passed in';

/** A parameter that is taken apart (`{ model = BIG, ...options }`) has its pattern for a name, which no sentence can hold. */
function parameterName(name: string): string {
  if (!/^[{[]/.test(name)) return name;
  const rest = name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(']')) + 1);
  return rest.startsWith('.') ? rest.slice(1) : PASSED;
}
