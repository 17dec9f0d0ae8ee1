import './routing.css';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, render } from 'lit';
import { type Numerals, numeralsOf } from '../../core/present/numerals';
import type { RoutingData } from '../../core/present/routing/data';
import { routingView } from '../../core/present/routing/routing-view';
import { FIRST_STATE, type RoutingState, routingStateSchema } from '../../core/present/routing/state';
import { type FromRouting, type ToRouting, toRoutingSchema } from '../../protocol/routing';
import { connectHost } from '../frame/host';
import { routingPage } from './page';

start(document.getElementById('page') ?? document.body);

/** Draws the page anew whenever the code or what a person set changes. */
function start(place: HTMLElement): void {
  let data: RoutingData | undefined;
  let numerals: Numerals = numeralsOf();
  const host = connectHost<ToRouting, FromRouting, RoutingState>(toRoutingSchema, routingStateSchema, message => {
    data = message.data;
    numerals = numeralsOf(() => message.currency);
    draw();
  });
  let state = host.kept ?? FIRST_STATE;
  const change = (changed: Partial<RoutingState>) => {
    state = { ...state, ...changed };
    host.keep(state);
    draw();
  };
  const draw = () => {
    if (data === undefined) {
      render(html`<main><p role="status">Looking for calls in the workspace…</p></main>`, place);
      return;
    }
    render(routingPage({ data, state, view: routingView(data, state, numerals), change, send: host.send }), place);
  };
  draw();
  window.addEventListener('resize', () => draw());
  host.send({ type: 'ready' });
}
