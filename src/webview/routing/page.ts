import { html, nothing, type TemplateResult } from 'lit';
import type { ShownRow } from '../../core/present/routing/routing-view';
import { type RoutingState, SHOWN, SORTS } from '../../core/present/routing/state';
import { breakable } from '../frame/breakable';
import { emptyPage } from '../frame/empty-page';
import { table } from '../frame/table';
import { selectionPart } from './selection';
import { type Shown, writtenIn } from './shown';

const TITLE = 'Which model for which call';

export function routingPage(shown: Shown): TemplateResult {
  const { data, view, send } = shown;
  if (data.rows.length === 0) return emptyPage(TITLE, data.scan, () => send({ type: 'scan' }));
  return html`<main>
    <h1>${TITLE}</h1>
    <p class="headline" data-part="headline" role="status">${view.headline}</p>
    <p class="quiet">Suggestions rest on what the prompts say. Verify the smaller model on samples of your own before you change anything.
      ${view.notes.join(' ')}</p>
    ${filtersPart(shown)}
    ${rowsPart(shown)}
    ${selectionPart(shown)}
  </main>`;
}

const SHOWN_TITLES: Readonly<Record<RoutingState['shown'], string>> = {
  all: 'All calls',
  suggested: 'With a suggestion',
  unclear: 'Unclear tasks',
};
const SORT_TITLES: Readonly<Record<RoutingState['sort'], string>> = {
  saving: 'Saving',
  ratio: 'Price ratio',
  call: 'Place in the code',
  task: 'Kind of task',
};

function filtersPart({ state, view, change }: Shown): TemplateResult {
  return html`<div class="row filters" role="search">
    <div><span aria-hidden="true">Search</span>
      <vscode-textfield .label=${'Search calls'} data-field="search" placeholder="function, file, model" .value=${state.search}
        @input=${(event: Event) => change({ search: writtenIn(event).slice(0, 200) })}></vscode-textfield></div>
    ${choice(
      'Show',
      'shown',
      SHOWN,
      name => SHOWN_TITLES[name],
      state.shown,
      shown => change({ shown }),
    )}
    ${choice(
      'Kind of task',
      'task',
      ['', ...view.tasks],
      name => name || 'All',
      state.task,
      task => change({ task }),
    )}
    ${choice(
      'Sort by',
      'sort',
      SORTS,
      name => SORT_TITLES[name],
      state.sort,
      sort => change({ sort }),
    )}
  </div>`;
}

function choice<Name extends string>(
  label: string,
  field: string,
  names: readonly Name[],
  title: (name: Name) => string,
  selected: Name,
  select: (name: Name) => void,
): TemplateResult {
  const onChange = (event: Event) => {
    const name = names.find(each => each === writtenIn(event));
    if (name !== undefined) select(name);
  };
  return html`<div><span aria-hidden="true">${label}</span>
    <vscode-single-select .label=${label} data-field=${field} .value=${selected} @change=${onChange}>
      ${names.map(name => html`<vscode-option value=${name} ?selected=${name === selected}>${title(name)}</vscode-option>`)}
    </vscode-single-select></div>`;
}

function rowsPart(shown: Shown): TemplateResult {
  const { view, state, change, send } = shown;
  if (view.rows.length === 0) return html`<p role="status">No call fits what you look for.</p>`;
  const allPicked = view.routable.length > 0 && view.routable.every(id => state.selected.includes(id));
  const pickAll = () =>
    change({
      selected: allPicked ? state.selected.filter(id => !view.routable.includes(id)) : [...new Set([...state.selected, ...view.routable])],
    });
  const pick = allPicked ? 'Select none' : `Select the ${view.routable.length} with a suggestion`;
  return html`${view.routable.length === 0 ? '' : html`<p><button class="link" data-action="pick-all" @click=${pickAll}>${pick}</button></p>`}
  ${table(
    'Calls, the kind of task that each is, and the smallest model that is expected to do. Money is for 1,000 calls, or for a month where promptfare.json states the traffic.',
    [
      { title: 'Call', cell: each => callCell(each, shown) },
      { title: 'Task and why', cell: taskCell },
      { title: 'Today', cell: ({ row }) => row.model },
      { title: 'Suggestion', cell: suggestionCell },
      { title: 'Price', isNumber: true, cell: ({ ratio }) => ratio },
      { title: 'Cost today', isNumber: true, cell: ({ today, basis }) => html`<span title=${basis}>${today}</span>` },
      { title: 'Afterwards', isNumber: true, cell: ({ after, basis }) => html`<span title=${basis}>${after}</span>` },
      { title: 'Change', cell: each => changeCell(each, send) },
    ],
    view.rows,
  )}`;
}

function callCell({ row, isSelected }: ShownRow, { state, change, send }: Shown): TemplateResult {
  const pick = (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    change({ selected: on ? [...state.selected, row.id] : state.selected.filter(id => id !== row.id) });
  };
  return html`<div class="call">
    <input type="checkbox" aria-label=${`Select ${row.label}`} data-row=${row.id} .checked=${isSelected} ?disabled=${row.suggestion === undefined} @change=${pick}>
    <span><button class="link" @click=${() => send({ type: 'open', at: row.at })}>${breakable(row.label)}</button><br> <span class="quiet">${breakable(folderOrFile(row))}</span></span>
  </div>`;
}

/** A prompt file is already named by its label. */
function folderOrFile({ label, path }: ShownRow['row']): string {
  return path.endsWith(label) ? path.slice(0, -label.length) : path;
}

const CERTAINTY = { stated: 'as you stated', high: '', low: 'not certain' } as const;

function taskCell({ row }: ShownRow): TemplateResult {
  const quoted = row.evidence.slice(0, 2).map(words => `“${words.replace(/\s+/g, ' ').slice(0, 40)}”`);
  const why = [CERTAINTY[row.certainty], ...(row.task === 'unclear' ? [] : quoted)].filter(text => text !== '');
  return html`<span class="task" data-task=${row.task}>${row.task}</span><br> <span class="quiet">${row.task === 'unclear' && row.certainty !== 'stated' ? '' : why.join(', ')}</span>`;
}

/** A result leads back to what it was made with. */
function changeCell({ row }: ShownRow, send: Shown['send']): TemplateResult {
  const { suggestion, badge, fix, id, label } = row;
  const verify = () => send({ type: 'verify', id });
  const apply = () => send({ type: 'apply', ids: [id] });
  return html`${badge === undefined ? nothing : html`<div><span class="badge ${badge.kind}" data-badge=${badge.kind} title=${badge.detail}>${badge.text}</span></div>`}
    ${suggestion === undefined ? nothing : html`<div><button class="link" aria-label=${`Verify… ${suggestion} for ${label}`} @click=${verify}>Verify…</button></div>`}
    ${fix === undefined ? nothing : html`<div><button class="link" aria-label=${`Apply… ${suggestion ?? ''} in ${label}`} @click=${apply}>Apply…</button></div>`}`;
}

function suggestionCell({ row }: ShownRow): TemplateResult {
  const { suggestion, note, bar, elsewhere, risks } = row;
  return html`${suggestion === undefined ? nothing : html`<strong>${suggestion}</strong>`}
    ${note === '' ? nothing : html`<div class="quiet">${note}</div>`}
    ${risks.length === 0 ? nothing : html`<div class="quiet">${risks.join(' ')}</div>`}
    ${
      bar === ''
        ? nothing
        : html`<details><summary>Why${elsewhere.length === 0 ? '' : ', and at other makers'}</summary>
            <p class="quiet">${bar.slice(0, 1).toUpperCase()}${bar.slice(1)}.</p>
            <ul class="quiet">${elsewhere.map(text => html`<li>${text}</li>`)}</ul></details>`
    }`;
}
