import { html, nothing, type TemplateResult } from 'lit';
import { TABS, type Tab } from '../../core/present/estimator/state';
import { emptyPage } from '../frame/empty-page';
import { tabs } from '../frame/tabs';
import { leversForm } from './levers-form';
import type { Shown } from './shown';
import { TAB_PAGES, TAB_TITLES } from './tabs';

const TITLE = 'What the calls of this workspace cost';

export interface PageActions {
  export(format: 'csv' | 'markdown' | 'json' | 'svg'): void;
  scan(): void;
}

export function estimatorPage(shown: Shown, actions: PageActions): TemplateResult {
  const { data, view } = shown;
  if (data.workloads.length === 0) return emptyPage(TITLE, data.scan, actions.scan);
  return html`<main>
    <h1>${TITLE}</h1>
    ${headlinePart(shown)}
    <div class="columns">
      <div>${trafficPart(shown)}${leversForm({
        levers: shown.state.scenario.levers ?? {},
        models: data.models.map(({ id }) => id),
        drafts: shown.drafts,
        notes: [...new Set(view.spend.priced.flatMap(({ notes }) => notes))],
        change: levers => shown.change({ scenario: { ...shown.state.scenario, levers } }),
        redraw: shown.redraw,
      })}</div>
      <div>${tabsPart(shown)}${exportsPart(actions, CHARTED.includes(shown.state.tab))}</div>
    </div>
  </main>`;
}

function headlinePart({ view: { headline, growth } }: Shown): TemplateResult {
  return html`<section aria-label="Total">
    <p class="figure" data-part="today">${headline.today === '' ? 'No call has a known price' : headline.today}
      <span class="quiet">${headline.basis}</span></p>
    ${headline.after === '' ? nothing : html`<p class="after" data-part="after" role="status">${headline.after}</p>`}
    ${growth === '' ? nothing : html`<p data-part="growth">${growth}</p>`}
    ${headline.advice === '' ? nothing : html`<p data-part="advice">${headline.advice}</p>`}
    ${headline.tasks.map(task => html`<p data-part="task">${task}</p>`)}
    ${headline.notes.length === 0 ? nothing : html`<ul class="quiet">${headline.notes.map(note => html`<li>${note}</li>`)}</ul>`}
    ${
      headline.reasons.length === 0
        ? nothing
        : html`<details><summary>Why this is ${headline.basis}</summary><ul>${headline.reasons.map(reason => html`<li>${reason}</li>`)}</ul></details>`
    }
  </section>`;
}

const CALLS_PER_DAY = 'callsPerDay';

function trafficPart({ data, state, change, drafts, redraw }: Shown): TemplateResult {
  const draft = drafts.get(CALLS_PER_DAY);
  const set = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    const calls = Number(text);
    if (text !== '' && !(calls > 0 && calls <= 1e12)) {
      drafts.set(CALLS_PER_DAY, { text, error: 'a number above 0' });
      return redraw();
    }
    drafts.delete(CALLS_PER_DAY);
    change({ callsPerDay: text === '' ? undefined : calls });
  };
  const features = [...new Set(data.workloads.map(({ feature }) => feature))].sort();
  return html`<h2>Calls</h2>
    <div class="settings">
      <div>
        <span aria-hidden="true">Calls a day, of each call that states none</span>
        <vscode-textfield .label=${'Calls a day'} data-field=${CALLS_PER_DAY} .value=${draft?.text ?? String(state.callsPerDay ?? '')}
          ?invalid=${draft !== undefined} @input=${set}></vscode-textfield>
        ${draft === undefined ? nothing : html`<span class="error" role="alert">${draft.error}</span>`}
      </div>
      <div>
        <span aria-hidden="true">Feature</span>
        <vscode-single-select .label=${'Feature'} data-field="feature" .value=${state.feature}
          @change=${(event: Event) => change({ feature: (event.target as HTMLInputElement).value })}>
          ${['', ...features].map(feature => html`<vscode-option value=${feature} ?selected=${feature === state.feature}>${feature || 'All'}</vscode-option>`)}
        </vscode-single-select>
      </div>
    </div>`;
}

function tabsPart(shown: Shown): TemplateResult {
  const { state, change } = shown;
  const select = (tab: Tab) => change({ tab });
  return tabs({ label: 'Views', names: TABS, titles: TAB_TITLES, selected: state.tab, select }, TAB_PAGES[state.tab](shown));
}

/** Tabs with a chart. */
const CHARTED: readonly Tab[] = ['composition', 'waterfall', 'turns', 'models', 'caching', 'growth'];

function exportsPart(actions: PageActions, hasChart: boolean): TemplateResult {
  return html`<div class="row exports" role="group" aria-label="Export">
    <vscode-button secondary @click=${() => actions.export('csv')}>Export CSV</vscode-button>
    <vscode-button secondary @click=${() => actions.export('markdown')}>Export Markdown</vscode-button>
    <vscode-button secondary @click=${() => actions.export('json')}>Export JSON</vscode-button>
    ${hasChart ? html`<vscode-button secondary @click=${() => actions.export('svg')}>Export Chart</vscode-button>` : nothing}
  </div>`;
}
