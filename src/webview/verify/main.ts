import './verify.css';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, render } from 'lit';
import { FIRST_VERIFY_STATE, type VerifyState, verifyStateSchema } from '../../core/present/verify/state';
import type { VerifyView } from '../../core/present/verify/verify-view';
import { type FromVerify, type ToVerify, toVerifySchema } from '../../protocol/verify';
import { connectHost } from '../frame/host';
import { verifyPage } from './page';

start(document.getElementById('page') ?? document.body);

/** Typing comes in bursts, and each is read anew. */
const REST_MS = 300;

/** Draws the page anew whenever the host says something else or a person sets something. */
function start(place: HTMLElement): void {
  let view: VerifyView | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const host = connectHost<ToVerify, FromVerify, VerifyState>(toVerifySchema, verifyStateSchema, message => {
    view = message.view;
    draw();
  });
  let state = host.kept ?? FIRST_VERIFY_STATE;
  const change = (changed: Partial<VerifyState>) => {
    state = { ...state, ...changed };
    host.keep(state);
    draw();
    clearTimeout(rest);
    rest = setTimeout(() => host.send({ type: 'samples', state }), REST_MS);
  };
  const draw = () => {
    const page = view === undefined ? nothingChosen : verifyPage({ view, state, change, send: host.send });
    render(page, place);
  };
  draw();
  host.send({ type: 'samples', state });
  host.send({ type: 'ready' });
}

const nothingChosen = html`<main>
  <h1>Verify a change</h1>
  <p role="status">Choose what to verify: “Verify…” in the routing panel, or “Verify a fix on samples…” in the light bulb at a call.</p>
</main>`;
