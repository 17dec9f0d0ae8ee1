import { isNull } from '../../link/plain-values';
import { namedArguments } from '../../request/arguments';
import type { Value } from '../../source/values';
import type { SdkObject } from '../sdk-call';
import type { ObjectsOf } from './chat-messages';

/** What a chain or an agent is made of, by the names of its arguments. */
export interface NamedParts {
  /** What should be its model, or an object that has one. */
  readonly model: Value | undefined;
  readonly prompts: readonly SdkObject[];
  /** What it is told, can do and answers by, beside its prompt. */
  readonly own: { readonly system?: Value; readonly tools?: Value; readonly schema?: Value };
  readonly ownPrompt: boolean;
  /** What looks up what goes into the prompt. */
  readonly retriever: Value | undefined;
  /** Those that it hands over to, or that take turns. */
  readonly agents: Value | undefined;
}

const MODELS = [
  'llm',
  'model',
  'llm_chain',
  'llmChain',
  'chain',
  'runnable',
  'agent',
  'combine_docs_chain',
  'combineDocsChain',
  'combine_documents_chain',
  'combineDocumentsChain',
  'initial_llm_chain',
  'default_chain',
  'defaultChain',
];
const PROMPTS = [
  'prompt',
  'rephrasePrompt',
  'chain_type_kwargs.prompt',
  'combine_docs_chain_kwargs.prompt',
  'combineDocsChainOptions.prompt',
  'qaChainOptions.prompt',
  'map_prompt',
  'question_prompt',
  'combineMapPrompt',
];
const RETRIEVERS = ['retriever', 'base_retriever', 'baseRetriever'];
const SYSTEM = [
  'system_prompt',
  'systemPrompt',
  'prompt',
  'state_modifier',
  'stateModifier',
  'messages_modifier',
  'messageModifier',
  'instructions',
  'system_message',
  'agent_kwargs.system_message',
  'agent_kwargs.prefix',
  'agentArgs.prefix',
  'prefix',
];

const SENDING_AS_GIVEN = /^(LLMChain|RunnableWithMessageHistory|create_?(react_?|deep_?)?agent|create_?supervisor|create_?swarm)$/i;

export function namedParts(object: SdkObject, objectsOf: ObjectsOf): NamedParts {
  const args = namedArguments([...object.layers, { args: [], positional: [] }]);
  const prompt = args.get(PROMPTS)?.value;
  const prompts = prompt === undefined ? [] : objectsOf(prompt).filter(each => each.kind === 'prompt');
  const tools = args.get(['tools', 'functions'])?.value;
  const system = prompts.length > 0 ? undefined : args.get(SYSTEM)?.value;
  const schema = args.get(['response_format', 'responseFormat'])?.value;
  const own = {
    ...(tools === undefined ? {} : { tools }),
    ...(schema === undefined ? {} : { schema }),
    ...(system === undefined || isNull(system) ? {} : { system }),
  };
  const retriever = args.get(RETRIEVERS)?.value;
  const agents = args.get(['agents'])?.value;
  return { model: args.get(MODELS)?.value, prompts, own, ownPrompt: hasOwnPrompt(object), retriever, agents };
}

/** Which of its layers it was made with; a class of the project's says more before (`class Stage(LLMChain): verbose = True`). */
export function madeAt({ layers }: SdkObject): number {
  const nothing = { args: [], positional: [] };
  return Math.max(
    0,
    layers.findIndex(layer => namedArguments([layer, nothing]).get(MODELS) !== undefined),
  );
}

/** Chains of a name and LangChain's older agents have a prompt of their own; the others send what they are given. */
function hasOwnPrompt({ name }: SdkObject): boolean {
  return name !== undefined && !SENDING_AS_GIVEN.test(name);
}
