import { hole } from '../../link/hole';
import { isNull } from '../../link/plain-values';
import { namedArguments } from '../../request/arguments';
import type { Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { mayBeObject } from '../may-be-object';
import type { SdkObject } from '../sdk-call';
import { INDEXES } from './engines';

type ObjectsOf = (value: Value) => readonly SdkObject[];

const NOTHING = { args: [], positional: [] };
const DECIDES = 'what `Settings.llm` is set to elsewhere';

/** Where engines and agents say which model they run, or what they are made of. */
const MODELS = ['llm', 'chatModel', 'service_context.llm', 'serviceContext.llm', 'multi_modal_llm'];
const PARTS = [
  'agents',
  'query_engine',
  'queryEngine',
  'response_synthesizer',
  'responseSynthesizer',
  'agent_worker',
  'retriever',
  'index',
  'service_context',
  'serviceContext',
];
/** The models that an engine or an agent may run: its own, its parts', or the one that is set for all. */
export function modelsOf(object: SdkObject, objectsOf: ObjectsOf, surroundings: Surroundings): readonly SdkObject[] {
  // An index holds texts and no model: what it is asked by is told where the engine is made, or set for all.
  if (object.unseen && !INDEXES.includes(object.name ?? '')) return [{ ...object, provider: undefined, layers: [] }];
  const own = modelsIn(object, objectsOf, new Set());
  if (own.length > 0) return own.filter(each => each.kind !== 'test-double');
  const set = surroundings.setOn('Settings', 'llm');
  const found = set === undefined ? [] : objectsOf(set);
  if (found.some(each => each.kind === 'test-double')) return [];
  const models = found.filter(each => each.kind === 'llm' && each.layers.length > 0);
  return models.length > 0 ? models : [unknownModel(object, object.layers[0]?.args[0]?.at, set)];
}

function modelsIn(object: SdkObject, objectsOf: ObjectsOf, seen: Set<Value>): readonly SdkObject[] {
  const named = namedArguments([...object.layers, NOTHING]);
  const value = named.get(MODELS)?.value;
  if (value !== undefined) {
    const found = objectsOf(value);
    return found.length > 0 ? found : [unknownModel(object, value.at, value)];
  }
  return PARTS.flatMap(name => {
    const part = named.get([name])?.value;
    const items = part?.kind === 'list' ? part.items : part === undefined ? [] : [part];
    return items.flatMap(item => {
      if (seen.has(item)) return [];
      seen.add(item);
      // `ServiceContext.from_defaults(llm=llm)` is no object of its own.
      const context = item.kind === 'call' ? item.args.find(argument => argument.name === 'llm')?.value : undefined;
      if (context !== undefined && !isNull(context)) {
        const stated = objectsOf(context);
        return stated.length > 0 ? stated.filter(each => each.kind === 'llm') : [unknownModel(object, context.at, context)];
      }
      return objectsOf(item).flatMap(each => modelsIn(each, objectsOf, seen));
    });
  });
}

function unknownModel(object: SdkObject, at: Value['at'] | undefined, value: Value | undefined): SdkObject {
  const place = at ?? { uri: '', start: 0, end: 0 };
  const model = value ?? hole(place, 'Settings.llm', DECIDES);
  return {
    ...object,
    provider: undefined,
    unseen: false,
    layers: [{ args: [{ name: 'model', value: model, at: model.at }], positional: [] }],
    ...(mayBeObject(model) && { capsItself: true as const }),
  };
}
