import { proposedFixes } from '../../fixes/chosen-fix';
import type { ModelFacts } from '../../prices/model';
import type { Quote } from '../../quote/analysis';
import { isKnown } from '../../quote/basis';
import type { ModelAdvice } from '../../routing/suggest-model';
import { workloadOf } from '../../spend/workload-of-quote';
import { isAside } from '../aside';
import { modelName } from '../model-name';
import { countedOnce, type FileSpend } from '../spend';
import { isWithoutCap } from '../unlike-the-side-bar';
import { badgeOf } from '../verify/verdict-text';
import type { RoutingData, RoutingRow } from './data';

const RULE = 'prefer-smaller-model';

/** What the routing panel shows of a scanned workspace. Calls of tests and examples are left out, as they are from totals. */
export function routingData(files: readonly FileSpend[], scan: RoutingData['scan'], models: readonly ModelFacts[]): RoutingData {
  const counted = countedOnce(files);
  const own = counted.filter(({ path }) => !isAside(path));
  return {
    scan,
    rows: own.flatMap(file => file.quotes.map(quote => rowOf(quote, file))),
    models,
    withoutCap: own.reduce((total, { quotes }) => total + quotes.filter(isWithoutCap).length, 0),
    aside: counted.filter(({ path }) => isAside(path)).reduce((total, { quotes }) => total + quotes.length, 0),
  };
}

/** Models whose prices the panel needs, as the catalogue finds them: `openai/gpt-6-luna`. */
export function suggestedModels(files: readonly FileSpend[]): readonly string[] {
  const quotes = countedOnce(files).flatMap(({ path, quotes }) => (isAside(path) ? [] : quotes));
  return [
    ...new Set(
      quotes.flatMap(({ model, advice }) => (advice?.suggestion === undefined ? [] : [`${model?.provider ?? ''}/${advice.suggestion.id}`])),
    ),
  ];
}

function rowOf(quote: Quote, file: FileSpend): RoutingRow {
  const { site, task, advice } = quote;
  const workload = workloadOf(quote, file.path, file.findings);
  const suggestion = advice?.suggestion;
  const finding = file.findings.find(({ rule, site: of }) => rule === RULE && of === site.identity);
  const fix = proposedFixes(file).find(({ finding: of }) => of === finding)?.chosen;
  return {
    id: workload.id,
    label: workload.label,
    path: file.path,
    identity: site.identity,
    at: site.calleeAt,
    model: modelName(quote) ?? 'unknown',
    task: task?.task ?? 'unclear',
    certainty: task?.certainty ?? 'low',
    evidence: task?.evidence.map(({ quote: words }) => words) ?? [],
    bar: advice === undefined ? '' : barText(advice),
    workload,
    ...(suggestion === undefined ? {} : { suggestion: suggestion.id }),
    risks: suggestion?.risks ?? [],
    note: noteOf(quote, finding?.unfixable),
    elsewhere: advice?.elsewhere.map(({ id, seller, ratio }) => `${id} (${seller}), 1/${Math.round(ratio)} of the price`) ?? [],
    ...(quote.verified === undefined ? {} : { badge: badgeOf(quote.verified) }),
    ...(fix === undefined || suggestion === undefined ? {} : { fix }),
  };
}

function barText({ bar }: ModelAdvice): string {
  return bar.source === 'ours' ? `${bar.why}; no maker says so` : `${bar.why} (${bar.source}, ${bar.checked})`;
}

function noteOf({ task, advice, model, site, inputUsd }: Quote, unfixable: string | undefined): string {
  if (advice?.suggestion !== undefined) return unfixable ?? '';
  if (advice?.refused !== undefined) return `Not ${advice.refused.id}: ${advice.refused.why.join('; ')}.`;
  if (model === undefined && site.model.value === undefined) return 'The model is not known here.';
  if (model === undefined) return isKnown(inputUsd) ? '' : inputUsd.why.endsWith('?') ? inputUsd.why : `${inputUsd.why}.`;
  if (task === undefined || task.task === 'unclear') return 'What kind of task this is, the prompt doesn’t say clearly.';
  if (task.certainty === 'low') return 'The kind of task is not certain enough to act on.';
  return advice === undefined ? 'No cheaper model is known that would do.' : 'Only other makers have a cheaper one.';
}
