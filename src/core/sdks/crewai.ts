import { hole, isNull } from '../link/evaluation';
import { namedArguments } from '../request/arguments';
import { madeMessage } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import type { ArgumentLayer, CallShape, Sdk, SdkCall, SdkObject, Surroundings } from './sdk';

const request = {
  api: 'crewai',
  model: ['model', 'llm'],
  system: ['backstory'],
  tools: ['tools'],
  cap: ['max_tokens', 'max_completion_tokens'],
  capRequired: false,
  schema: ['response_format'],
  modelForm: '/',
  messages: ['messages'],
  positional: ['messages'],
} as const;

/** A crew's prompts are made of what its agents and tasks say. */
const run = { ...request, on: 'crew', system: [], tools: [], schema: [], positional: ['inputs'], streams: false } as const;

const calls: readonly CallShape[] = [
  { ...request, on: 'llm', path: 'call', streams: false },
  { ...request, on: 'llm', path: 'acall', streams: false },
  { ...request, on: 'agent', path: 'kickoff', streams: false },
  { ...request, on: 'agent', path: 'kickoff_async', streams: false },
  ...['kickoff', 'kickoff_async', 'akickoff', 'kickoff_for_each', 'kickoff_for_each_async'].map(path => ({ ...run, path })),
];

const NOTHING: ArgumentLayer = { args: [], positional: [] };

export const sdk: Sdk = {
  id: 'crewai',
  modules: ['crewai'],
  makers: {
    LLM: { makes: 'llm', fixesModel: true, positional: ['model'] },
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['llm'] },
    Crew: { makes: 'crew' },
  },
  telling: { kind: 'crew', methods: [], named: /crew$/i },
  baseUrlArguments: ['base_url', 'api_base'],
  calls,
  read,
};

/** Whoever leads the agents asks a model, too. */
const LEADERS = ['manager_llm', 'planning_llm', 'manager_agent'];

/** A crew runs the models of its agents. */
function read(call: SdkCall, objectsOf: (value: Value) => readonly SdkObject[], surroundings: Surroundings): SdkCall | readonly SdkCall[] {
  const { object } = call;
  const { layers } = object;
  const [crew, ...others] = layers;
  const own = layers[layers.length - 1] ?? NOTHING;
  if (object.kind !== 'crew' || crew === undefined || others.length === 0) return call;
  const named = namedArguments([crew, NOTHING]);
  const agents = named.get(['agents'])?.value;
  const leaders = LEADERS.flatMap(name => named.get([name])?.value ?? []).filter(leader => !isNull(leader));
  const members = agents === undefined ? [] : membersOf(agents, surroundings);
  const models = [...members, ...leaders].flatMap((member): readonly SdkObject[] => {
    const value = member.kind === 'repeat' || member.kind === 'optional' ? member.item : member;
    const found = objectsOf(value).filter(({ kind }) => kind === 'agent' || kind === 'llm');
    return found.length > 0 ? found.map(modelOnly) : [unknown(object, value)];
  });
  const at = agents?.at ?? crew.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const elsewhere = unknown(object, named.get(['model'])?.value ?? hole(at, 'agents', 'the crew’s agents are not in sight'));
  const asked = askedBy(own, at);
  return (models.length > 0 ? models : [elsewhere]).map(model => ({
    ...call,
    object: { ...model, layers: [...model.layers, { args: asked, positional: [] }] },
  }));
}

/** The agents of a list; of a class that collects them (`@CrewBase`) what its methods give that are marked so. */
function membersOf(agents: Value, { givenByMarked }: Surroundings): readonly Value[] {
  if (agents.kind === 'list') return agents.items;
  const marked = agents.kind === 'member' && agents.key === 'agents' ? givenByMarked(agents.object, 'agent') : [];
  return marked.length > 0 ? marked : [agents];
}

/** What an agent is told is a part of prompts that the package writes. */
function modelOnly(object: SdkObject): SdkObject {
  const named = namedArguments([...object.layers, NOTHING]);
  const args = [...request.model, ...request.cap, ...sdk.baseUrlArguments].flatMap((name): readonly Argument[] => {
    const found = named.get([name]);
    return found === undefined ? [] : [{ name, value: found.value, at: found.at }];
  });
  return { ...object, layers: [{ args, positional: [] }] };
}

function unknown(object: SdkObject, model: Value): SdkObject {
  const layers = [{ args: [{ name: 'model', value: model, at: model.at }], positional: [] }];
  return { ...object, provider: undefined, layers, unseen: true };
}

/** The prompts of agents and tasks, into which the package puts what the run is given. */
function askedBy({ args }: ArgumentLayer, at: Value['at']): readonly Argument[] {
  const prompts = hole(at, 'the prompts of the crew', 'written by the package and not counted', { volatility: 'static', proven: true });
  const inputs = args.flatMap(({ value }) =>
    value.kind === 'record' ? value.entries.map(entry => entry.value) : isNull(value) ? [] : [value],
  );
  const items = [madeMessage('system', prompts, at), ...inputs];
  return [{ name: 'messages', value: { kind: 'list', at, items }, at }];
}
