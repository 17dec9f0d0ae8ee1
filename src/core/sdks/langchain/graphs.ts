import type { Maker, MethodMaker } from '../sdk';

/** Graphs of LangGraph, whose nodes are run by the graph: functions of the project, or agents and chains. */
export const GRAPHS: Readonly<Record<string, Maker>> = Object.fromEntries(
  ['StateGraph', 'MessageGraph', 'Graph'].map(name => [name, { makes: 'graph' }]),
);

const ADDING_NODES = ['add_node', 'addNode'];
const BUILDING = [
  ...ADDING_NODES,
  ...['add_edge', 'addEdge', 'add_conditional_edges', 'addConditionalEdges', 'set_entry_point', 'setEntryPoint', 'set_finish_point'],
];

export const GRAPH_METHODS: readonly MethodMaker[] = BUILDING.map(path => ({ on: 'graph', path, makes: 'graph' }));

/** `graph.add_node("research", agent)`: the graph will run the agent. */
export const OF_GRAPHS: readonly string[] = ADDING_NODES;
