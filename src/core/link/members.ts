import { isJavaScript } from '../source/languages/index';
import type { Value, ValueOf } from '../source/values';
import { requestOfPackage } from './asked-by-request';
import { choose, chooseOf } from './choose';
import { djangoSetting } from './django-settings';
import { settingOfPackage } from './dotnet/configuration';
import { entryOf, openPart } from './entries';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { modelOfBase } from './field-arguments';
import { fieldOf } from './fields';
import { ofGlobalObject } from './global-object';
import { hole } from './hole';
import { importedPart } from './imported-parts';
import { isDataOfPlugin, isReadBack, keptOr, keptUnder } from './kept-settings';
import { lineageOf } from './lineage';
import { madeMember } from './made-members';
import { ofObject } from './object-members';
import { memberOfParam } from './param-members';
import { withKey } from './param-parts';
import { isNull } from './plain-values';
import { lengthOf } from './text-parts';
import { workerVariable } from './worker-variables';

/** `object.key` of an evaluated object, as far as it is known; otherwise a member that stays a member. */
export function memberOf(evaluation: Evaluation, member: ValueOf<'member'>, object: Value, context: Context): Value {
  const { key, at } = member;
  switch (object.kind) {
    case 'record':
      return ofRecord(evaluation, member, object, context);
    case 'self':
    case 'instance':
      if (isClassOf(evaluation, member)) return { kind: 'class', at: object.at, scope: object.scope };
      return (
        ofObject(evaluation, member, object, context) ??
        modelOfBase(evaluation, object, key, context) ??
        optionsIn(evaluation, member, object) ?? { ...member, object }
      );
    case 'class':
      return fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context, at }, key) ?? { ...member, object };
    case 'external': {
      const part = { ...object, at, path: [...object.path, key] };
      return (
        workerVariable(evaluation, object, key, at) ??
        djangoSetting(evaluation, object, key, at) ??
        ofGlobalObject(evaluation, object, key, at) ??
        evaluation.exportOf(object.module, key, at) ??
        importedPart(evaluation, object, key, at) ??
        requestOfPackage(part) ??
        part
      );
    }
    case 'param':
      return workerVariable(evaluation, object, key, at) ?? memberOfParam(evaluation, member, object, context);
    case 'choice': {
      const parts = havingMembers(evaluation, member, object.options).map(option => memberOf(evaluation, member, option, context));
      const there = parts.filter(part => !isMissing(evaluation, part));
      return chooseOf(at, object, there.length > 0 ? there : parts);
    }
    // An enum's member and a reference to a text read alike.
    case 'text':
      return key === 'value' ? object : (lengthOf(evaluation, object, key, at) ?? { ...member, object });
    case 'call': {
      if (!object.literal)
        return (
          madeMember(evaluation, object, key, at, context) ??
          keptOr(object, key, at) ??
          settingOfPackage(evaluation, object, key, at) ??
          (object === member.object ? member : { ...member, object })
        );
      return (
        object.args.find(({ name }) => name === key)?.value ?? (member.called ? { ...member, object } : { kind: 'scalar', at, value: null })
      );
    }
    case 'scalar':
      // `options?.model` of no options is nothing, too.
      if (object.written) return { kind: 'scalar', at: object.at, value: null };
      return key === 'value' || object.value === null ? object : { ...member, object };
    case 'hole':
      return { ...object, at, label: withKey(object.label, key).slice(0, 40) };
    default:
      return workerVariable(evaluation, object, key, at) ?? (object === member.object ? member : { ...member, object });
  }
}

/** `this.constructor`, `self.__class__`: the object's class, which a class below may be. */
function isClassOf(evaluation: Evaluation, { key, at }: ValueOf<'member'>): boolean {
  if (key !== 'constructor' && key !== '__class__') return false;
  const language = evaluation.codeOf(at.uri)?.language;
  return key === '__class__' ? language === 'python' : language !== undefined && isJavaScript(language);
}

/** `options.Value` of an `IOptions<T>`, which is lowered as its T. */
function optionsIn(evaluation: Evaluation, { key, at }: ValueOf<'member'>, object: Value): Value | undefined {
  if (key !== 'Value' && key !== 'CurrentValue') return undefined;
  return evaluation.codeOf(at.uri)?.language === 'csharp' ? object : undefined;
}

/** `args = None` until the program's own run sets it to settings: what reads a member of it isn't run before that (Python). */
function havingMembers(evaluation: Evaluation, { at }: ValueOf<'member'>, options: readonly Value[]): readonly Value[] {
  const set = options.filter(option => !isNull(option));
  const areSettings = set.length > 0 && set.every(({ kind }) => kind === 'record');
  return areSettings && set.length < options.length && evaluation.codeOf(at.uri)?.language === 'python' ? set : options;
}

/** A field that no class above an object sets: where one of several objects has it, that is the one that is read. */
function isMissing(evaluation: Evaluation, part: Value): boolean {
  if (part.kind !== 'member' || part.object.kind !== 'instance') return false;
  const { others, whole } = lineageOf(evaluation, part.object.at.uri, part.object.scope, NO_CONTEXT);
  return whole && others.every(base => base.kind === 'external' && (base.module === 'abc' || base.module === 'global'));
}

function ofRecord(evaluation: Evaluation, member: ValueOf<'member'>, object: ValueOf<'record'>, context: Context): Value {
  const { key, at } = member;
  const entry = entryOf(object, key);
  const unread = entry.open && partOfUnread(evaluation, member, entry.open, context);
  const missing: Value = { kind: 'scalar', at, value: null };
  const closed = object.entries.slice(1).every(({ key: own, value }) => own !== undefined || openPart(value) === undefined);
  const base = () => memberOfBase(evaluation, member, object, closed, context);
  if (entry.value === undefined) {
    const before = base();
    // What is put into an object by names that aren't in sight is data: its methods stay what they are.
    if (before === undefined || closed || before.kind === 'function' || unread === undefined) return before ?? unread ?? missing;
    return choose(at, [before, unread]);
  }
  if (!entry.sometimes && unread === undefined) return entry.value;
  const otherwise = base();
  if (otherwise !== undefined) return choose(at, [otherwise, entry.value, ...(closed || unread === undefined ? [] : [unread])]);
  return choose(at, [entry.value, ...(entry.sometimes ? [missing] : []), ...(unread === undefined ? [] : [unread])]);
}

/** `{ ...defaults, ...options }.model`, where options are a parameter: a part of that. */
export function partOfUnread(evaluation: Evaluation, member: ValueOf<'member'>, open: Value, context: Context): Value {
  if (isReadBack(open) || isDataOfPlugin(evaluation, open)) return keptUnder(member.key, member.at);
  if (open.kind === 'param' || (open.kind === 'hole' && open.volatility === 'deploy')) return memberOf(evaluation, member, open, context);
  return hole(member.at, member.key, 'comes from a value that could not be read');
}

/** `openai.api_key = key` leaves all else of the module as it was; so does `{ ...base, key: 1 }`. `closed`: nothing unread is put in. */
function memberOfBase(
  evaluation: Evaluation,
  member: ValueOf<'member'>,
  record: ValueOf<'record'>,
  closed: boolean,
  context: Context,
): Value | undefined {
  const [first] = record.entries;
  const base = first !== undefined && first.key === undefined && first.value.kind === 'spread' ? first.value.value : undefined;
  if (base === undefined || base.kind === 'hole' || (!closed && base.kind !== 'instance' && base.kind !== 'self')) return undefined;
  const found = memberOf(evaluation, member, base, context);
  // `model.max_tokens = 50` before `model.invoke(…)`: a method of the object as it is now.
  return found.kind === 'member' && found.object === base ? { ...member, object: record } : found;
}
