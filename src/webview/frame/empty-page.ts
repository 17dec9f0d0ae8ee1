import { html, type TemplateResult } from 'lit';
import { ELSEWHERE, type ScanState } from '../../core/present/scan-state';

/** A page that has no calls to show: why, and what to do. `look` scans the workspace. */
export function emptyPage(title: string, scan: ScanState, look: () => void): TemplateResult {
  return html`<main>
    <h1>${title}</h1>
    ${whyEmpty(scan, look)}
  </main>`;
}

function whyEmpty(scan: ScanState, look: () => void): TemplateResult {
  switch (scan) {
    case 'scanning':
      return html`<p role="status">Looking for calls in the workspace…</p>`;
    case 'elsewhere':
      return html`<p>${ELSEWHERE}</p>`;
    default:
      return html`<p>No call of a model and no prompt was found in this workspace. Open a folder whose code calls one, then look again.</p>
        <vscode-button @click=${look}>Scan Workspace</vscode-button>`;
  }
}
