import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { proposedFixes } from '../../../../src/core/fixes/chosen-fix';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { jointSavings, savingsTree } from '../../../../src/core/present/savings-tree';
import type { FileSpend } from '../../../../src/core/present/spend';
import type { TreeNode } from '../../../../src/core/present/tree-node';
import type { Analysed } from '../../../../src/core/quote/analysed';
import type { Quote } from '../../../../src/core/quote/analysis';
import { isKnown } from '../../../../src/core/quote/basis';
import type { JointSaving } from '../../../../src/core/quote/joint-saving';
import { readNotebook } from '../../../../src/core/source/notebook/read-notebook';
import { applyReplacements } from '../../../../src/core/source/replacement';
import { type FixTexts, fixInRounds } from '../../../../src/node/fix-rounds';
import { savingsOf } from '../../../../src/node/fix-savings';
import { FIXTURES } from '../rules/fixture/cases';
import { analyseIn, environmentOf, type Files } from '../rules/fixture/project';
import * as oracle from './oracle';

const EXAMPLES = join(__dirname, '../../../../examples');
const CODE = /\.(?:py|ts|ipynb)$/;

/** Prices by plain model id; the examples name no others in what they could save. */
const PRICES: Readonly<Record<string, oracle.OraclePrice>> = {
  'claude-sonnet-5-5': oracle.SONNET_5_5,
  'claude-opus-5-5': oracle.OPUS_5_5,
  'gpt-5.4': oracle.GPT_5_4,
  'claude-haiku-5-5': oracle.HAIKU_5_5,
  'gpt-6-sol': oracle.GPT_6_SOL,
  'gpt-6-luna': oracle.GPT_6_LUNA,
  'gpt-6.1-terra': oracle.GPT_6_1_TERRA,
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

/** The files as if others had these texts. */
function textsOf(files: Files): FixTexts {
  return { textOf: uri => files.get(uri), analyse: (root, changed) => analyseIn(new Map([...files, ...changed]), root) };
}

/** What a scan of the workspace finds in these files. */
async function scanned(files: Files): Promise<readonly FileSpend[]> {
  const spends: FileSpend[] = [];
  for (const analysed of await analysedAll(files)) {
    const { uri, quotes, findings } = analysed.analysis;
    const savings = await savingsOf(analysed, textsOf(files), environmentOf(files));
    spends.push({ uri, path: uri.slice(uri.lastIndexOf('/') + 1), quotes, findings, ...(savings === undefined ? {} : { savings }) });
  }
  return spends;
}

/** All that the tree counts in, made over all files together. */
async function withAllSavings(files: Files, spends: readonly FileSpend[]): Promise<Files> {
  const proposed = spends.flatMap(spend => proposedFixes(spend)).filter(({ finding }) => finding.saving && isKnown(finding.saving));
  const request = { roots: spends.map(({ uri }) => uri), wanted: proposed.map(({ chosen }) => chosen), onlyInRoot: false };
  const fixed = (await fixInRounds(request, textsOf(files), () => false)) ?? assert.fail('nobody cancels');
  assert.deepEqual(fixed.notMade, []);
  assert.equal(fixed.titles.length, proposed.length, 'all that was proposed is made');
  const changed = [...fixed.files].map(([uri, { text, replacements }]) => [uri, applyReplacements(text, replacements)] as const);
  return new Map([...files, ...changed]);
}

/** US dollars for 1,000 calls, as a row of the tree says it: two digits at least, as far as the figure is sure. */
function promisedBy(node: TreeNode | undefined): { readonly usd: number; readonly rounding: number } {
  const [, amount = ''] = /^−\$([\d,.]+)\/1k$/.exec(node?.amount ?? '') ?? assert.fail(`${node?.label}: ${node?.amount}`);
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.');
  const step = /[^0]/.test(fraction) ? 10 ** -fraction.length : 1;
  return { usd: Number(`${whole}.${fraction}`), rounding: step / 2 };
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

/** What one call of each request costs that the tree says gets cheaper. */
function jointUsd(all: readonly Analysed[], savings: readonly JointSaving[]): number {
  const sites = savings.flatMap(({ requests }) => requests);
  const quotes = all.flatMap(({ analysis }) => analysis.quotes);
  return sites.reduce((sum, { site, at }) => {
    const quote = quotes.find(each => each.site.identity === site && each.site.at.uri === at.uri) ?? assert.fail(`${site} is still there`);
    return sum + steadyUsd(quote);
  }, 0);
}

async function assertJointSaving(before: Files, atLeast: number): Promise<void> {
  const spends = await scanned(before);
  const joint = jointSavings(spends);
  assert.ok(joint.flatMap(({ fixes }) => fixes).length >= atLeast, joint.flatMap(({ fixes }) => fixes).join('\n'));
  const [together, ...rules] = savingsTree(spends, 'rule', numeralsOf());
  assert.equal(together?.id, 'together');
  const { usd: promised, rounding } = promisedBy(together);
  const after = await withAllSavings(before, spends);
  const saved = 1000 * (jointUsd(await analysedAll(before), joint) - jointUsd(await analysedAll(after), joint));
  const exactly = 1000 * joint.reduce((sum, { saving }) => sum + saving.value, 0);
  assert.ok(promised > 0 && Math.abs(saved - promised) <= rounding + saved * 0.005, `the tree says ${promised}, saved is ${saved}`);
  assert.ok(Math.abs(saved - exactly) <= saved * 0.005, `promised ${exactly}, saved ${saved}`);
  for (const rule of rules.filter(({ amount }) => amount !== ''))
    assert.ok(promisedBy(rule).usd <= promised + rounding + promisedBy(rule).rounding, 'no rule saves more than all together');
}

describe('what all fixes save together, as the tree says it, is what plain arithmetic says', () => {
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
