import { entryOf } from '../../link/entries';
import type { Value } from '../../source/values';
import type { SdkObject } from '../sdk';
import type { ObjectsOf } from './chat-messages';
import { namedParts } from './named-parts';
import { bare, isUnseen } from './unseen-model';

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
  if (PARALLEL.test(object.name ?? ''))
    return (object.layers[0]?.args ?? []).flatMap(({ value }) =>
      value.kind === 'record' ? sideways(value, objectsOf) : alone(value, objectsOf),
    );
  const { model: value, prompts, own, ownPrompt } = namedParts(object, objectsOf);
  const found = value === undefined ? [] : objectsOf(value);
  const base = { prompts, before: undefined, ownPrompt, ...own };
  if (found.length === 0) return [{ ...base, model: value && bare(value) }];
  return found.filter(runs).flatMap(model => {
    if (model.kind === 'chat-model') return [{ ...base, model }];
    return stagesOf(model, objectsOf).map(stage =>
      stage.prompts.length > 0 || prompts.length === 0 ? { ...own, ...stage } : { ...stage, ...own, prompts },
    );
  });
}

function runs({ kind }: SdkObject): boolean {
  return kind === 'chat-model' || kind === 'chain' || kind === 'agent';
}
