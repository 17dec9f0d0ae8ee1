import type { LeverName } from '../../spend/lever-order';
import { type Levers, leversSchema } from '../../spend/scenario';
import { NOT_READ, readTyped, sayIssue, type TypedField, typedText, whyNotRead } from './typed-field';

/** One thing that can be set of a lever. */
export interface LeverField extends TypedField {
  /** Values of other fields under which it means something. */
  readonly under?: { readonly key: string; readonly is: string };
}

const share = (key: string, label: string): LeverField => ({ key, label, unit: 'percent' });
const usd = (key: string, label: string): LeverField => ({ key, label, unit: 'usd' });
const MODEL: LeverField = { key: 'model', label: 'Model', unit: 'model' };

const LEVER_FIELDS: Readonly<Record<LeverName, readonly LeverField[]>> = {
  semanticCache: [share('hitRate', 'Answered from it, %'), usd('lookupUsdPerThousandCalls', 'Look-ups, $ per 1,000 calls')],
  retries: [{ key: 'perCall', label: 'Retries a call', unit: 'number' }],
  routing: [MODEL, share('share', 'Share that goes there, %')],
  dynamicRouting: [
    MODEL,
    share('share', 'Share that goes there, %'),
    usd('classifierUsdPerThousandCalls', 'Classifier, $ per 1,000 calls'),
  ],
  cascade: [MODEL, share('escalationRate', 'Escalated, %'), usd('scorerUsdPerThousandCalls', 'Scorer, $ per 1,000 calls')],
  batch: [share('share', 'Can wait for a day, %')],
  flex: [share('share', 'Can wait for minutes, %'), share('priceFactor', 'Costs, % of the usual price')],
  compression: [
    share('system', 'Cut from system prompts, %'),
    share('retrieved', 'Cut from what is retrieved, %'),
    share('history', 'Cut from histories, %'),
    usd('usdPerThousandCalls', 'Compressing, $ per 1,000 calls'),
  ],
  retrieval: [share('keep', 'Kept of what is retrieved, %')],
  history: [
    { key: 'strategy', label: 'What is sent again', unit: 'choice', choices: ['window', 'summary', 'retrieval'] },
    { key: 'turns', label: 'Turns', unit: 'number', under: { key: 'strategy', is: 'window' } },
    { key: 'turns', label: 'Turns looked up', unit: 'number', under: { key: 'strategy', is: 'retrieval' } },
    { key: 'everyTurns', label: 'A summary every … turns', unit: 'number', under: { key: 'strategy', is: 'summary' } },
    { key: 'summaryTokens', label: 'Tokens of a summary', unit: 'number', under: { key: 'strategy', is: 'summary' } },
    { key: 'keepTurns', label: 'Turns kept word for word', unit: 'number', under: { key: 'strategy', is: 'summary' } },
  ],
  output: [
    { key: 'tokens', label: 'Tokens of an answer', unit: 'number' },
    { key: 'reasoningTokens', label: 'Tokens of thinking', unit: 'number' },
  ],
  caching: [
    { key: 'covers', label: 'What is cached', unit: 'choice', choices: ['prefix', 'conversation'] },
    share('hitRate', 'Hits, % (empty: from the traffic)'),
    { key: 'longTtl', label: 'Kept for longer, which costs more to write', unit: 'flag' },
    { key: 'onlyWhereItPays', label: 'Only where it pays', unit: 'flag' },
    { key: 'afterFixes', label: 'With the fixes that were found', unit: 'flag' },
  ],
};

/** A lever as it is when it is first pulled. `model`: one to route to. */
export function leverToBeginWith(lever: LeverName, model: string): Levers {
  const all: Required<Levers> = {
    semanticCache: { hitRate: 0.2, lookupUsdPerThousandCalls: 0.02 },
    retries: { perCall: 0 },
    routing: [{ model, share: 0.4 }],
    dynamicRouting: { model, share: 0.4, classifierUsdPerThousandCalls: 0.05 },
    cascade: { model, escalationRate: 0.3, scorerUsdPerThousandCalls: 0.05 },
    batch: { share: 0.5 },
    flex: { share: 0.2, priceFactor: 0.5 },
    compression: { system: 0.1 },
    retrieval: { keep: 0.3 },
    history: { strategy: 'window', turns: 5 },
    output: { tokens: 200 },
    caching: { onlyWhereItPays: true, afterFixes: true },
  };
  return { [lever]: all[lever] };
}

/** Fields that mean something as the lever stands. */
export function fieldsOf(lever: LeverName, levers: Levers): readonly LeverField[] {
  const value = entryOf(levers, lever);
  return LEVER_FIELDS[lever].filter(({ under }) => under === undefined || value[under.key] === under.is);
}

/** As it stands in its field: `30`, `20–40`, empty where nothing is set. */
export function fieldText(lever: LeverName, field: LeverField, levers: Levers): string {
  return typedText(field, entryOf(levers, lever)[field.key]);
}

/** The levers with one field set as it was typed, or what is wrong with it. Another strategy of history begins anew. */
export function withField(lever: LeverName, field: LeverField, typed: string | boolean, levers: Levers): Levers | string {
  const value = typeof typed === 'boolean' ? typed || undefined : readTyped(field, typed.trim());
  if (value === NOT_READ) return whyNotRead(field);
  const { [field.key]: _, ...others } = entryOf(levers, lever);
  const entry = field.key === 'strategy' ? beginning(String(value)) : { ...others, ...(value === undefined ? {} : { [field.key]: value }) };
  const rest = lever === 'routing' ? (levers.routing ?? []).slice(1) : [];
  const parsed = leversSchema.safeParse({ ...levers, [lever]: lever === 'routing' ? [entry, ...rest] : entry });
  return parsed.success ? parsed.data : sayIssue(parsed.error, field);
}

function beginning(strategy: string): Readonly<Record<string, unknown>> {
  if (strategy === 'summary') return { strategy, everyTurns: 10, summaryTokens: 200, keepTurns: 2 };
  return { strategy, turns: strategy === 'window' ? 5 : 3 };
}

/** Only the first of several routes is edited; the others are kept. */
function entryOf(levers: Levers, lever: LeverName): Readonly<Record<string, unknown>> {
  const value: unknown = lever === 'routing' ? levers.routing?.[0] : levers[lever];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
