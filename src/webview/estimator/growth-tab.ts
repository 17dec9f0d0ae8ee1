import { html, type TemplateResult } from 'lit';
import { growthRows } from '../../core/present/estimator/growth-rows';
import { table } from '../frame/table';
import { growthChart } from './charts';
import type { Shown } from './shown';

/** The months to come. */
export function growthTab({ view, state, numerals, memory }: Shown): TemplateResult {
  const rows = growthRows(view.calls, state.scenario, numerals, memory);
  if (rows.length === 0)
    return html`<p>No growth is stated. State “growthPerMonth” in promptfare.json, for all calls under “traffic” or for some under
      “calls”, and how often calls are made: then the next twelve months stand here.</p>`;
  return html`${growthChart(rows, numerals)}${table(
    'The months to come, if calls grow as stated',
    [
      { title: 'Month', cell: row => (row.month === 0 ? 'this month' : `in ${row.month}`) },
      { title: 'Calls', isNumber: true, cell: row => row.calls },
      { title: 'As it stands', isNumber: true, cell: row => row.today },
      { title: 'With levers', isNumber: true, cell: row => row.after },
    ],
    rows,
  )}`;
}
