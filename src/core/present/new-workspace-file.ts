import type { Quote } from '../quote/analysis';
import { WORKSPACE_FILE_VERSION } from '../workspace-file/name';
import { isAside } from './aside';
import { modelName } from './model-name';
import type { Numerals } from './numerals';
import { countedOnce, type FileSpend, spendOf, spendText, usdOf } from './spend';

/** Beyond this nobody reads the list; the others can be added one by one. */
const MOST_CALLS = 200;

interface Found {
  /** From the folder on. */
  readonly path: string;
  readonly quote: Quote;
}

/**
 * A workspace file that names what a scan found: features by folder, and each call with what could be said of it, in comments. Nothing is
 * stated in it that only a person can know.
 */
export function newWorkspaceFile(files: readonly FileSpend[], numerals: Numerals): string {
  const found = countedOnce(files)
    .filter(file => !isAside(file.path))
    .flatMap(({ path, quotes }) => quotes.map((quote): Found => ({ path, quote })))
    .filter(({ quote }) => !quote.site.flatRate)
    .sort((one, other) => (usdOf(other.quote)?.value ?? -1) - (usdOf(one.quote)?.value ?? -1) || (one.path < other.path ? -1 : 1));
  const features = featuresOf(found);
  const shown = found.slice(0, MOST_CALLS);
  return `{
  "version": ${WORKSPACE_FILE_VERSION},

  // Take away the slashes of what you know. Money is shown per month as soon as callsPerDay is stated: of one call, of a feature
  // ("feature:…"), or of all files that a glob names ("src/chat/**"). A range is [low, high].

  // Calls that belong together.
  "features": {${list(features.map(([name, glob]) => `${JSON.stringify(name)}: [${JSON.stringify(glob)}]`))}},

  "calls": {${list(shown.map(call => entryOf(call, numerals)))}},${ending(found.length - shown.length)}

  // What users get done, and the calls it takes: for the cost of a task and of a user.
  // "tasks": { "ticket": { "calls": { "${features[0] === undefined ? '**' : `feature:${features[0][0]}`}": 2 }, "retries": 0.1, "tasksPerDay": 100 } },

  // US dollars. promptfare scan --budget fails above an error limit.
  // "budgets": { "usdPerCall": { "warn": 0.05 }, "usdPerMonth": { "warn": 500, "error": 1000 } }
}
`;
}

function ending(more: number): string {
  return more === 0 ? '' : `\n  // ${more} more calls were found, which cost less each.`;
}

/** Folders with calls, where there are several to tell apart. */
function featuresOf(found: readonly Found[]): readonly (readonly [name: string, glob: string])[] {
  const folders = [...new Set(found.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : [])))];
  // Where one folder lies in another, the calls of both belong together.
  const outer = folders.filter(folder => !folders.some(other => folder.startsWith(`${other}/`)));
  const names = outer.map(folder => folder.slice(folder.lastIndexOf('/') + 1));
  if (outer.length < 2) return [];
  return outer.map((folder, index) => {
    const name = names[index] ?? folder;
    const isTaken = names.filter(other => other === name).length > 1;
    return [isTaken ? folder : name, `${globFor(folder)}/**`] as const;
  });
}

/** Signs that a glob would read as its own stand for themselves in brackets. */
function globFor(folder: string): string {
  return folder.replace(/[*?[\]{}()!]/g, '[$&]');
}

function entryOf({ path, quote }: Found, numerals: Numerals): string {
  const facts = [modelName(quote) ?? 'model unknown', spendText(spendOf([quote]), numerals)].filter(fact => fact !== '');
  const statements = [
    '"callsPerDay": 1000',
    ...(quote.outputCapTokens === 0 ? [] : ['"outputTokens": 300']),
    ...(quote.holes.length === 0 ? [] : [`"holes": { ${quote.holes.map(hole => `${JSON.stringify(hole)}: 500`).join(', ')} }`]),
  ];
  const lines = statements.map((statement, index) => `      // ${statement}${index < statements.length - 1 ? ',' : ''}`);
  const name = JSON.stringify(`${path}#${quote.site.identity}`);
  return [`// ${oneLine(facts.join(' · '))}`, `    ${name}: {`, ...lines, '    }'].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n    ${items.join(',\n    ')}\n  `;
}
