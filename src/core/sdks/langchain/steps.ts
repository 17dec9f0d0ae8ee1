import { entryOf } from '../../link/entries';
import { isNull } from '../../link/evaluation';
import { namedArguments } from '../../request/arguments';
import type { Value } from '../../source/values';
import type { SdkObject } from '../sdk';
import { RUNNABLE_METHODS } from './chains';
import type { ObjectsOf } from './chat-messages';

/** One model that a chain or an agent runs, and what decides what is sent to it. */
export interface Stage {
  /** An object of an SDK, or what should be one but is not in sight. */
  readonly model: SdkObject | Value | undefined;
  readonly prompts: readonly SdkObject[];
  /** What stands before the prompt (or before the model, if there is none), and so decides its variables. */
  readonly before: Value | undefined;
  /** What an agent is told beside its prompt. */
  readonly system?: Value;
  readonly tools?: Value;
  /** A chain of a name has prompts of its own where none is passed. */
  readonly ownPrompt: boolean;
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

const SENDING_AS_GIVEN = /^(LLMChain|RunnableWithMessageHistory|create_?(react_?|deep_?)?agent|create_?supervisor)$/i;
const PARALLEL = /^Runnable(Parallel|Map)(\.from)?$/;

/** A runnable as the models that a call of it runs, in order. */
export function stagesOf(object: SdkObject, objectsOf: ObjectsOf): readonly Stage[] {
  const steps = stepsOf(object);
  return steps === undefined ? named(object, objectsOf) : sequence(steps, objectsOf);
}

/** The steps of a pipe or a sequence; undefined for what is made of named parts. */
function stepsOf({ name, layers: [made] }: SdkObject): readonly Value[] | undefined {
  if (name === undefined) return made?.args.map(argument => argument.value);
  if (name !== 'RunnableSequence.from' && name !== 'RunnableSequence') return undefined;
  const args = made?.args.map(argument => argument.value) ?? [];
  const [first] = args;
  const parts = first?.kind === 'record' ? ['first', 'middle', 'last'].flatMap(key => entryOf(first, key).value ?? first) : args;
  return parts.flatMap(part => (part.kind === 'list' ? part.items : [part]));
}

function sequence(steps: readonly Value[], objectsOf: ObjectsOf): readonly Stage[] {
  const stages: Stage[] = [];
  let prompts: readonly SdkObject[] = [];
  let before: Value | undefined;
  let last: Value | undefined;
  for (const step of steps.flatMap(each => unfolded(each, objectsOf))) {
    const objects = objectsOf(step);
    const waiting = prompts.length > 0;
    if (objects.some(object => object.kind === 'prompt')) {
      prompts = objects.filter(object => object.kind === 'prompt');
      before = last;
    } else {
      const models: readonly (SdkObject | Value)[] =
        objects.length > 0 ? objects.filter(runs) : waiting && isUnseen(step) ? [bare(step)] : [];
      for (const model of models) {
        const whole = 'sdk' in model && model.kind !== 'chat-model';
        stages.push(...(whole ? stagesOf(model, objectsOf) : [{ model, prompts, before: waiting ? before : last, ownPrompt: false }]));
      }
      stages.push(...sideways(step, objectsOf));
      if (models.length > 0) prompts = [];
    }
    last = step;
  }
  return stages;
}

/** A pipe within a pipe is one longer pipe. */
function unfolded(step: Value, objectsOf: ObjectsOf): readonly Value[] {
  const [only, ...others] = objectsOf(step);
  const steps = only?.kind === 'chain' && others.length === 0 ? stepsOf(only) : undefined;
  return steps === undefined ? [step] : steps.flatMap(each => unfolded(each, objectsOf));
}

/** What runs beside each other: `{"summary": chain, "context": retriever}`. */
function sideways(step: Value, objectsOf: ObjectsOf): readonly Stage[] {
  return step.kind === 'record' ? step.entries.flatMap(({ value }) => alone(value, objectsOf)) : [];
}

function alone(value: Value, objectsOf: ObjectsOf): readonly Stage[] {
  return objectsOf(value)
    .filter(runs)
    .flatMap(object =>
      object.kind === 'chat-model' ? [{ model: object, prompts: [], before: undefined, ownPrompt: false }] : stagesOf(object, objectsOf),
    );
}

/** A chain or an agent that is made of named parts. */
function named(object: SdkObject, objectsOf: ObjectsOf): readonly Stage[] {
  const args = namedArguments([...object.layers, { args: [], positional: [] }]);
  if (PARALLEL.test(object.name ?? ''))
    return (object.layers[0]?.args ?? []).flatMap(({ value }) =>
      value.kind === 'record' ? sideways(value, objectsOf) : alone(value, objectsOf),
    );
  const value = args.get(MODELS)?.value;
  const found = value === undefined ? [] : objectsOf(value);
  const promptValue = args.get(PROMPTS)?.value;
  const prompts = promptValue === undefined ? [] : objectsOf(promptValue).filter(each => each.kind === 'prompt');
  const tools = args.get(['tools', 'functions'])?.value;
  const system = prompts.length > 0 ? undefined : args.get(SYSTEM)?.value;
  const own = {
    ...(tools === undefined ? {} : { tools }),
    ...(system === undefined || isNull(system) ? {} : { system }),
  };
  if (found.length === 0) return [{ model: value && bare(value), prompts, before: undefined, ownPrompt: hasOwnPrompt(object), ...own }];
  return found.filter(runs).flatMap(model => {
    if (model.kind === 'chat-model') return [{ model, prompts, before: undefined, ownPrompt: hasOwnPrompt(object), ...own }];
    return stagesOf(model, objectsOf).map(stage =>
      stage.prompts.length > 0 || prompts.length === 0 ? { ...own, ...stage } : { ...stage, ...own, prompts },
    );
  });
}

/** Chains of a name and LangChain's older agents have a prompt of their own; the others send what they are given. */
function hasOwnPrompt({ name }: SdkObject): boolean {
  return name !== undefined && !SENDING_AS_GIVEN.test(name);
}

function runs({ kind }: SdkObject): boolean {
  return kind === 'chat-model' || kind === 'chain' || kind === 'agent';
}

/** What methods of a model were called on: `llm.with_structured_output(Answer)` is as unknown as `llm`. */
function bare(value: Value): Value {
  if (value.kind !== 'call') return value;
  const { callee } = value;
  const last = callee.kind === 'member' ? callee.key : callee.kind === 'param' ? callee.name.slice(callee.name.lastIndexOf('.') + 1) : '';
  if (!RUNNABLE_METHODS.some(({ path }) => path === last)) return value;
  if (callee.kind === 'member') return bare(callee.object);
  return callee.kind === 'param' ? { ...callee, name: callee.name.slice(0, -last.length - 1) } : value;
}

/** What a step behind a prompt may be, if nobody can say: most likely the model. Functions and packages' parsers are none. */
function isUnseen(step: Value): boolean {
  if (step.kind === 'call') return step.callee.kind !== 'external' || !/^(@?langchain|langgraph|global$)/.test(step.callee.module);
  if (step.kind === 'choice') return step.options.some(isUnseen);
  return step.kind === 'param' || step.kind === 'hole' || step.kind === 'member' || step.kind === 'index';
}
