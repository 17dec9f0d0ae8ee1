import { html, nothing, type TemplateResult } from 'lit';
import { STEP_FIELDS, STEP_LABELS, STEPS, type Step, stepText, withStepField } from '../../core/present/estimator/break-even-fields';
import { breakEvenRows, FINE_TUNE_TO_BEGIN_WITH, SELF_HOST_TO_BEGIN_WITH } from '../../core/present/estimator/break-even-rows';
import type { TypedField } from '../../core/present/estimator/typed-field';
import { table } from '../frame/table';
import type { Shown } from './shown';

/** From which volume larger steps pay, and what is taken for them. */
export function breakEvensTab(shown: Shown): TemplateResult {
  const { view, state, numerals } = shown;
  const { selfHost = SELF_HOST_TO_BEGIN_WITH, fineTune = FINE_TUNE_TO_BEGIN_WITH } = state.scenario;
  return html`${table(
    'From which volume the larger steps pay, at what the calls cost today',
    [
      { title: 'Step', cell: row => row.question },
      { title: 'Pays', cell: row => row.answer },
      { title: 'Why', cell: row => row.why },
    ],
    breakEvenRows(view.calls, view.spend, selfHost, fineTune, numerals),
  )}<p class="quiet">Assumed until you state your own, which belongs to the scenario. In US dollars.</p>
  <div class="steps">${STEPS.map(step => stepPart(step, shown))}</div>`;
}

function stepPart(step: Step, shown: Shown): TemplateResult {
  return html`<fieldset class="step"><legend>${STEP_LABELS[step]}</legend>
    <div class="settings">${STEP_FIELDS[step].map(field => fieldPart(step, field, shown))}</div></fieldset>`;
}

function fieldPart(step: Step, field: TypedField, { state, drafts, change, redraw }: Shown): TemplateResult {
  const id = `${step}.${field.key}`;
  const draft = drafts.get(id);
  const set = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    const scenario = withStepField(step, field, typed, state.scenario);
    if (typeof scenario === 'string') {
      drafts.set(id, { text: typed, error: scenario });
      return redraw();
    }
    drafts.delete(id);
    change({ scenario });
  };
  const text = draft?.text ?? stepText(step, field, state.scenario);
  const name = `${STEP_LABELS[step]}: ${field.label}`;
  return html`<div>
    <span aria-hidden="true">${field.label}</span>
    ${
      field.choices === undefined
        ? html`<vscode-textfield .label=${name} data-field=${id} .value=${text} ?invalid=${draft !== undefined} @input=${set}></vscode-textfield>`
        : html`<vscode-single-select .label=${name} data-field=${id} .value=${text} @change=${set}>
            ${field.choices.map(choice => html`<vscode-option value=${choice} ?selected=${choice === text}>${choice}</vscode-option>`)}
          </vscode-single-select>`
    }
    ${draft === undefined ? nothing : html`<span class="error" role="alert">${draft.error}</span>`}
  </div>`;
}
