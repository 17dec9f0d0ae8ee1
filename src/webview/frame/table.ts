import { html, nothing, type TemplateResult } from 'lit';

export interface Column<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  cell(row: Row): TemplateResult | string;
}

/** A table that a screen reader can walk: a caption, column heads, and the first cell of a row as its head. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
    <caption><span>${caption}</span></caption>
    <thead><tr>${columns.map(({ title, isNumber }) => html`<th scope="col" class=${isNumber ? 'number' : nothing}>${title}</th>`)}</tr></thead>
    <tbody>${rows.map(
      row =>
        html`<tr>${columns.map(({ isNumber, cell }, index) =>
          index === 0 ? html`<th scope="row">${cell(row)}</th>` : html`<td class=${isNumber ? 'number' : nothing}>${cell(row)}</td>`,
        )}</tr>`,
    )}</tbody>
  </table></div>`;
}
