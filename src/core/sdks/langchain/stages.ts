import { isHandedByTest } from '../../link/doubles';
import { entryOf } from '../../link/entries';
import type { Value } from '../../source/values';
import type { SdkObject } from '../sdk-call';
import type { ObjectsOf } from './chat-messages';
import { madeAt, namedParts } from './named-parts';
import { bare, isUnseen } from './unseen-model';

/** One model that a chain or an agent runs, and what decides what is sent to it. */
export interface Stage {
  /** An object of an SDK, a retriever among them, or what should be one but is not in sight. */
  readonly model: SdkObject | Value | undefined;
  readonly prompts: readonly SdkObject[];
  /** What stands before the prompt (or before the model, if there is none), and so decides its variables. */
  readonly before: Value | undefined;
  /** What an agent is told beside its prompt. */
  readonly system?: Value;
  readonly tools?: Value;
  /** What an agent's answer keeps to. */
  readonly schema?: Value;
  /** A chain of a name has prompts of its own where none is passed. */
  readonly ownPrompt: boolean;
}

/** Of what is run one after the other each: one stage, or one of several. */
export type Stages = readonly (readonly Stage[])[];

const PARALLEL = /^Runnable(Parallel|Map)(\.from)?$/;

/** A runnable as the models that a call of it runs, in order. */
export function stagesOf(object: SdkObject, objectsOf: ObjectsOf): Stages {
  if (object.kind === 'retriever') return [[onlyOf(object)]];
  const steps = stepsOf(object);
  const own = steps === undefined ? named(object, objectsOf) : sequence(steps, objectsOf);
  const later = object.layers
    .slice(madeAt(object) + 1)
    .flatMap(({ args }) => args.flatMap(({ value }) => behind(beside(value, objectsOf), value)));
  return [...own, ...later];
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

function sequence(steps: readonly Value[], objectsOf: ObjectsOf): Stages {
  const stages: (readonly Stage[])[] = [];
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
        objects.length > 0 ? objects.filter(runs) : waiting && isUnseen(step) && !isHandedByTest(step) ? [bare(step)] : [];
      const isModel = models.length > 0 && !models.some(isRetriever);
      const each = models.map((model): Stages => {
        if ('sdk' in model && model.kind !== 'chat-model' && model.kind !== 'retriever') return stagesOf(model, objectsOf);
        return [[{ model, prompts: isRetriever(model) ? [] : prompts, before: waiting && isModel ? before : last, ownPrompt: false }]];
      });
      stages.push(...stageByStage(each), ...behind(sideways(step, objectsOf), last));
      if (isModel) prompts = [];
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

/** What a graph runs as one of its nodes: on what the nodes before it made. */
export function stagesOfNode(node: Value, objectsOf: ObjectsOf): Stages {
  return behind(alone(node, objectsOf), node);
}

/** What runs beside each other: `{"summary": chain, "context": retriever}`, `RunnablePassthrough.assign(context=retriever)`. */
function sideways(step: Value, objectsOf: ObjectsOf): Stages {
  if (step.kind === 'record') return step.entries.flatMap(({ value }) => alone(value, objectsOf));
  const assigns = step.kind === 'call' && step.callee.kind === 'external' && step.callee.path.join('.') === 'RunnablePassthrough.assign';
  return assigns ? step.args.flatMap(({ value }) => beside(value, objectsOf)) : [];
}

/** Stages that are handed what a step gives, and not what the chain is called with. */
function behind(stages: Stages, step: Value | undefined): Stages {
  return step === undefined ? stages : stages.map(each => each.map(stage => ({ ...stage, before: stage.before ?? step })));
}

/** `chain.assign(answer=other)`, `chain.assign({ answer: other })` */
function beside(value: Value, objectsOf: ObjectsOf): Stages {
  return value.kind === 'record' ? sideways(value, objectsOf) : alone(value, objectsOf);
}

function alone(value: Value, objectsOf: ObjectsOf): Stages {
  const models = objectsOf(value).filter(runs);
  return stageByStage(models.map(object => (object.kind === 'chat-model' ? [[onlyOf(object)]] : stagesOf(object, objectsOf))));
}

function onlyOf(model: SdkObject): Stage {
  return { model, prompts: [], before: undefined, ownPrompt: false };
}

/** A chain or an agent that is made of named parts. */
function named(object: SdkObject, objectsOf: ObjectsOf): Stages {
  if (PARALLEL.test(object.name ?? '')) return (object.layers[0]?.args ?? []).flatMap(({ value }) => beside(value, objectsOf));
  const { model: value, prompts, own, ownPrompt, retriever, agents } = namedParts(object, objectsOf);
  const others = agents?.kind === 'list' ? agents.items.map(agent => stagesOfNode(agent, objectsOf)) : [];
  if (value === undefined && others.length > 0) return stageByStage(others);
  const found = value === undefined ? [] : objectsOf(value);
  const base = { prompts, before: undefined, ownPrompt, ...own };
  const looked = retriever === undefined ? [] : alone(retriever, objectsOf);
  if (found.length === 0)
    return [...looked, ...(value === undefined && looked.length > 0 ? [] : [[{ ...base, model: value && bare(value) }]])];
  const asked = found.filter(runs).map((model): Stages => {
    if (model.kind === 'chat-model') return [[{ ...base, model }]];
    return stagesOf(model, objectsOf).map(each =>
      each.map(stage =>
        stage.prompts.length > 0 || prompts.length === 0 || isRetriever(stage.model) ? { ...own, ...stage } : { ...stage, ...own, prompts },
      ),
    );
  });
  return [...looked, ...stageByStage(asked), ...others.flat()];
}

/** Of several runnables of which one is run: what each of them does first, second and so on. */
function stageByStage(each: readonly Stages[]): Stages {
  const longest = Math.max(0, ...each.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => each.flatMap(stages => stages[index] ?? []));
}

export function isRetriever(model: Stage['model']): model is SdkObject {
  return model !== undefined && 'sdk' in model && model.kind === 'retriever';
}

function runs({ kind }: SdkObject): boolean {
  return kind === 'chat-model' || kind === 'chain' || kind === 'agent' || kind === 'retriever';
}
