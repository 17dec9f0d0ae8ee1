import path from 'node:path';
import { link, summarize } from '../../src/core/pipeline';
import type { CallSite } from '../../src/core/request/call-site';
import { grammarFor, languageOfUri } from '../../src/core/source/languages/index';
import type { FileSummary } from '../../src/core/source/summary';
import { createGrammars, type Grammars } from '../../src/node/grammars';
import { type ClassFigures, classFigures } from './class-figures';
import { labelledRequests } from './labelled-requests';
import type { Measurement } from './measurement';

/** How often the kind of task is read wrongly or not at all, in the half of the labelled requests that nothing was tuned on. */
export async function measureRouting(dist: string): Promise<Measurement[]> {
  const grammars = createGrammars(path.join(dist, 'grammars'));
  const requests = await labelledRequests((uri, text) => sitesOf(uri, text, grammars));
  const figures = classFigures(requests.filter(({ half }) => half === 'measuring'));
  console.log(confusionTable(figures));
  return [
    { name: `task classes: wrong, of those said (${figures.requests} requests)`, value: (1 - figures.accuracy) * 100, unit: '%' },
    { name: 'task classes: has one, and none is said', value: (1 - figures.coverage) * 100, unit: '%' },
    {
      name: `task classes: wrong, of ${figures.saidHigh} said with high certainty`,
      value: (figures.wrongHigh.length / figures.saidHigh) * 100,
      unit: '%',
    },
  ];
}

async function sitesOf(uri: string, text: string, grammars: Grammars): Promise<readonly CallSite[]> {
  const summary = await summaryOf(uri, text, grammars);
  return link(uri, { get: asked => (asked === uri ? summary : null) }).sites;
}

async function summaryOf(uri: string, text: string, grammars: Grammars): Promise<FileSummary> {
  const language = languageOfUri(uri);
  if (language === undefined) return summarize({ uri, text }, []);
  const tree = (await grammars(grammarFor(language)))(text, { budget: 60_000 });
  if (typeof tree !== 'object') throw new Error(`${uri} was not parsed`);
  const summary = summarize({ uri, text, tree: { language, root: tree.root } }, []);
  tree.release();
  return summary;
}

/** A row a label, a column for what was said of it; what is never said has none. */
function confusionTable({ accuracy, coverage, confusion }: ClassFigures): string {
  const said = [...new Set([...confusion.values()].flatMap(row => [...row.keys()]))].sort();
  const width = Math.max(...[...confusion.keys()].map(label => label.length));
  const cell = (text: string) => text.slice(0, 8).padStart(9);
  const rows = [...confusion].sort(([a], [b]) => a.localeCompare(b));
  return [
    `accuracy ${(accuracy * 100).toFixed(1)} %, coverage ${(coverage * 100).toFixed(1)} %`,
    `${''.padEnd(width)}${said.map(cell).join('')}`,
    ...rows.map(([label, row]) => `${label.padEnd(width)}${said.map(task => cell(String(row.get(task) ?? '·'))).join('')}`),
  ].join('\n');
}
