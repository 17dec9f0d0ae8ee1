import { isNull, plainText } from '../link/plain-values';
import type { Value, ValueOf } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { argumentIn } from './handed';
import type { ObjectKind } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';
import { entriesOf } from './vercel-ai-registries';

/** An agent that a step, a tool or a route asks for of what the framework hands to it: which one, the project's `Mastra` says. */
export const REGISTERED: ObjectKind = 'registered agent';

/** Where the framework's tools look for it. */
const HOLDING: readonly string[] = ['ts', 'js', 'mts'].flatMap(ending => [`mastra/index.${ending}`, `src/mastra/index.${ending}`]);
/** What files are called that hold it elsewhere. */
const CALLED_SO = /mastra[^/]*\.[cm]?[jt]s$/i;

type ObjectsOf = (value: Value) => readonly SdkObject[];

/** `mastra.getAgent('weatherAgent')` is the agent that it was made with under this name. */
export function agentsAsked(made: SdkObject, objectsOf: ObjectsOf): readonly SdkObject[] {
  const [making, asked] = made.layers;
  // Of one that is known by its type.
  if (asked === undefined) return [{ ...made, kind: REGISTERED, layers: [{ args: [], positional: [] }, ...made.layers] }];
  return making === undefined ? [] : agentsOf(making, asked, objectsOf);
}

/** A call on an agent that is asked for of what comes from elsewhere, as one on each that it may be; of nothing that is found, none. */
export function callOnRegistered(call: SdkCall, objectsOf: ObjectsOf, { callsIn }: Surroundings): SdkCall | readonly SdkCall[] {
  const { kind, layers } = call.object;
  const own = layers[layers.length - 1];
  const asked = layers[1];
  if (kind !== REGISTERED || own === undefined || asked === undefined) return call;
  // Others keep agents of their own, which are asked for by the same method.
  const holder = layers[0]?.args[0]?.value;
  if (holder !== undefined && !/mastra$/i.test(nameOf(holder))) return [];
  const agents = callsIn(['Mastra'], HOLDING, CALLED_SO).flatMap(args => agentsOf({ args, positional: [] }, asked, objectsOf));
  return agents.map(agent => ({ ...call, object: { ...agent, layers: [...agent.layers, own] } }));
}

/** What something is called that comes from elsewhere: `mastra`, `context.mastra`, `context.get('mastra')`. */
function nameOf(value: Value): string {
  switch (value.kind) {
    case 'param':
      return value.name;
    case 'member':
      return value.key;
    case 'call':
      return (value.args[0] && plainText(value.args[0].value)) ?? '';
    case 'choice':
      return value.options.map(nameOf).find(name => name !== '') ?? '';
    default:
      return '';
  }
}

/** Of all that are registered those of a key, or of an id of their own; every one where nothing says which. */
function agentsOf(making: ArgumentLayer, { args: [asked] }: ArgumentLayer, objectsOf: ObjectsOf): readonly SdkObject[] {
  const agents = argumentIn(making, 'agents');
  if (agents?.kind !== 'record') return [];
  const keys = asked?.value.kind === 'choice' ? asked.value.options : [asked?.value];
  return keys.flatMap(key => {
    const byKey = entriesOf(agents, key).flatMap(objectsOf);
    return byKey.length > 0 || key === undefined ? byKey : byId(agents, key, objectsOf);
  });
}

function byId(agents: ValueOf<'record'>, id: Value, objectsOf: ObjectsOf): readonly SdkObject[] {
  const wanted = plainText(id);
  const isMeant = ({ layers: [made] }: SdkObject) => {
    const own = made && argumentIn(made, 'id');
    return own !== undefined && plainText(own) === wanted;
  };
  return isNull(id) || wanted === undefined ? [] : entriesOf(agents, undefined).flatMap(objectsOf).filter(isMeant);
}
