import * as Plot from '@observablehq/plot';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A drawing for the eye; the table that each chart comes with says the same in words. */
export function chart(label: string, options: Plot.PlotOptions): TemplateResult {
  return html`<figure class="chart" role="img" aria-label=${label} ${ref(place => {
    // Only what is in the document has a width.
    if (place instanceof HTMLElement) queueMicrotask(() => draw(place, options));
  })}></figure>`;
}

const LEAST_WIDTH = 280;
const MOST_WIDTH = 860;

function draw(place: HTMLElement, options: Plot.PlotOptions): void {
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, place.clientWidth || MOST_WIDTH));
  const drawn = Plot.plot({ ...options, width, className: 'plot' });
  // The page's policy forbids style sheets that aren't files; ours says what this one would.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  // The figure has a name, and its table the values; names of the groups of shapes inside say nothing to anybody.
  for (const group of drawn.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  place.replaceChildren(drawn);
}

/** The chart on screen as a file of its own: with the colours that the theme gives it now. Undefined: there is none. */
export function chartAsSvg(page: ParentNode): string | undefined {
  const drawn = page.querySelector('figure.chart svg');
  if (drawn === null) return undefined;
  const copy = drawn.cloneNode(true) as SVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of originals.entries()) {
    const { fill, stroke, fontFamily, fontSize, color } = getComputedStyle(original);
    const target = copies[index];
    if (!(target instanceof SVGElement)) continue;
    target.setAttribute('fill', fill);
    target.setAttribute('stroke', stroke);
    if (target.tagName === 'text' || target === copy) Object.assign(target.style, { fontFamily, fontSize, color });
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}
