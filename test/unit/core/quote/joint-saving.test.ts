import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysed } from '../../../../src/core/quote/analysed';
import type { Finding, Quote } from '../../../../src/core/quote/analysis';
import { isKnown } from '../../../../src/core/quote/basis';
import { isRefusal } from '../../../../src/core/source/edit';
import { readNotebook } from '../../../../src/core/source/notebook/read-notebook';
import type { Uri } from '../../../../src/core/source/span';
import { FIXTURES } from '../rules/fixture/cases';
import { applied } from '../rules/fixture/edit-properties';
import { analyseIn, type Files } from '../rules/fixture/project';
import * as oracle from './oracle';

const EXAMPLES = join(__dirname, '../../../../examples');
const CODE = /\.(?:py|ts|ipynb)$/;

/** Prices by plain model id; the examples name no others in what they could save. */
const PRICES: Readonly<Record<string, oracle.OraclePrice>> = {
  'claude-sonnet-5-5': oracle.SONNET_5_5,
  'claude-opus-5-5': oracle.OPUS_5_5,
  'gpt-5.4': oracle.GPT_5_4,
  'gpt-6-sol': oracle.GPT_6_SOL,
};

/** The examples as one project. A notebook takes part as the code of its cells. */
function examples(): Files {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:py|ts|md|ipynb)$/.test(name));
  return new Map(
    names.map(name => {
      const path = join(EXAMPLES, name);
      const uri = pathToFileURL(path).href;
      const text = readFileSync(path, 'utf8');
      if (!name.endsWith('.ipynb')) return [uri, text] as const;
      const notebook = readNotebook(uri, text);
      assert.ok('joined' in notebook);
      return [uri.replace(/\.ipynb$/, '_cells.py'), notebook.joined.text] as const;
    }),
  );
}

async function analysedAll(files: Files): Promise<readonly Analysed[]> {
  const all: Analysed[] = [];
  for (const uri of files.keys()) if (CODE.test(uri)) all.push(await analyseIn(files, uri));
  return all;
}

interface Taken {
  readonly root: Uri;
  readonly finding: Finding;
}

/** What the first fix of each finding that names a saving makes of the files, one after the other. */
async function withAllSavings(files: Files): Promise<{ readonly files: Files; readonly taken: readonly Taken[] }> {
  const taken: Taken[] = [];
  let now = files;
  for (let round = 0; round < 20; round++) {
    const next = await firstSaving(now);
    if (next === undefined) return { files: now, taken };
    taken.push(next);
    now = next.files;
  }
  return assert.fail('fixes come to an end');
}

async function firstSaving(files: Files): Promise<(Taken & { readonly files: Files }) | undefined> {
  for (const analysed of await analysedAll(files)) {
    const { findings, uri } = analysed.analysis;
    const finding = findings.find(each => each.saving !== undefined && each.fixes.length > 0);
    const edits = finding && analysed.edit(finding.fixes[0]?.id ?? '');
    if (finding === undefined || edits === undefined) continue;
    assert.ok(!isRefusal(edits), finding.message);
    return { root: uri, finding, files: applied(files, edits) };
  }
  return undefined;
}

/** Input of an average call, from the tokens of the quote and the prices typed in here. */
function steadyUsd({ site, model, inputTokens, prefix }: Quote): number {
  const price = PRICES[model?.id ?? ''];
  assert.ok(price, `${site.identity}: the price of ${model?.id} is typed in`);
  assert.equal(prefix.longTtl, false);
  const { value: writtenTokens } = prefix.writtenTokens;
  const { value: readTokens } = prefix.cachedTokens;
  const first = oracle.inputUsd(price, { inputTokens: inputTokens.value, writtenTokens });
  const later = oracle.inputUsd(price, {
    inputTokens: inputTokens.value,
    readTokens,
    writtenTokens: Math.max(0, writtenTokens - readTokens),
  });
  return oracle.steadyUsd(first, later);
}

function quoteOf(all: readonly Analysed[], { root, finding }: Taken): Quote {
  const analysed = all.find(({ analysis }) => analysis.uri === root);
  return analysed?.analysis.quotes.find(({ site }) => site.identity === finding.site) ?? assert.fail(`${finding.site} is still there`);
}

async function assertJointSaving(before: Files, atLeast: number): Promise<void> {
  const { files, taken } = await withAllSavings(before);
  assert.ok(taken.length >= atLeast, taken.map(({ finding }) => finding.message).join('\n'));
  const [was, is] = [await analysedAll(before), await analysedAll(files)];
  const promised = taken.reduce((sum, { finding: { saving } }) => sum + (saving !== undefined && isKnown(saving) ? saving.value : 0), 0);
  const sites = new Map(taken.map(each => [`${each.root} ${each.finding.site}`, each]));
  const saved = [...sites.values()].reduce((sum, each) => sum + steadyUsd(quoteOf(was, each)) - steadyUsd(quoteOf(is, each)), 0);
  assert.ok(promised > 0 && Math.abs(saved - promised) <= promised * 0.005, `promised ${promised} a call, saved ${saved}`);
}

describe('what all fixes save together is what plain arithmetic says', () => {
  it('in the examples', () => assertJointSaving(examples(), 3)).timeout(120_000);

  for (const [rule, name, atLeast] of [
    ['require-cache-breakpoint', 'anthropic.py', 5],
    ['require-cache-breakpoint', 'openai.py', 3],
    ['require-cache-breakpoint', 'vercel-ai.ts', 3],
    ['no-ineffective-cache-breakpoint', 'anthropic.py', 3],
  ] as const) {
    it(`in ${name} of ${rule}`, () => {
      const files = [`${rule}/${name}`, 'shared/handbook.py', 'shared/handbook.ts'].map(
        path => [`file:///project/${path.slice(path.indexOf('/') + 1)}`, readFileSync(join(FIXTURES, path), 'utf8')] as const,
      );
      return assertJointSaving(new Map(files), atLeast);
    }).timeout(60_000);
  }
});
