import type { Analysis, Finding, Quote } from '../core/quote/analysis';
import { type Edit, isRefusal, type Refusal } from '../core/source/edit';
import { placeInCell } from '../core/source/notebook/join-cells';
import type { Span, Uri } from '../core/source/span';
import type { FromWorker } from '../protocol/worker';
import type { JoinedNotebook } from './open-notebooks';

type Arrived = Extract<FromWorker, { type: 'analysis' }>;

/**
 * The analysis of a notebook as one analysis a cell, with all places in the cells they stand in. A cell gets the requests of which
 * anything stands in it, and the findings of those. Each rests on all cells, since an earlier one may say what a later one sends.
 */
export function analysesOfCells(notebook: JoinedNotebook, message: Arrived): readonly Arrived[] {
  const inCells = withPlacesInCells(notebook, message.analysis);
  const versionOfCell = notebook.cells.map((cell, index) => [cell, notebook.versions[index] ?? 0] as const);
  const versions = { ...message.versions, ...Object.fromEntries(versionOfCell) };
  return versionOfCell.map(([uri, version]) => {
    const quotes = inCells.quotes.filter(quote => standsIn(quote, uri));
    const sites = new Set(quotes.map(quote => quote.site.identity));
    const isHere = ({ at, site }: Finding) => at.uri === uri || sites.has(site);
    const findings = inCells.findings.filter(isHere);
    const refactorings = inCells.refactorings?.filter(isHere) ?? [];
    const problems = inCells.problems.filter(problem => problem.at.uri === uri);
    return { ...message, analysis: { ...inCells, uri, version, quotes, findings, refactorings, problems }, versions };
  });
}

/** Edits of the joined text as edits of cells. */
export function editsOfCells<E extends Edit>(notebook: JoinedNotebook, result: readonly E[] | Refusal): readonly E[] | Refusal {
  if (isRefusal(result)) return result;
  const edits: E[] = [];
  for (const edit of result) {
    const inCell = edit.uri === notebook.uri ? placeOf(notebook, edit) : edit;
    if (inCell.end - inCell.start !== edit.end - edit.start)
      return { refused: 'This would change several cells at once, which has to be done by hand.' };
    edits.push({ ...edit, ...inCell });
  }
  return edits;
}

function placeOf({ joined, cells, uri }: JoinedNotebook, { start, end }: { readonly start: number; readonly end: number }): Span {
  const place = placeInCell(joined, start, end);
  return { uri: cells[place.cell] ?? uri, start: place.start, end: place.end };
}

function standsIn({ site, parts, prefix }: Quote, cell: Uri): boolean {
  const places = [site.at, ...parts.map(part => part.at), ...prefix.at, ...(prefix.cut === undefined ? [] : [prefix.cut.at])];
  return places.some(place => place.uri === cell);
}

/** Plain data, in which whatever has an address, a start and an end is a place. */
function withPlacesInCells(notebook: JoinedNotebook, analysis: Analysis): Analysis {
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || value === null) return value;
    const mapped = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(part)]));
    return isPlace(value) && value.uri === notebook.uri ? { ...mapped, ...placeOf(notebook, value) } : mapped;
  };
  return map(analysis) as Analysis;
}

function isPlace(value: object): value is Span {
  return 'uri' in value && 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
}
