import { html, nothing, type TemplateResult } from 'lit';
import { MOST_SAMPLES, type VerifyState } from '../../core/present/verify/state';
import type { PairView, ResultView, SideChoice, VerifyView } from '../../core/present/verify/verify-view';
import { CRITERIA, type Criterion } from '../../core/verify/agreement';
import type { FromVerify } from '../../protocol/verify';
import { table } from '../frame/table';

export interface Shown {
  readonly view: VerifyView;
  readonly state: VerifyState;
  change(changed: Partial<VerifyState>): void;
  send(message: FromVerify): void;
}

export function verifyPage(shown: Shown): TemplateResult {
  const { view, send } = shown;
  const { title, path, change, refused, progress, result } = view;
  return html`<main>
    <h1>Verify <span data-part="change">${change}</span></h1>
    <p><button class="link" @click=${() => send({ type: 'open' })}>${title}</button> <span class="quiet">${path}</span></p>
    ${
      refused === undefined
        ? html`${view.notes.map(note => html`<p class="quiet">${note}</p>`)} ${samplesPart(shown)} ${howPart(shown)} ${whoPart(shown)} ${runPart(shown)}`
        : html`<p role="alert" data-part="refused">${refused}</p>`
    }
    ${progress === undefined ? nothing : html`<p role="status" data-part="progress"><progress max=${progress.of} value=${progress.done} aria-label="Samples done"></progress> ${progress.text}</p>`}
    ${result === undefined ? nothing : resultPart(result)}
  </main>`;
}

const written = (event: Event) => (event.target as HTMLInputElement).value;

function samplesPart({ view, state, change, send }: Shown): TemplateResult {
  const { holes, samples } = view;
  const values = holes.map(hole => `“${hole}”`).join(', ');
  const asked =
    holes.length === 0
      ? 'Nothing is filled in, so each call sends the same.'
      : holes.length === 1
        ? `Each sample fills in ${values}: one a line, or JSON lines or a table with that name.`
        : `Each sample fills in ${values}: JSON lines, or a table with these names.`;
  const isTyped = holes.length > 0;
  return html`<section aria-label="Samples">
    <h2>Samples</h2>
    <p class="quiet">${asked}</p>
    ${
      isTyped
        ? html`<textarea aria-label="Samples, typed in" data-field="typed" rows="6" spellcheck="false" .value=${state.typed}
            @input=${(event: Event) => change({ typed: written(event) })}></textarea>
          <div class="row">
            <vscode-button secondary data-action="choose-file" @click=${() => send({ type: 'choose-file' })}>Choose a File…</vscode-button>
            <vscode-button secondary data-action="forget-file" @click=${() => send({ type: 'forget-file' })}>Use What Is Typed</vscode-button>
          </div>`
        : nothing
    }
    ${numberField('Samples at most', 'samples', state.samples, 1, MOST_SAMPLES, samples => change({ samples: Math.round(samples) }))}
    ${samples === undefined ? nothing : html`<p role="status" data-part="samples">${samples.text}</p>${samples.problems.map(problem => html`<p role="alert" class="problem">${problem}</p>`)}`}
  </section>`;
}

const CRITERION_TITLES: Readonly<Record<Criterion, string>> = {
  exact: 'They are the same',
  fields: 'All fields of their JSON are the same',
  similar: 'They have 80% of their words in common',
  judge: 'A judge says that the second is as good',
};

function howPart({ view, state, change }: Shown): TemplateResult {
  const criterion = state.criterion ?? view.defaults.criterion;
  return html`<section aria-label="What counts">
    <h2>What counts</h2>
    <div class="row">
      <label>Answers agree if<select data-field="criterion" @change=${(event: Event) => {
        const chosen = CRITERIA.find(each => each === written(event));
        if (chosen !== undefined) change({ criterion: chosen });
      }}>${CRITERIA.map(each => html`<option value=${each} ?selected=${each === criterion}>${CRITERION_TITLES[each]}</option>`)}</select></label>
      ${numberField('Bar: that has to hold for, %', 'bar', state.bar * 100, 0, 100, bar => change({ bar: bar / 100 }))}
      ${numberField('Spend at most, $', 'limit', state.limitUsd ?? view.defaults.limitUsd, 0, 1e6, limitUsd => change({ limitUsd }))}
    </div>
    ${
      criterion === 'judge'
        ? html`<div class="row"><label>Judge<input data-field="judge" placeholder="id of a model" .value=${state.judge}
              @change=${(event: Event) => change({ judge: written(event).slice(0, 200) })}></label></div>
            <label>Rubric<textarea data-field="rubric" rows="3" .value=${state.rubric}
              @change=${(event: Event) => change({ rubric: written(event).slice(0, 10_000) })}></textarea></label>`
        : nothing
    }
    <label class="check"><input type="checkbox" data-field="keeps" .checked=${state.keepsAnswers}
      @change=${(event: Event) => change({ keepsAnswers: (event.target as HTMLInputElement).checked })}> Save the answers, too. Otherwise only figures are saved.</label>
  </section>`;
}

function whoPart({ view, state, change, send }: Shown): TemplateResult {
  const choice = ({ side, model, routes }: SideChoice) => {
    const chosen = side === 'today' ? state.todayRoute : state.changedRoute;
    const choose = (event: Event) => change(side === 'today' ? { todayRoute: written(event) } : { changedRoute: written(event) });
    return html`<div class="row">
      <label>${side === 'today' ? 'Today' : 'Changed'}: ${model}, at<select data-field=${`route-${side}`} @change=${choose}>${routes.map(
        ({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`,
      )}</select></label>
      <button class="link" aria-label=${`Set the key for ${model}…`} @click=${() => send({ type: 'set-key', side })}>Set the key…</button>
    </div>`;
  };
  return html`<section aria-label="Who is asked"><h2>Who is asked</h2>${view.sides.map(choice)}</section>`;
}

function runPart({ view, state, send }: Shown): TemplateResult {
  return html`<div class="row run">
    ${
      view.progress === undefined
        ? html`<vscode-button data-action="run" @click=${() => send({ type: 'run', state })}>Run…</vscode-button>`
        : html`<vscode-button data-action="cancel" @click=${() => send({ type: 'cancel' })}>Cancel</vscode-button>`
    }
    <span class="quiet">Hosts and price are shown before anything is sent.</span>
  </div>`;
}

/** A number between two ends; what isn't one is marked, and the one before holds until it is. */
function numberField(
  label: string,
  name: string,
  value: number,
  least: number,
  most: number,
  set: (value: number) => void,
): TemplateResult {
  const onChange = (event: Event) => {
    const stated = Number(written(event));
    if (written(event).trim() !== '' && stated >= least && stated <= most) set(stated);
  };
  return html`<label>${label}<input data-field=${name} type="number" min=${least} max=${most} step="any" required .value=${String(Number(value.toFixed(4)))} @change=${onChange}>
    <span class="problem">${least} to ${most.toLocaleString('en')}</span></label>`;
}

function resultPart({ verdict, kind, stopped, saved, figures, pairs }: ResultView): TemplateResult {
  return html`<section aria-label="Result" class="result">
    <h2>Result</h2>
    <p class="verdict ${kind}" role="status" data-part="verdict" data-kind=${kind}>${verdict}</p>
    ${stopped === undefined ? nothing : html`<p role="alert" data-part="stopped">${stopped}</p>`}
    ${table(
      'Both requests on the same samples, as they were billed.',
      [
        { title: 'Measured', cell: ({ measure }) => measure },
        { title: 'Today', isNumber: true, cell: ({ today }) => today },
        { title: 'Changed', isNumber: true, cell: ({ changed }) => changed },
      ],
      figures,
    )}
    ${saved === undefined ? nothing : html`<p class="quiet" data-part="saved">${saved}</p>`}
    <h2>Answers</h2>
    ${table<PairView>(
      'Each sample with both answers; those that differ come first.',
      [
        { title: 'Sample', cell: ({ sample }) => html`<span class="answer">${sample}</span>` },
        { title: 'Agreement', cell: ({ agreement, kind: how }) => html`<span data-pair=${how}>${agreement}</span>` },
        { title: 'Today', cell: ({ today }) => html`<span class="answer">${today}</span>` },
        { title: 'Changed', cell: ({ changed }) => html`<span class="answer">${changed}</span>` },
      ],
      pairs,
    )}
  </section>`;
}
