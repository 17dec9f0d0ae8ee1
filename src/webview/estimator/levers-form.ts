import { html, nothing, type TemplateResult } from 'lit';
import { LEVER_LABELS } from '../../core/present/estimator/labels';
import { fieldsOf, fieldText, type LeverField, leverToBeginWith, withField } from '../../core/present/estimator/lever-fields';
import { LEVER_ORDER, type LeverName } from '../../core/spend/lever-order';
import type { Levers } from '../../core/spend/scenario';
import type { Drafts } from './shown';

export interface LeversForm {
  readonly levers: Levers;
  /** Ids that can be routed to. */
  readonly models: readonly string[];
  readonly drafts: Drafts;
  /** Why a lever counts for nothing. */
  readonly notes: readonly string[];
  change(levers: Levers): void;
  /** Only what was typed changed. */
  redraw(): void;
}

/** All levers in the order in which they count; those that are pulled show what can be set of them. */
export function leversForm(form: LeversForm): TemplateResult {
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <h2>Levers</h2>
    <p class="quiet">Each counts on what those above it leave.</p>
    ${LEVER_ORDER.map(lever => leverPart(lever, form))}
    ${form.notes.length === 0 ? nothing : html`<h3>What can't be counted</h3><ul>${form.notes.map(note => html`<li>${note}</li>`)}</ul>`}
  </form>`;
}

function leverPart(lever: LeverName, form: LeversForm): TemplateResult {
  const { levers, models, change } = form;
  const isPulled = levers[lever] !== undefined;
  const pull = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    const { [lever]: _, ...others } = levers;
    change(checked ? { ...others, ...leverToBeginWith(lever, models[0] ?? '') } : others);
  };
  return html`<fieldset class="lever">
    <vscode-checkbox label=${LEVER_LABELS[lever]} .checked=${isPulled} data-lever=${lever} @change=${pull}></vscode-checkbox>
    ${isPulled ? html`<div class="fields">${fieldsOf(lever, levers).map(field => fieldPart(lever, field, form))}</div>` : nothing}
  </fieldset>`;
}

function fieldPart(lever: LeverName, field: LeverField, form: LeversForm): TemplateResult {
  const id = `${lever}.${field.key}`;
  const draft = form.drafts.get(id);
  const set = (typed: string | boolean) => {
    const levers = withField(lever, field, typed, form.levers);
    if (typeof levers === 'string') {
      form.drafts.set(id, { text: String(typed), error: levers });
      return form.redraw();
    }
    form.drafts.delete(id);
    form.change(levers);
  };
  const text = draft?.text ?? fieldText(lever, field, form.levers);
  const name = `${LEVER_LABELS[lever]}: ${field.label}`;
  const onInput = (event: Event) => set((event.target as HTMLInputElement).value);
  if (field.unit === 'flag')
    return html`<vscode-checkbox
      label=${field.label}
      data-field=${id}
      .checked=${text === 'true'}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    ></vscode-checkbox>`;
  const options = field.unit === 'choice' ? ['', ...(field.choices ?? [])] : undefined;
  return html`<div>
    <span aria-hidden="true">${field.label}</span>
    ${
      options === undefined
        ? html`<vscode-textfield .label=${name} data-field=${id} .value=${text} ?invalid=${draft !== undefined} @input=${onInput}></vscode-textfield>`
        : html`<vscode-single-select .label=${name} data-field=${id} .value=${text} @change=${onInput}>
            ${options.map(option => html`<vscode-option value=${option} ?selected=${option === text}>${option || 'as it comes'}</vscode-option>`)}
          </vscode-single-select>`
    }
    ${draft === undefined ? nothing : html`<span class="error" role="alert">${draft.error}</span>`}
  </div>`;
}
