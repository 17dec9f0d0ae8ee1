import { hole } from '../link/hole';
import { namedArguments } from '../request/arguments';
import { madeMessage } from '../source/made-values';
import type { Argument, Value } from '../source/values';
import { onlyOfModel } from './model-only';
import type { Maker } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

type ObjectsOf = (value: Value) => readonly SdkObject[];

/** What a workflow's agents are called here: other agents may have `sub_agents`, too, to which they hand over when they see fit. */
const IN_TURN = 'agents_in_turn';

/** `SequentialAgent`, `ParallelAgent`, `LoopAgent`: they ask no model themselves, and run each of their agents. */
export const WORKFLOW: Maker = {
  makes: 'agent',
  gives: made => ({
    ...made,
    layers: made.layers.map(layer => ({
      ...layer,
      args: layer.args.map(argument => (SUB_AGENTS.includes(argument.name ?? '') ? { ...argument, name: IN_TURN } : argument)),
    })),
  }),
};

const MESSAGES: readonly string[] = ['new_message', 'newMessage', 'user_messages'];
const SUB_AGENTS: readonly string[] = ['sub_agents', 'subAgents'];
/** Workflows within workflows are followed that deep. */
const DEEPEST = 4;

/** A run of a workflow as a run of each of its agents, one after the other. */
export function runsOfWorkflow(call: SdkCall, objectsOf: ObjectsOf): SdkCall | readonly SdkCall[] {
  const { object } = call;
  const agents = agentsInTurn(object);
  if (agents === undefined) return call;
  const run = object.layers.filter(layer => !isWorkflow(layer));
  const members = flattened(agents, objectsOf, 0);
  return members.map((member, nth) => ({
    ...call,
    object: { ...member, kind: object.kind, layers: [...member.layers, ...(nth === 0 ? run : run.map(withAnswersBefore))] },
    step: { nth, of: members.length },
  }));

  function flattened(value: Value, objects: ObjectsOf, depth: number): readonly SdkObject[] {
    const items = value.kind === 'list' ? value.items : [];
    const found = items.flatMap((item): readonly SdkObject[] => {
      const each = objects(item);
      return each.length === 0 ? [notInSight(item)] : each.flatMap(agent => inner(agent, objects, depth));
    });
    return found.length > 0 ? found : [notInSight(value)];
  }

  function inner(agent: SdkObject, objects: ObjectsOf, depth: number): readonly SdkObject[] {
    const below = agentsInTurn(agent);
    if (below === undefined) return [agent];
    return depth < DEEPEST ? flattened(below, objects, depth + 1) : [notInSight(below)];
  }

  function notInSight({ at }: Value): SdkObject {
    return onlyOfModel(object, hole(at, 'sub_agents', 'one of the agents that are run in turn is not in sight'));
  }
}

/** Each agent is sent what those before it said. */
function withAnswersBefore(layer: ArgumentLayer): ArgumentLayer {
  const isSaid = ({ name }: Argument, place: number) => MESSAGES.includes(name ?? layer.positional[place] ?? '');
  return { ...layer, args: layer.args.map((argument, place) => (isSaid(argument, place) ? afterAnswers(argument) : argument)) };
}

function afterAnswers(argument: Argument): Argument {
  const { value } = argument;
  const answers = hole(value.at, 'what the agents before it say', 'said while the program runs');
  return { ...argument, value: { kind: 'list', at: value.at, items: [value, madeMessage('user', answers, value.at)] } };
}

function agentsInTurn({ layers }: SdkObject): Value | undefined {
  return namedArguments(layers).get([IN_TURN])?.value;
}

function isWorkflow({ args }: ArgumentLayer): boolean {
  return args.some(({ name }) => name === IN_TURN);
}
