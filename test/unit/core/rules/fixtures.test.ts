import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Analysed } from '../../../../src/core/quote/analysed';
import type { Finding } from '../../../../src/core/quote/analysis';
import { RULES } from '../../../../src/core/rules/registry';
import { type Case, casesOf, rulesWithFixtures } from './fixture/cases';
import { assertFixIsRight } from './fixture/fix-properties';
import type { Expectation } from './fixture/markers';
import { analyseIn, type Files } from './fixture/project';

const PAGES = join(__dirname, '../../../../docs/rules');
/** `UPDATE_FIXTURES=1 npx mocha …` writes the snapshots of fixes, to be read before they are committed. */
const UPDATE = process.env.UPDATE_FIXTURES === '1';

/** Prompt files have no cache breakpoints, tools that are built, cache keys, loops, retries, histories that grow, searches, tags, tools that are counted, or data that code writes: such a rule must be silent there, and nothing else. */
const ONLY_IN_CODE: ReadonlySet<string> = new Set([
  'require-cache-breakpoint',
  'no-ineffective-cache-breakpoint',
  'no-unstable-tools',
  'no-volatile-cache-key',
  'no-unbounded-agent-loop',
  'no-blind-retry',
  'no-heavy-tools',
  'prefer-batch',
  'prefer-response-cache',
  'no-unbounded-history',
  'require-attribution',
  'no-large-retrieval',
  'no-indented-json',
]);

/** What a language's packages have no form for. */
const NOT_IN: Readonly<Record<string, readonly string[]>> = { csharp: ['no-deprecated-cap'] };

describe('rules', () => {
  it('have fixtures, and no fixtures are left of a rule that is gone', () => {
    assert.deepEqual([...rulesWithFixtures()].sort(), RULES.map(rule => rule.id).sort());
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      const cases = casesOf(rule.id);

      it('has a page', () => assert.ok(existsSync(join(PAGES, `${rule.id}.md`)), `docs/rules/${rule.id}.md`));

      for (const kind of ['python', 'typescript', 'prompt'] as const) {
        it(`has fixtures of ${kind} in which it must fire, and others in which it must not`, () => {
          const own = cases.filter(each => each.kind === kind).map(each => each.expectedIn(each.files));
          assert.equal(
            own.some(({ findings }) => findings.some(finding => finding.rule === rule.id)),
            kind !== 'prompt' || !ONLY_IN_CODE.has(rule.id),
            'must fire',
          );
          assert.ok(
            own.some(({ nothingOf }) => nothingOf.includes(rule.id)),
            'must not fire',
          );
        });
      }

      for (const kind of ['go', 'java', 'csharp'] as const) {
        it(`has fixtures of ${kind} in which it must fire, where the language’s packages have what it is about`, () => {
          const own = cases.filter(each => each.kind === kind).map(each => each.expectedIn(each.files));
          assert.equal(
            own.some(({ findings }) => findings.some(finding => finding.rule === rule.id)),
            NOT_IN[kind]?.includes(rule.id) !== true,
          );
        });
      }

      for (const each of cases) {
        it(`${each.name}: finds what the comments say, and fixes it`, () => check(each, each.files, true));
        it(`${each.name}: with Windows line ends`, () => check(each, withWindowsLineEnds(each.files), false));
      }
    });
  }
});

async function check(each: Case, files: Files, exactly: boolean): Promise<void> {
  const { root, settings } = each;
  const expected = each.expectedIn(files);
  const analysed = await analyseIn(files, root, settings);
  const open = [...expected.findings];
  const matched: Matched[] = [];
  for (const finding of analysed.analysis.findings) {
    const index = open.findIndex(expectation => stands(finding, expectation, files.get(root) ?? '', each));
    if (index >= 0) {
      const [expectation] = open.splice(index, 1);
      assert.ok(expectation);
      assertAsExpected(finding, expectation, exactly);
      matched.push({ finding, answers: expectation.answers });
    } else assert.ok(finding.rule !== each.rule && !expected.nothingOf.includes(finding.rule), `unexpected: ${described(finding, files)}`);
  }
  assert.deepEqual(
    open,
    [],
    `not found: ${JSON.stringify(open)}; found: ${analysed.analysis.findings.map(finding => described(finding, files)).join('\n')}`,
  );
  assert.ok(expected.findings.length + expected.nothingOf.length > 0, 'the fixture says what is expected');
  await checkFixes(each, files, analysed, matched, exactly);
}

interface Matched {
  readonly finding: Finding;
  readonly answers: Expectation['answers'];
}

async function checkFixes(each: Case, files: Files, analysed: Analysed, matched: readonly Matched[], exactly: boolean): Promise<void> {
  const { root, settings } = each;
  let index = 0;
  for (const { finding, answers } of matched) {
    for (const fix of finding.fixes) {
      const fixed = await assertFixIsRight({ files, root, settings, analysed, finding, fix, answers });
      if (finding.rule !== each.rule) continue;
      for (const [uri, text] of fixed) if (text !== files.get(uri)) assertSnapshot(each.snapshotOf(uri, index), text, exactly);
      index += 1;
    }
  }
}

function assertSnapshot(path: string, text: string, exactly: boolean): void {
  if (UPDATE && exactly) writeFileSync(path, text);
  assert.ok(existsSync(path), `${basename(path)} holds what the fix makes (UPDATE_FIXTURES=1 writes it):\n${text}`);
  const expected = readFileSync(path, 'utf8');
  assert.equal(text, exactly ? expected : expected.replaceAll(/\r?\n/g, '\r\n'));
}

/** Whether a finding stands where a marker says: on the first such source text behind it. */
function stands(finding: Finding, { rule, at, markerEnd }: Expectation, text: string, { root }: Case): boolean {
  return finding.rule === rule && finding.at.uri === root && finding.at.start === text.indexOf(at, markerEnd);
}

function assertAsExpected(finding: Finding, expectation: Expectation, exactly: boolean): void {
  const { certainty, says, saves, fix, unfixable } = expectation;
  assert.equal(finding.certainty, certainty, finding.message);
  if (!exactly) return;
  for (const piece of says) assert.ok(finding.message.includes(piece), `"${finding.message}" says "${piece}"`);
  if (fix === undefined)
    assert.deepEqual(
      finding.fixes.map(offer => offer.title),
      [],
      'no fix is expected',
    );
  else assert.ok(finding.fixes[0]?.title.includes(fix), `"${finding.fixes[0]?.title ?? finding.unfixable}" says "${fix}"`);
  if (unfixable === undefined) assert.equal(finding.unfixable, undefined);
  else assert.ok(finding.unfixable?.includes(unfixable), `"${finding.unfixable}" says "${unfixable}"`);
  assertSaving(finding, saves);
}

function assertSaving(finding: Finding, saves: Expectation['saves']): void {
  const saving = finding.saving;
  if (saves === undefined) return;
  assert.ok(saving !== undefined && 'value' in saving, `${finding.message} has a saving`);
  const per1000 = saving.value * 1000;
  assert.ok(saves.low <= per1000 && per1000 <= saves.high, `saves $${per1000} per 1,000 calls`);
}

function described(finding: Finding, files: Files): string {
  const source = files.get(finding.at.uri)?.slice(finding.at.start, finding.at.end) ?? '';
  return `${finding.rule} ${finding.certainty} at \`${source}\`: ${finding.message} ${finding.fixes.map(fix => `[${fix.title}]`).join(' ')} ${finding.unfixable ?? ''}`;
}

function withWindowsLineEnds(files: Files): Files {
  return new Map([...files].map(([uri, text]) => [uri, text.replaceAll(/\r?\n/g, '\r\n')]));
}
