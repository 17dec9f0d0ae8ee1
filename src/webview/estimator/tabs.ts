import { html, nothing, type TemplateResult } from 'lit';
import { hitRateLine } from '../../core/present/estimator/hit-rate-line';
import { modelsCompared } from '../../core/present/estimator/models-compared';
import { inPeriod, perText } from '../../core/present/estimator/money';
import { scenarioRows } from '../../core/present/estimator/scenario-rows';
import type { Tab } from '../../core/present/estimator/state';
import { turnLines } from '../../core/present/estimator/turn-lines';
import { breakable } from '../frame/breakable';
import { table } from '../frame/table';
import { breakEvensTab } from './break-evens-tab';
import { compositionChart, hitRateChart, modelsChart, turnsChart, waterfallChart } from './charts';
import { growthTab } from './growth-tab';
import { measuredTab } from './measured-tab';
import type { Shown } from './shown';

export const TAB_TITLES: Readonly<Record<Tab, string>> = {
  next: 'What next',
  composition: 'Composition',
  waterfall: 'Waterfall',
  features: 'Features',
  turns: 'Turns',
  models: 'Models',
  caching: 'Cache hits',
  breakEvens: 'Break-evens',
  growth: 'Growth',
  measured: 'Measured',
  scenarios: 'Scenarios',
};

/** What a tab shows. Only the one that is looked at is worked out. */
export const TAB_PAGES: Readonly<Record<Tab, (shown: Shown) => TemplateResult>> = {
  next: ({ view, open }) =>
    view.next.length === 0
      ? html`<p>Nothing was found that would save money. That is the best answer there is.</p>`
      : table(
          'What to do next, what saves most first. Each amount is what this alone saves; several at one call save less than their sum.',
          [
            { title: 'Do', cell: row => html`<button class="link" @click=${() => open(row.at)}>${row.title}</button>` },
            { title: `Saves ${perText(view.calls)}`, isNumber: true, cell: row => row.saves },
            { title: 'Where', cell: row => html`<span class="quiet">${breakable(row.where)}</span>` },
          ],
          view.next.slice(0, MOST_ROWS),
        ),
  composition: ({ view, numerals }) =>
    html`${compositionChart(view.composition, inPeriod(numerals, view.calls))}${table(
      'What the money is for. The parts add up to the whole.',
      [
        { title: 'Part', cell: row => row.label },
        { title: 'Today', isNumber: true, cell: row => row.today },
        { title: 'Share', isNumber: true, cell: row => row.share },
        { title: 'With levers', isNumber: true, cell: row => row.after },
      ],
      view.composition,
    )}${view.composition.some(row => row.isOpen) ? html`<p class="quiet">+: a part of it has no size that the code shows. State it in promptfare.json, under “holes”.</p>` : nothing}`,
  waterfall: ({ view, numerals }) =>
    html`${waterfallChart(view.waterfall, inPeriod(numerals, view.calls))}${table(
      'From today to what the levers leave. Each saving is of what the ones before it left, so they add up.',
      [
        { title: 'Step', cell: row => row.label },
        { title: 'Amount', isNumber: true, cell: row => row.text },
        { title: 'Of today', isNumber: true, cell: row => row.share },
        { title: 'Range', cell: row => row.range },
      ],
      view.waterfall,
    )}`,
  features: ({ view }) =>
    table(
      'By feature, or by file where promptfare.json names no features',
      [
        {
          title: 'Feature',
          cell: row => html`${row.feature}${row.unpriced === '' ? '' : html` <span class="quiet">${row.unpriced}</span>`}`,
        },
        { title: 'Call sites', isNumber: true, cell: row => row.sites },
        { title: 'Calls a month', isNumber: true, cell: row => row.calls },
        { title: 'Today', isNumber: true, cell: row => row.today },
        { title: 'Share', isNumber: true, cell: row => row.share },
        { title: 'With levers', isNumber: true, cell: row => row.after },
        { title: '1,000 calls', isNumber: true, cell: row => row.perThousand },
      ],
      view.features.slice(0, MOST_ROWS),
    ),
  turns: ({ view, state, numerals }) => {
    const lines = turnLines(view.calls, state.scenario.levers ?? {}, numerals);
    if (lines.label === undefined) return html`<p>There is no call with a known price.</p>`;
    return html`<p>${lines.label}${lines.isStated ? '' : `, as if it were a conversation of ${lines.turns} turns; state “conversation” in promptfare.json`}</p>
      ${turnsChart(lines, numerals)}${table(
        'What is sent again, and what it costs',
        [
          { title: 'Sent again', cell: row => row.strategy },
          { title: 'Last turn, 1,000 calls', isNumber: true, cell: row => row.lastTurn },
          { title: '1,000 conversations', isNumber: true, cell: row => row.conversation },
        ],
        lines.lines,
      )}`;
  },
  models: ({ view, data, numerals, memory, findModel }) => {
    const rows = modelsCompared(
      view.calls,
      data.models.map(({ id }) => id),
      numerals,
      memory.spend,
    );
    return html`<p>All calls but embeddings on one model each, nothing else changed. Whether the answers are as good, nobody says.</p>
      ${modelsChart(rows, inPeriod(numerals, view.calls))}
      <div class="row"><vscode-textfield .label=${'Id of another model'} placeholder="Id of another model" data-field="model"
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && findModel((event.target as HTMLInputElement).value)}></vscode-textfield>
        <vscode-button secondary @click=${(event: Event) => findModel(fieldBefore(event))}>Compare</vscode-button></div>
      ${table(
        'Models side by side',
        [
          { title: 'Model', cell: row => row.id },
          { title: 'Costs', isNumber: true, cell: row => row.text },
          { title: 'Change', isNumber: true, cell: row => row.change },
          { title: 'For 1M tokens', cell: row => row.prices },
          { title: 'Today', cell: row => (row.isInUse ? 'in use' : '') },
        ],
        rows,
      )}`;
  },
  caching: ({ view, state, numerals }) => {
    const line = hitRateLine(view.calls, state.scenario.levers ?? {}, numerals);
    return html`${hitRateChart(line, inPeriod(numerals, view.calls))}${table(
      `What the calls cost at each share of hits; ${line.uncached} without caching`,
      [
        { title: 'Hits', cell: row => row.share },
        { title: 'Costs', isNumber: true, cell: row => row.text },
      ],
      line.points,
    )}<h3>From when it pays</h3><ul>${line.paysFrom.map(model => html`<li>${model}</li>`)}</ul>`;
  },
  breakEvens: breakEvensTab,
  growth: growthTab,
  measured: measuredTab,
  scenarios: ({ data, view, state, numerals, memory, scenarioActions }) => {
    const rows = scenarioRows({ ...data.scenarios, 'As set now': state.scenario }, view.calls, numerals, memory.spend);
    const { open, save, remove, share, take, duplicate } = scenarioActions;
    return html`<div class="row">
        <vscode-textfield .label=${'Name of the scenario'} placeholder="Name of the scenario" data-field="scenario" .value=${state.name}></vscode-textfield>
        <vscode-button @click=${(event: Event) => save(fieldBefore(event))}>Save</vscode-button>
        <vscode-button secondary @click=${take}>Open a Shared One…</vscode-button>
      </div>
      ${table(
        'Scenarios side by side, over the same calls. They are kept in promptfare.json.',
        [
          { title: 'Scenario', cell: row => row.name },
          { title: 'Costs', isNumber: true, cell: row => row.text },
          { title: 'Saves', isNumber: true, cell: row => row.saves },
          { title: 'Levers', cell: row => row.levers },
          {
            title: 'Actions',
            cell: row =>
              Object.hasOwn(data.scenarios, row.name)
                ? html`<span class="row">
                    <button class="link" aria-label=${`Open ${row.name}`} @click=${() => open(row.name)}>Open</button>
                    <button class="link" aria-label=${`Duplicate ${row.name}`} @click=${() => duplicate(row.name)}>Duplicate</button>
                    <button class="link" aria-label=${`Share ${row.name}`} @click=${() => share(row.name)}>Share…</button>
                    <button class="link" aria-label=${`Delete ${row.name}`} @click=${() => remove(row.name)}>Delete</button>
                  </span>`
                : '',
          },
        ],
        rows,
      )}`;
  },
};

/** More than anybody reads; the exports have them all. */
const MOST_ROWS = 100;

/** What stands in the field of the same row. */
function fieldBefore(event: Event): string {
  const field = (event.target as HTMLElement).closest('.row')?.querySelector('vscode-textfield');
  return field?.value.trim() ?? '';
}
