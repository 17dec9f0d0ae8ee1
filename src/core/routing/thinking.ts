import type { ModelFacts } from '../prices/model';
import { asRecord, entryArgument } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import { asText } from '../request/resolve';
import { type StatedParameter, statedParameters } from './stated-parameters';

export type Thinking = 'on' | 'off' | 'unknown';

/** Names under which requests control how much is thought. */
const EFFORT = ['reasoning_effort', 'effort', 'thinking_level', 'reasoning'];
const BUDGET = ['thinking_budget', 'budget_tokens'];
const TYPE = 'thinking';
/** May hold any of them, in a form of each provider's own. */
const OPAQUE = ['provider_options', 'extra_body', 'model_kwargs', 'config', 'reasoning.*', 'config.*'];

/** Whether a request lets a model think; `unknown`: its settings or the model's default can't be read. */
export function thinkingOf(site: CallSite, model: Pick<ModelFacts, 'reasoning' | 'capabilities'>): Thinking {
  const control = model.capabilities?.reasoning;
  if (model.reasoning === false || control?.by === 'none') return 'off';
  const stated = statedParameters(site);
  if (OPAQUE.some(name => stated.has(name)) || isOpen(site)) return 'unknown';
  const asked = askedThinking(stated);
  if (asked !== undefined) return asked;
  if (control?.byDefault !== undefined) return control.byDefault ? 'on' : 'off';
  return 'unknown';
}

/** Whether a request says anything of thinking. */
export function saysThinking(site: CallSite): boolean {
  const stated = statedParameters(site);
  return [...EFFORT, ...BUDGET, TYPE, ...OPAQUE].some(name => stated.has(name)) || isOpen(site);
}

/** What else is passed on is not in sight. */
export function isOpen({ unknowns }: CallSite): boolean {
  return unknowns.some(clause => clause.startsWith('parameters: '));
}

/** The effort that a request asks for, as text; undefined: none, or not in sight. */
export function statedEffort(stated: ReadonlyMap<string, StatedParameter>): StatedParameter | undefined {
  return EFFORT.map(name => stated.get(name)).find(parameter => parameter !== undefined);
}

/** The budget of thinking tokens that a request states, by whichever parameter; undefined: it states none. */
export function statedBudget(stated: ReadonlyMap<string, StatedParameter>): StatedParameter | undefined {
  const direct = BUDGET.map(name => stated.get(name)).find(parameter => parameter !== undefined);
  const thinking = stated.get(TYPE);
  const inside = entryArgument(thinking?.value, 'budget_tokens') ?? entryArgument(thinking?.value, 'budgetTokens');
  return inside === undefined || thinking === undefined ? direct : { path: `${thinking.path}.budget_tokens`, value: inside };
}

/** `thinking: {type: 'disabled'}`: the type as text; undefined: not stated, or not in sight. */
export function thinkingType(stated: ReadonlyMap<string, StatedParameter>): string | undefined {
  const value = stated.get(TYPE)?.value;
  const record = value && asRecord(value);
  const type = record && entryArgument(record, 'type');
  return type && asText(type);
}

function askedThinking(stated: ReadonlyMap<string, StatedParameter>): Thinking | undefined {
  if (stated.has(TYPE)) {
    const type = thinkingType(stated);
    return type === undefined ? 'unknown' : type === 'disabled' ? 'off' : 'on';
  }
  const budget = statedBudget(stated);
  if (budget !== undefined) {
    const { value } = budget;
    if (value.kind !== 'scalar' || typeof value.value !== 'number') return 'unknown';
    return value.value === 0 ? 'off' : 'on';
  }
  const effort = statedEffort(stated);
  if (effort === undefined) return undefined;
  const level = asText(effort.value)?.toLowerCase();
  return level === undefined ? 'unknown' : level === 'none' ? 'off' : 'on';
}
