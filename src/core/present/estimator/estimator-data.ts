import type { Quote } from '../../quote/analysis';
import { isKnown } from '../../quote/basis';
import { workloadOf } from '../../spend/workload-of-quote';
import { isAside } from '../aside';
import { type FoundOnce, foundOnce, pathOf } from '../found-once';
import { titleOf } from '../site-actions';
import { countedOnce, type FileSpend } from '../spend';
import { isWithoutCap } from '../unlike-the-side-bar';
import { withoutAbilities } from '../without-abilities';
import type { EstimatorData, MeasuredSite, NextStep, UsageShown } from './data';

interface Rest extends Pick<EstimatorData, 'scan' | 'models' | 'scenarios' | 'tasks' | 'period' | 'day'> {
  readonly usage?: Omit<UsageShown, 'calls'>;
}

/** What the estimator shows of a scanned workspace; no typing needed. */
export function estimatorData(files: readonly FileSpend[], { usage, ...rest }: Rest): EstimatorData {
  const counted = countedOnce(files);
  const own = counted.filter(file => !isAside(file.path));
  const quotes = own.flatMap(file => file.quotes.map(quote => ({ quote, file })));
  return {
    ...rest,
    workloads: unique(quotes.map(({ quote, file }) => workloadOf(quote, file.path, file.findings))),
    models: rest.models.map(withoutAbilities),
    next: foundOnce(own, ({ findings }) => findings).map(nextStep),
    ...(usage === undefined ? {} : { usage: { ...usage, calls: quotes.flatMap(({ quote, file }) => measuredSite(quote, file.path)) } }),
    thinking: quotes.filter(({ quote }) => quote.model?.reasoning === true && quote.stated?.outputTokens === undefined).length,
    withoutCap: quotes.filter(({ quote }) => isWithoutCap(quote)).length,
    aside: counted.filter(file => isAside(file.path)).reduce((total, file) => total + file.quotes.length, 0),
  };
}

/** Ids of the models that the calls could go to, besides their own. */
export function comparableModels(files: readonly FileSpend[]): readonly string[] {
  const quotes = countedOnce(files).flatMap(file => (isAside(file.path) ? [] : file.quotes));
  return [...new Set(quotes.flatMap(({ model, cheaper = [] }) => cheaper.map(({ id }) => `${model?.provider ?? ''}/${id}`)))];
}

function measuredSite(quote: Quote, path: string): readonly MeasuredSite[] {
  const { measured, inputTokens, site } = quote;
  if (measured === undefined) return [];
  const { id, label } = workloadOf(quote, path);
  return [{ workload: id, label, path, at: site.at, inputTokens, measured }];
}

function nextStep(found: FoundOnce<FileSpend>): NextStep {
  const { file, finding, at } = found;
  const quote = file.quotes.find(candidate => candidate.site.identity === finding.site);
  const [fix] = finding.fixes;
  return {
    rule: finding.rule,
    message: finding.message,
    path: pathOf(found, file),
    at,
    workload: quote === undefined ? '' : `${quote.site.at.uri}#${quote.site.identity}`,
    isConfirmed: finding.certainty === 'confirmed',
    ...(finding.saving === undefined || !isKnown(finding.saving) ? {} : { savesUsd: finding.saving }),
    ...(fix === undefined ? {} : { fix: titleOf(fix) }),
  };
}

function unique(workloads: EstimatorData['workloads']): EstimatorData['workloads'] {
  return [...new Map(workloads.map(workload => [workload.id, workload])).values()].map(({ model, ...rest }) =>
    model === undefined ? rest : { ...rest, model: withoutAbilities(model) },
  );
}
