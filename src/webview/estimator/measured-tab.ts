import { html, nothing, type TemplateResult } from 'lit';
import type { UsageShown } from '../../core/present/estimator/data';
import { measuredRows, unmatchedName } from '../../core/present/estimator/measured-rows';
import { importedText } from '../../core/present/usage-texts';
import { table } from '../frame/table';
import type { Shown } from './shown';

/** What was measured beside what is estimated, and all that belongs to no call. */
export function measuredTab(shown: Shown): TemplateResult {
  const { usage } = shown.data;
  const button = html`<div class="row"><vscode-button secondary @click=${shown.importUsage}>Import Measured Usage…</vscode-button></div>`;
  if (usage === undefined)
    return html`<p>Nothing is measured yet. Import an export of OpenAI, Anthropic, LiteLLM, Langfuse, LangSmith or Opik, or OpenTelemetry
      spans as JSON lines, and what was really sent, answered and paid stands here beside what is estimated.</p>${button}`;
  return html`<p>${importedText(usage, shown.numerals)} From ${usage.files.join(', ')}.</p>${callsPart(shown, usage)}${unmatchedPart(shown, usage)}${button}`;
}

function callsPart({ view, numerals, open }: Shown, usage: UsageShown): TemplateResult {
  const rows = measuredRows(usage, view.spend, numerals);
  if (rows.length === 0) return html`<p>None of it could be told to be of a call in this workspace.</p>`;
  return table(
    'Measured beside estimated, a call on the average; what is furthest off first',
    [
      {
        title: 'Call',
        cell: row =>
          html`<button class="link" @click=${() => open(row.at)}>${row.label}</button> <span class="quiet">${row.path}, told by ${row.by}</span>`,
      },
      { title: 'Calls', isNumber: true, cell: row => row.calls },
      { title: '1,000 calls', isNumber: true, cell: row => row.usd },
      { title: 'Estimated', isNumber: true, cell: row => row.estimatedUsd },
      { title: 'Drift', isNumber: true, cell: row => row.usdDrift },
      { title: 'Input', isNumber: true, cell: row => row.input },
      { title: 'Estimated', isNumber: true, cell: row => row.estimatedInput },
      { title: 'Drift', isNumber: true, cell: row => row.inputDrift },
      { title: 'Cached', isNumber: true, cell: row => row.cached },
      { title: 'Output', isNumber: true, cell: row => row.output },
    ],
    rows,
  );
}

function unmatchedPart({ numerals }: Shown, { unmatched, unmatchedGroups }: UsageShown): TemplateResult | typeof nothing {
  if (unmatched.length === 0) return nothing;
  const more = unmatchedGroups - unmatched.length;
  return html`${table(
    'Of no call that can be told',
    [
      { title: 'Model', cell: unmatchedName },
      { title: 'Records', isNumber: true, cell: row => numerals.integer(row.records) },
      { title: 'Input', isNumber: true, cell: row => numerals.integer(row.inputTokens) },
      { title: 'Output', isNumber: true, cell: row => numerals.integer(row.outputTokens) },
      { title: 'Why', cell: row => row.why },
    ],
    unmatched,
  )}${more > 0 ? html`<p class="quiet">And ${numerals.integer(more)} more, with fewer tokens.</p>` : nothing}`;
}
