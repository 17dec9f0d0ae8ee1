import { fineTuneSchema } from '../../spend/break-even';
import type { Scenario } from '../../spend/scenario';
import { selfHostSchema } from '../../spend/self-host';
import { FINE_TUNE_TO_BEGIN_WITH, SELF_HOST_TO_BEGIN_WITH } from './break-even-rows';
import { NOT_READ, readTyped, sayIssue, type TypedField, typedText } from './typed-field';

export const STEPS = ['selfHost', 'fineTune'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_LABELS: Readonly<Record<Step, string>> = { selfHost: 'A model of your own', fineTune: 'A tuned model' };

export const STEP_FIELDS: Readonly<Record<Step, readonly TypedField[]>> = {
  selfHost: [
    { key: 'gpuUsdPerHour', label: 'A GPU, $ an hour', unit: 'usd' },
    { key: 'gpuMemoryGb', label: 'Memory of a GPU, GB', unit: 'number' },
    { key: 'parametersBillions', label: 'Parameters, billions', unit: 'number' },
    { key: 'quantisation', label: 'Weights as', unit: 'choice', choices: ['fp16', 'int8', 'int4'] },
    { key: 'tokensPerSecond', label: 'Tokens a second', unit: 'number' },
    { key: 'utilisation', label: 'In use, %', unit: 'percent' },
    { key: 'operationsUsdPerMonth', label: 'Running it, $ a month', unit: 'usd' },
  ],
  fineTune: [
    { key: 'trainingUsd', label: 'Data and training, $ once', unit: 'usd' },
    { key: 'months', label: 'Months that it serves', unit: 'number' },
    { key: 'hostingUsdPerMonth', label: 'Hosting, $ a month', unit: 'usd' },
    { key: 'usdPerThousandCalls', label: '1,000 calls of it, $', unit: 'usd' },
  ],
};

/** As it stands in its field; where the scenario states nothing, what is taken to begin with. */
export function stepText(step: Step, field: TypedField, scenario: Scenario): string {
  return typedText(field, entryOf(step, scenario)[field.key]);
}

/** The scenario with one field set as it was typed, or what is wrong with it. */
export function withStepField(step: Step, field: TypedField, typed: string, scenario: Scenario): Scenario | string {
  const value = readTyped(field, typed.trim());
  if (value === NOT_READ || Array.isArray(value)) return field.unit === 'choice' ? 'not known here' : 'a number';
  const { [field.key]: _, ...others } = entryOf(step, scenario);
  const stated = value === undefined ? others : { ...others, [field.key]: value };
  const parsed = step === 'selfHost' ? selfHostSchema.safeParse(stated) : fineTuneSchema.safeParse(stated);
  if (!parsed.success) return value === undefined ? 'has to be set' : sayIssue(parsed.error, field);
  return { ...scenario, [step]: parsed.data };
}

function entryOf(step: Step, { selfHost = SELF_HOST_TO_BEGIN_WITH, fineTune = FINE_TUNE_TO_BEGIN_WITH }: Scenario) {
  const entry: Readonly<Record<string, unknown>> = step === 'selfHost' ? selfHost : fineTune;
  return entry;
}
