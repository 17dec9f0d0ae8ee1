import { belongs, exportsName, isSurelyPackage } from '../sdks/exports';
import { SDKS } from '../sdks/registry';
import { createSdkIndex } from '../sdks/sdk-index';
import type { Uri } from '../source/span';
import type { CodeSummary } from '../source/summary';
import type { KnownPackages } from './evaluation';
import { createEvaluator, MOST_STEPS_OF_FILE } from './evaluator';
import { type KnownSite, SitesByCall } from './kept-sites';
import { linkPrompt } from './link-prompt';
import type { Linked, SummaryStore } from './linked';
import { createLinkMemory, type LinkMemory } from './memory';
import { collectSites } from './sites';

const INDEX = createSdkIndex(SDKS);
const PACKAGES: KnownPackages = {
  isPackage: module => isSurelyPackage(module, INDEX.ofModule(module)),
  isCommon: module => INDEX.ofModule(module).every(sdk => !belongs(module, sdk) || sdk.traces !== undefined),
  hasExport: (module, name) => INDEX.ofModule(module).some(sdk => belongs(module, sdk) && exportsName(sdk, name)),
};

/** Step 2 for one file: its calls, followed as far as the store reaches. `memory`: what links of other files have found out. */
export function linkFile(root: Uri, store: SummaryStore, memory?: LinkMemory): Linked {
  const summary = store.get(root);
  if (summary === undefined) return { root, sites: [], problems: [], pending: [root], dependsOn: [] };
  if (summary === null) return { root, sites: [], problems: [], pending: [], dependsOn: [] };
  if (summary.kind === 'text' || summary.kind === 'folder')
    return { root, sites: [], problems: summary.problems, pending: [], dependsOn: [] };
  if (summary.kind === 'prompt') return linkPrompt(summary, store);
  return linkCode(summary, store, memory ?? createLinkMemory());
}

function linkCode(summary: CodeSummary, store: SummaryStore, memory: LinkMemory): Linked {
  const { uri: root } = summary;
  const evaluator = createEvaluator(store, PACKAGES, memory, summary);
  const known = new SitesByCall(memory.passages, summary, evaluator.records);
  const found = numbered(collectSites(evaluator, summary, INDEX, known));
  const isLong = evaluator.steps() + known.stepsTakenOver > MOST_STEPS_OF_FILE / 2;
  if (known.isDoubtful || (known.stepsTakenOver > 0 && isLong)) return linkCode(summary, store, { ...memory, passages: new WeakMap() });
  // In an order that doesn't hang on what was worked out before.
  const dependsOn = [...evaluator.records.dependsOn()].filter(uri => uri !== root).sort();
  const start = { uri: root, start: 0, end: 0 };
  const given = { message: 'This file is too intricate to be followed to the end; some calls, models or texts may be missing.', at: start };
  const problems = evaluator.exhausted() ? [...summary.problems, given] : summary.problems;
  const origins = new Map(found.flatMap(({ site, origin }) => (origin === undefined ? [] : [[site, origin] as const])));
  return {
    root,
    sites: found.map(({ site }) => site),
    problems,
    pending: [...evaluator.records.pending],
    dependsOn,
    ...(summary.passages && { edited: { passages: summary.passages, origins } }),
  };
}

/** Several calls of one API in one function are told apart by their order. */
function numbered(sites: readonly KnownSite[]): readonly KnownSite[] {
  const seen = new Map<string, number>();
  return sites.map(({ site, ...known }) => {
    const base = `${site.symbol}/${site.via.length > 0 ? `${site.via.join('>')}/` : ''}${site.api}`;
    const ordinal = seen.get(base) ?? 0;
    seen.set(base, ordinal + 1);
    return { ...known, site: { ...site, identity: `${base}#${ordinal}` } };
  });
}
