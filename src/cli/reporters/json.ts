import { type FoundOnce, foundOnce } from '../../core/present/found-once';
import { sentByCalls } from '../../core/present/spend';
import type { Quote } from '../../core/quote/analysis';
import { type Estimate, isKnown, type Money } from '../../core/quote/basis';
import type { Scan, ScannedFile, ScannedWorkspaceFile } from '../scan';
import { atCallersIn } from './at-callers';
import { type InPieces, reportPieces } from './json-pieces';
import type { ScanReport } from './report-schema';

/** Version 1 of the report. Numbers that have no upper bound have `high: null`; money that nobody knows is null, with a reason beside it. */
export function jsonReport(scan: Scan): Iterable<string> {
  const quotes = scan.files.flatMap(file => file.analysis.quotes.map(quote => ({ file, quote })));
  const calls = quotes.filter(({ quote }) => quote.site.kind !== 'prompt-file');
  const sent = sentByCalls(quotes.map(({ quote }) => quote));
  const atCallers = atCallersIn(scan);
  const promptFiles = quotes.filter(({ quote }) => quote.site.kind === 'prompt-file');
  const report: InPieces<ScanReport> = {
    version: 1,
    catalogueDate: scan.catalogueDate,
    callSites: each(calls, ({ file, quote }) => callSite(file, quote, atCallers(file, quote))),
    promptFiles: each(promptFiles, ({ file, quote }) => promptFile(file, quote, sent)),
    findings: each(
      foundOnce(scan.files, ({ analysis }) => analysis.findings),
      findingEntry,
    ),
    workspaceFiles: scan.workspaceFiles.map(workspaceFile),
    problems: scan.files.flatMap(file =>
      file.analysis.problems.map(({ message, at }) => ({ ...fileOf(file), line: file.linesOf(at).line, message })),
    ),
    coverage: {
      ...scan.coverage,
      skipped: scan.coverage.skipped.map(one => ({ ...fileOf(one), why: one.why })),
      unknownModels: calls.filter(({ quote }) => quote.site.model.candidates.length === 0).length,
      unknownInputs: calls.filter(({ quote }) => !Number.isFinite(quote.inputTokens.high)).length,
    },
    failures: [...scan.failures],
  };
  return reportPieces(report);
}

function* each<From, To>(all: readonly From[], make: (one: From) => To): Generator<To> {
  for (const one of all) yield make(one);
}

function callSite(file: ScannedFile, quote: Quote, atCallers: boolean): ScanReport['callSites'][number] {
  const { site } = quote;
  return {
    ...fileOf(file),
    ...file.linesOf(site.at),
    kind: site.kind === 'prompt-file' ? 'call' : site.kind,
    sdk: site.sdk,
    api: site.api,
    otherApis: [...(site.otherApis ?? [])],
    via: [...site.via],
    ...common(quote),
    inLoop: site.context?.inLoop === true,
    /** The callers of a wrapper are the spend, and the calls on an object: neither may be added to theirs. */
    countedBy: site.kind === 'constructor' ? 'calls' : atCallers ? 'callers' : 'itself',
    unknowns: [...site.unknowns],
  };
}

function promptFile(file: ScannedFile, quote: Quote, sent: ReadonlySet<string>): ScanReport['promptFiles'][number] {
  const countedBy = sent.has(quote.site.at.uri) ? 'calls' : 'itself';
  return {
    countedBy,
    ...fileOf(file),
    ...file.linesOf(quote.site.at),
    format: quote.site.sdk,
    flatRate: quote.site.flatRate,
    ...common(quote),
  };
}

function common(quote: Quote) {
  const { site, prefix } = quote;
  const { provider, model, outputCap } = site;
  return {
    identity: site.identity,
    provider: provider.value ?? null,
    model: { value: model.value ?? null, provenance: model.provenance, candidates: [...model.candidates], why: model.why },
    modelAssumed: quote.modelAssumed,
    outputCap: {
      present: outputCap.state === 'unknown' ? null : outputCap.state === 'set',
      state: outputCap.state,
      value: outputCap.candidates === undefined ? (outputCap.value ?? null) : null,
      candidates: [...(outputCap.candidates ?? (outputCap.value === undefined || outputCap.atMost ? [] : [outputCap.value]))],
      byDefault: outputCap.byDefault === true,
      atMost: outputCap.atMost === true,
      parameter: outputCap.parameter,
    },
    structuredOutput: site.structuredOutput === true,
    textTokens: estimate(quote.textTokens),
    inputTokens: estimate(quote.inputTokens),
    cacheablePrefixTokens: estimate(prefix.tokens),
    cacheState: prefix.state,
    usdPerCall: {
      input: money(quote.inputUsd),
      cachedInput: money(quote.cachedInputUsd),
      maxOutput: money(quote.maxOutputUsd),
      max: money(quote.maxCallUsd),
    },
    stated: stated(quote),
  };
}

function stated({ stated: said }: Quote): ScanReport['callSites'][number]['stated'] {
  if (said === undefined) return null;
  return {
    feature: said.feature ?? null,
    callsPerDay: said.callsPerDay === undefined ? null : estimate(said.callsPerDay),
    callsPerMonth: said.callsPerMonth === undefined ? null : estimate(said.callsPerMonth),
    usdPerCall: money(said.meanCallUsd),
    of: said.of,
    usdPerMonth: said.usdPerMonth === undefined ? null : money(said.usdPerMonth),
  };
}

function workspaceFile({ file, isNewer, problems, budgets, tasks }: ScannedWorkspaceFile): ScanReport['workspaceFiles'][number] {
  return {
    file,
    isNewer,
    problems: [...problems],
    budgets: budgets.map(({ feature, spend, over }) => ({
      feature: feature ?? null,
      spend: {
        usd: spend.usdPerMonth === undefined ? null : money(spend.usdPerMonth),
        calls: spend.calls,
        callsKnown: spend.callsPerMonthKnown,
      },
      limitUsd: over?.limitUsd ?? null,
      level: over?.level ?? 'within',
      certain: over?.certain ?? false,
    })),
    tasks: tasks.map(({ task, calls, usdPerTask, usdPerResolvedTask, usdPerMonth, usdPerUserAndMonth }) => ({
      task,
      calls,
      usdPerTask: money(usdPerTask),
      usdPerResolvedTask: money(usdPerResolvedTask),
      usdPerMonth: usdPerMonth === undefined ? null : money(usdPerMonth),
      usdPerUserAndMonth: usdPerUserAndMonth === undefined ? null : money(usdPerUserAndMonth),
    })),
  };
}

function findingEntry({ file, finding, others }: FoundOnce<ScannedFile>): ScanReport['findings'][number] {
  const { rule, at, certainty, severity, message, site, saving } = finding;
  return {
    rule,
    ...fileOf(file),
    ...file.linesOf(at),
    certainty,
    severity,
    message,
    site,
    savingUsdPerCall: saving === undefined ? null : money(saving),
    alsoAt: others.map(other => ({
      ...fileOf(other.file),
      ...other.file.linesOf(other.finding.at),
      site: other.finding.site,
    })),
  };
}

function fileOf({ file, folder }: Pick<ScannedFile, 'file' | 'folder'>) {
  return { file, folder };
}

function estimate({ value, low, high, basis, why }: Estimate) {
  return { value, low, high: Number.isFinite(high) ? high : null, basis, why };
}

function money(amount: Money) {
  return isKnown(amount) ? estimate(amount) : { value: null, low: null, high: null, basis: amount.basis, why: amount.why };
}
