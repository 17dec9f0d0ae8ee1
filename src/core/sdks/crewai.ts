import { isNull } from '../link/plain-values';
import { namedArguments } from '../request/arguments';
import type { Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { callsOfMembers } from './members';
import type { CallShape, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

const request = {
  api: 'crewai',
  // Agents also take LangChain's models, which are made with names of their own.
  model: ['model', 'llm', 'model_name', 'model_id', 'azure_deployment', 'deployment_name'],
  system: ['backstory'],
  tools: ['tools'],
  rounds: { by: ['max_iter'], unlessStated: 'several' },
  cap: ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'num_predict'],
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
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['llm'], gives: withConfig },
    Crew: { makes: 'crew' },
  },
  telling: { kind: 'crew', methods: [], named: /crew$/i },
  modelsStateCaps: true,
  baseUrlArguments: ['base_url', 'api_base'],
  calls,
  read,
};

/** What an agent's `config` says counts where the call itself says nothing. */
function withConfig(made: SdkObject): SdkObject {
  const [own, ...others] = made.layers;
  const config = own?.args.find(({ name }) => name === 'config')?.value;
  if (own === undefined || config?.kind !== 'record') return made;
  const isOpen = (name: string) => own.args.every(argument => argument.name !== name);
  const stated = config.entries.flatMap(({ key, value, at }) => (key !== undefined && isOpen(key) ? [{ name: key, value, at }] : []));
  return { ...made, layers: [{ ...own, args: [...own.args, ...stated] }, ...others] };
}

/** Whoever leads the agents asks a model, too. */
const LEADERS = ['manager_llm', 'planning_llm', 'manager_agent'];

/** A crew runs the models of its agents. */
function read(call: SdkCall, objectsOf: (value: Value) => readonly SdkObject[], surroundings: Surroundings): SdkCall | readonly SdkCall[] {
  const { kind, layers } = call.object;
  const [crew, ...others] = layers;
  if (kind !== 'crew' || crew === undefined) return call;
  const made = namedArguments([...layers.slice(0, -1), NOTHING]);
  const agents = made.get(['agents'])?.value;
  const leaders = LEADERS.flatMap(name => made.get([name])?.value ?? []).filter(leader => !isNull(leader));
  const passed = made.get(['model'])?.value;
  const members = [...(agents === undefined ? [] : membersOf(agents, surroundings)), ...leaders, ...(passed === undefined ? [] : [passed])];
  const said = (others.length === 0 ? crew : others[others.length - 1])?.args.map(({ value }) => value) ?? [];
  return callsOfMembers(call, members, said, objectsOf, { called: 'crew', asking: ['agent', 'llm'], silent: [], shape: request });
}

/** The agents of a list; of a class that collects them (`@CrewBase`) what its methods give that are marked so. */
function membersOf(agents: Value, { givenByMarked }: Surroundings): readonly Value[] {
  if (agents.kind === 'list') return agents.items;
  const crew = collectorOf(agents);
  const marked = crew === undefined ? [] : givenByMarked(crew, 'agent');
  return marked.length > 0 ? marked : [agents];
}

/** What `self.agents` is asked of; a class that only declares it (`agents: list[BaseAgent]`) has it from outside. */
function collectorOf(agents: Value): Value | undefined {
  if (agents.kind === 'member') return agents.key === 'agents' ? agents.object : undefined;
  const isDeclared = agents.kind === 'param' && agents.outside === true && agents.name === 'agents';
  return isDeclared ? { kind: 'self', at: agents.at, scope: agents.scope } : undefined;
}
