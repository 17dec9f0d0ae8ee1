import { languageFor } from '../source/languages/index';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Entry, Value } from '../source/values';
import { evaluateArgs, evaluateCall } from './calls';
import { choose, type Context, type Evaluation, hole } from './evaluation';
import type { SummaryStore } from './linked';
import { indexOf, memberOf } from './members';
import { resolveName } from './names';
import { operate } from './operations';

/** Evaluation steps for one file; beyond it values stay holes, so that no input can hang the editor. */
const MOST_STEPS = 400_000;
const DEEPEST = 200;

export interface Evaluator extends Evaluation {
  readonly pending: ReadonlySet<Uri>;
  readonly dependsOn: ReadonlySet<Uri>;
}

/** One evaluator serves one link of one file. `isPackage`: modules that are never files of the project (the SDKs'). */
export function createEvaluator(store: SummaryStore, isPackage: (module: string) => boolean): Evaluator {
  const pending = new Set<Uri>();
  const dependsOn = new Set<Uri>();
  const active = new Set<string>();
  const modules = new Map<string, Uri | undefined>();
  const effects = new Map<Scope, Map<string, Effect[]>>();
  /** Values that no caller can change, by the value itself. */
  const plain = new Map<Value, Value>();
  let steps = 0;
  let depth = 0;

  const evaluation: Evaluator = { pending, dependsOn, evaluate, codeOf, moduleOf, exportOf, effectsOn, once };
  return evaluation;

  function evaluate(value: Value, context: Context): Value {
    if (value.kind === 'text' || value.kind === 'scalar' || value.kind === 'hole') return value;
    const known = context.length === 0 ? plain.get(value) : undefined;
    if (known !== undefined) return known;
    steps += 1;
    if (steps > MOST_STEPS || depth > DEEPEST) return hole(value.at, value.kind, 'too deeply nested to follow');
    depth += 1;
    const result = reduce(value, context);
    depth -= 1;
    if (context.length === 0 && active.size === 0) plain.set(value, result);
    return result;
  }

  function reduce(value: Value, context: Context): Value {
    switch (value.kind) {
      case 'name':
        return resolveName(evaluation, value, context);
      case 'member':
        return memberOf(evaluation, value, evaluate(value.object, context), context);
      case 'index':
        return indexOf(evaluation, value, evaluate(value.object, context), evaluate(value.key, context), context);
      case 'call':
        return evaluateCall(evaluation, value, context);
      case 'operation':
        return operate(value, evaluate(value.left, context), evaluate(value.right, context));
      case 'template':
        return { ...value, parts: value.parts.map(part => evaluate(part, context)) };
      case 'list':
        return { ...value, items: value.items.flatMap(item => listItem(item, context)) };
      case 'record':
        return { ...value, entries: value.entries.map(entry => recordEntry(entry, context)) };
      case 'choice':
        return choose(
          value.at,
          value.options.map(option => evaluate(option, context)),
        );
      case 'repeat':
      case 'optional':
        return { ...value, item: evaluate(value.item, context) };
      case 'spread':
        return { ...value, value: evaluate(value.value, context) };
      case 'instance':
        return { ...value, args: evaluateArgs(evaluation, value.args, context) };
      default:
        return value;
    }
  }

  function listItem(item: Value, context: Context): readonly Value[] {
    const value = evaluate(item, context);
    if (value.kind === 'spread' && value.value.kind === 'list') return value.value.items;
    if (value.kind !== 'repeat' && value.kind !== 'optional') return [value];
    if (value.item.kind !== 'spread' || value.item.value.kind !== 'list') return [value];
    return value.item.value.items.map(inner => ({ ...value, item: inner }));
  }

  function recordEntry(entry: Entry, context: Context): Entry {
    return { ...entry, value: evaluate(entry.value, context) };
  }

  function codeOf(uri: Uri): CodeSummary | undefined {
    const summary = store.get(uri);
    if (summary === undefined) pending.add(uri);
    return summary?.kind === 'code' ? summary : undefined;
  }

  function moduleOf(module: string, from: Uri): Uri | undefined {
    const key = `${module} ${from}`;
    if (modules.has(key)) return modules.get(key);
    const found = isPackage(module) ? undefined : firstThatExists(module, from);
    modules.set(key, found);
    return found;
  }

  function firstThatExists(module: string, from: Uri): Uri | undefined {
    const importer = store.get(from);
    if (importer?.kind !== 'code') return undefined;
    const candidates = languageFor(importer.language).importCandidates(module, from);
    let known = true;
    for (const candidate of candidates) {
      const summary = store.get(candidate);
      dependsOn.add(candidate);
      if (summary === undefined) {
        pending.add(candidate);
        known = false;
      } else if (summary !== null && known) return candidate;
    }
    return undefined;
  }

  function exportOf(uri: Uri, name: string, at: Span): Value | undefined {
    if (!uri.includes('://') && !uri.startsWith('untitled:')) return undefined;
    const summary = codeOf(uri);
    const module = summary?.scopes[0];
    if (summary === undefined || module === undefined) return undefined;
    const local = summary.exports === undefined ? name : summary.exports[name];
    if (local !== undefined && Object.hasOwn(summary.exports ?? { [name]: name }, name)) {
      const value = once(`${uri}!${name}`, () => resolveName(evaluation, { kind: 'name', at: { uri, start: module.at.end, end: module.at.end }, name: local, scope: 0 }, []));
      if (value !== undefined && !(value.kind === 'external' && value.module === 'global')) return value;
    }
    for (const star of summary.exportAll) {
      const file = moduleOf(star.module, uri);
      const value = file === undefined ? undefined : once(`${uri}*${file}!${name}`, () => exportOf(file, name, at));
      if (value !== undefined) return value;
    }
    return undefined;
  }

  function effectsOn(scope: Scope, name: string): readonly Effect[] {
    let byName = effects.get(scope);
    if (byName === undefined) {
      byName = new Map();
      for (const effect of scope.effects) {
        if (effect.kind === 'return' || effect.target.root === 'self') continue;
        const list = byName.get(effect.target.root.name);
        if (list === undefined) byName.set(effect.target.root.name, [effect]);
        else list.push(effect);
      }
      effects.set(scope, byName);
    }
    return byName.get(name) ?? [];
  }

  function once<T>(key: string, work: () => T): T | undefined {
    if (active.has(key)) return undefined;
    active.add(key);
    try {
      return work();
    } finally {
      active.delete(key);
    }
  }
}
