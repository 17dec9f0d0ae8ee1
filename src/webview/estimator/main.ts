import './estimator.css';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, render } from 'lit';
import { newMemory } from '../../core/present/estimator/calls';
import type { EstimatorData } from '../../core/present/estimator/data';
import { type EstimatorView, estimatorView } from '../../core/present/estimator/estimator-view';
import { exported } from '../../core/present/estimator/exports';
import { type EstimatorState, estimatorStateSchema, FIRST_STATE } from '../../core/present/estimator/state';
import { type Numerals, numeralsOf } from '../../core/present/numerals';
import { type FromEstimator, type ToEstimator, toEstimatorSchema } from '../../protocol/estimator';
import { chartAsSvg } from '../frame/chart';
import { connectHost } from '../frame/host';
import { estimatorPage, type PageActions } from './page';
import type { ChangedState, Drafts, Shown } from './shown';

start(document.getElementById('page') ?? document.body);

/** Draws the page anew whenever the workspace or what a person set changes. */
function start(place: HTMLElement): void {
  const drafts: Drafts = new Map();
  let data: EstimatorData | undefined;
  let numerals: Numerals = numeralsOf();
  let memory = newMemory();
  let view: EstimatorView | undefined;

  const host = connectHost<ToEstimator, FromEstimator, EstimatorState>(toEstimatorSchema, estimatorStateSchema, message => {
    if (message.type === 'scenario') return change({ scenario: message.scenario, name: message.name });
    data = message.data;
    numerals = numeralsOf(() => message.currency);
    memory = newMemory();
    draw();
  });
  let state = host.kept ?? FIRST_STATE;

  const change = (changed: ChangedState) => {
    const { callsPerDay, ...rest } = { ...state, ...changed };
    state = callsPerDay === undefined ? rest : { ...rest, callsPerDay };
    host.keep(state);
    draw();
  };
  const named = (name: string) => data?.scenarios[name];
  const save = (name: string, scenario = state.scenario) => {
    if (name === '') return;
    host.send({ type: 'save-scenario', name, scenario });
    change({ name });
  };
  const scenarioActions: Shown['scenarioActions'] = {
    open: name => {
      drafts.clear();
      change({ name, scenario: named(name) ?? state.scenario });
    },
    save: name => save(name),
    duplicate: name => save(`${name} (copy)`, named(name)),
    share: name => host.send({ type: 'share-scenario', name, scenario: named(name) ?? state.scenario }),
    remove: name => host.send({ type: 'delete-scenario', name }),
    take: () => host.send({ type: 'take-scenario' }),
  };
  const actions: PageActions = {
    scan: () => host.send({ type: 'scan' }),
    export: format => {
      const text = format === 'svg' ? chartAsSvg(place) : view && exported(format, view, state, numerals);
      if (text !== undefined) host.send({ type: 'export', format, text });
    },
  };
  const draw = () => {
    if (data === undefined) {
      render(html`<main><p role="status">Looking for calls in the workspace…</p></main>`, place);
      return;
    }
    view = estimatorView(data, state, numerals, memory);
    const shown: Shown = {
      data,
      state,
      view,
      numerals,
      memory,
      change,
      drafts,
      redraw: () => draw(),
      open: at => host.send({ type: 'open', at }),
      findModel: id => {
        if (id !== '') host.send({ type: 'find-model', id });
      },
      importUsage: () => host.send({ type: 'import-usage' }),
      scenarioActions,
    };
    render(estimatorPage(shown, actions), place);
  };

  draw();
  window.addEventListener('resize', () => draw());
  host.send({ type: 'ready' });
}
