import { hole } from '../link/hole';
import { isNull } from '../link/plain-values';
import { namedArguments } from '../request/arguments';
import { madeMessage } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import { onlyOfModel } from './model-only';
import type { RequestShape, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

type ObjectsOf = (value: Value) => readonly SdkObject[];

/** How a package speaks of several agents that are run together. */
interface Group {
  /** The crew, the team. */
  readonly called: string;
  /** Kinds of objects that ask a model, and those that take part without one. */
  readonly asking: readonly string[];
  readonly silent: readonly string[];
  /** An agent that states no model has none, instead of the package's own. */
  readonly modelless?: true;
  readonly shape: Pick<RequestShape, 'model' | 'cap'>;
}

const NOTHING: ArgumentLayer = { args: [], positional: [] };

/**
 * A run of several agents as a call of each one's model, one of which is made at a time. What is sent is made by the package of what
 * all of them are told, and not counted; `said` is what the run is given. No members: none of them is in sight.
 */
export function callsOfMembers(
  call: SdkCall,
  members: readonly Value[],
  said: readonly Value[],
  objectsOf: ObjectsOf,
  group: Group,
): readonly SdkCall[] {
  const { object } = call;
  const at = members[0]?.at ?? object.layers[0]?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const models = members.flatMap((member): readonly SdkObject[] => {
    const value = member.kind === 'repeat' || member.kind === 'optional' ? member.item : member;
    const found = objectsOf(value).filter(({ kind }) => group.asking.includes(kind) || group.silent.includes(kind));
    if (found.length === 0) return [onlyOfModel(object, value)];
    const asking = found.filter(({ kind }) => group.asking.includes(kind)).map(each => withModelOnly(each, object.sdk, group));
    return group.modelless === true ? asking.filter(({ unseen, layers }) => unseen || layers.some(({ args }) => args.length > 0)) : asking;
  });
  const elsewhere = onlyOfModel(object, hole(at, 'agents', `those of the ${group.called} are not in sight`));
  const prompts = hole(at, `the prompts of the ${group.called}`, 'written by the package and not counted', {
    volatility: 'static',
    proven: true,
  });
  const items = [madeMessage('system', prompts, at), ...said.flatMap(toldBy)];
  const sent: ArgumentLayer = { args: [{ name: 'messages', value: { kind: 'list', at, items }, at }], positional: [] };
  return (models.length > 0 ? models : [elsewhere]).map(model => ({
    ...call,
    object: { ...model, layers: [...model.layers, sent] },
  }));
}

/** What is put into the prompts, each by itself. */
function toldBy(value: Value): readonly Value[] {
  if (value.kind === 'record') return value.entries.map(entry => entry.value);
  return isNull(value) ? [] : [value];
}

/** What an agent is told is a part of prompts that the package writes. */
function withModelOnly(object: SdkObject, { baseUrlArguments }: Sdk, { shape: { model, cap } }: Group): SdkObject {
  const named = namedArguments([...object.layers, NOTHING]);
  const args = [model, cap, ...baseUrlArguments.map(name => [name])].flatMap((paths): readonly Argument[] => {
    const found = named.get(paths);
    const [name] = paths;
    return found === undefined || name === undefined ? [] : [{ name, value: found.value, at: found.at }];
  });
  return { ...object, layers: [{ args, positional: [] }] };
}
