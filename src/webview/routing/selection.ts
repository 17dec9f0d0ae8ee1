import * as Plot from '@observablehq/plot';
import { html, nothing, type TemplateResult } from 'lit';
import type { SelectionView } from '../../core/present/routing/routing-view';
import { STRATEGIES } from '../../core/present/routing/state';
import { chart } from '../frame/chart';
import { tabs } from '../frame/tabs';
import { type Shown, writtenIn } from './shown';

/** What is selected, together: how it could be shared between two models, and what that costs. */
export function selectionPart(shown: Shown): TemplateResult {
  const { view, state, change, send } = shown;
  const { selection } = view;
  if (selection === undefined)
    return html`<section aria-label="Selected calls"><p class="quiet">Select calls to see what they cost together, and how else they could be routed.</p>${exportButton(shown)}</section>`;
  const { calls, today, after, per, saves, basis, latency, fixable } = selection;
  return html`<section aria-label="Selected calls" class="selection">
    <h2>${calls === 1 ? '1 call' : `${calls} calls`} selected</h2>
    <p class="headline" data-part="sum" role="status">${today} → ${after} ${per}: ${saves}</p>
    <p class="quiet">${basis}</p>
    ${tabs(
      {
        label: 'Strategies',
        names: STRATEGIES,
        titles: { static: 'Static', dynamic: 'Classifier', cascade: 'Cascade' },
        selected: state.strategy,
        select: strategy => change({ strategy }),
      },
      html`${strategyFields(shown)}<p>${latency}</p>${cascadePart(selection)}`,
    )}
    <div class="row">
      <vscode-button data-action="apply" ?disabled=${fixable === 0 || state.strategy !== 'static'}
        @click=${() => send({ type: 'apply', ids: state.selected })}>Apply to ${fixable === 1 ? '1 call' : `${fixable} calls`}…</vscode-button>
      ${exportButton(shown)}
    </div>
    ${state.strategy === 'static' ? nothing : html`<p class="quiet">A ${state.strategy === 'cascade' ? 'cascade' : 'classifier'} is code of its own: export one to begin with.</p>`}
  </section>`;
}

function exportButton({ send }: Shown): TemplateResult {
  return html`<vscode-button secondary data-action="export" @click=${() => send({ type: 'export' })}>Export…</vscode-button>`;
}

function strategyFields({ state, change }: Shown): TemplateResult {
  if (state.strategy === 'static') return html`<p>All of these calls go to the suggested models.</p>`;
  if (state.strategy === 'dynamic')
    return html`<p>A classifier looks at each call, and sends the easy ones to the suggested models.</p>
      <div class="row">
        ${field('Share of easy calls, %', 'easyShare', state.easyShare * 100, 100, value => change({ easyShare: value / 100 }))}
        ${field('Classifier, $ for 1,000 calls', 'classifierUsd', state.classifierUsd, 1e6, classifierUsd => change({ classifierUsd }))}
        ${field('Classifier, ms', 'classifierMs', state.classifierMs, 1e6, classifierMs => change({ classifierMs }))}
      </div>`;
  return html`<p>The suggested model answers first. What a scorer finds poor is asked of today’s model again.</p>
    <div class="row">
      ${field('Escalated, %', 'escalationRate', state.escalationRate * 100, 100, value => change({ escalationRate: value / 100 }))}
      ${field('Scorer, $ for 1,000 calls', 'scorerUsd', state.scorerUsd, 1e6, scorerUsd => change({ scorerUsd }))}
    </div>`;
}

/** What is no number in its bounds is left alone until it is one. */
function field(label: string, name: string, value: number, most: number, set: (value: number) => void): TemplateResult {
  const onChange = (event: Event) => {
    const stated = Number(writtenIn(event));
    if (writtenIn(event).trim() !== '' && stated >= 0 && stated <= most) set(stated);
  };
  return html`<div><span aria-hidden="true">${label}</span>
    <vscode-textfield .label=${label} data-field=${name} .value=${String(Number(value.toFixed(4)))} @change=${onChange}></vscode-textfield></div>`;
}

const BLUE = 'var(--vscode-charts-blue)';
const RED = 'var(--vscode-charts-red)';

function cascadePart({ curve, breakEven, breakEvenText, todayUsd, per }: SelectionView): TemplateResult {
  if (curve.length === 0) return html``;
  const inSight = breakEven !== undefined && breakEven > 0 && breakEven <= 1;
  return html`<p data-part="break-even">${breakEvenText}</p>${chart(
    `What the calls cost ${per} at each share of escalated calls. ${breakEvenText}`,
    {
      marginLeft: 60,
      marginRight: 110,
      height: 240,
      x: { label: 'Share of escalated calls', percent: true },
      y: { label: `US dollars ${per}`, grid: true, zero: true },
      marks: [
        Plot.ruleY([todayUsd], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.text([todayUsd], {
          y: usd => usd,
          frameAnchor: 'right',
          text: () => 'today',
          textAnchor: 'start',
          dx: 6,
          fill: 'currentColor',
        }),
        Plot.line(curve, { x: 'rate', y: 'usd', stroke: BLUE, strokeWidth: 2 }),
        ...(inSight
          ? [
              Plot.ruleX([breakEven], { stroke: RED, strokeDasharray: '2 3' }),
              Plot.dot([breakEven], { x: rate => rate, y: () => todayUsd, fill: RED }),
            ]
          : []),
        Plot.ruleY([0]),
      ],
    },
  )}`;
}
