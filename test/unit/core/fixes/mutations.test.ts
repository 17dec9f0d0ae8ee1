import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RULES } from '../../../../src/core/rules/registry';
import { isRefusal } from '../../../../src/core/source/edit';
import { answersTo } from '../rules/fixture/answers';
import { type Case, casesOf } from '../rules/fixture/cases';
import { applied, assertEditsFit, assertUndoRestores } from '../rules/fixture/edit-properties';
import { assertFixIsRight } from '../rules/fixture/fix-properties';
import { analyseIn, errorsIn, type Files } from '../rules/fixture/project';

const RUNS = 150;

/** Cuts a slice out, or writes it twice, or writes it elsewhere: what half-done editing leaves behind. */
interface Mutation {
  readonly kind: 'delete' | 'double' | 'move';
  readonly from: number;
  readonly length: number;
  readonly to: number;
}

const position = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'move'),
  from: position,
  length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })),
  to: position,
});

function mutated(text: string, { kind, from, length, to }: Mutation): string {
  const start = Math.floor(from * text.length);
  const slice = text.slice(start, start + length);
  const rest = text.slice(0, start) + text.slice(start + length);
  if (kind === 'delete') return rest;
  const target = Math.floor(to * rest.length);
  return kind === 'double' ? text.slice(0, start) + slice + text.slice(start) : rest.slice(0, target) + slice + rest.slice(target);
}

describe('on broken and half-edited sources', () => {
  const cases = RULES.flatMap(rule => casesOf(rule.id));

  it('no step throws, and every fix that is offered keeps its promises', async function () {
    this.timeout(120_000);
    let offered = 0;
    const property = fc.asyncProperty(
      fc.constantFrom(...cases),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (each, mutations) => {
        offered += await assertFixesApply(
          each,
          withRoot(each, text => mutations.reduce(mutated, text)),
        );
      },
    );
    await fc.assert(property, { numRuns: RUNS, seed: 20_261_120 });
    assert.ok(offered > RUNS / 5, `the property saw fixes: ${offered}`);
  });
});

function withRoot(each: Case, change: (text: string) => string): Files {
  return new Map([...each.files].map(([uri, text]) => [uri, uri === each.root ? change(text) : text]));
}

async function assertFixesApply({ root, settings }: Case, files: Files): Promise<number> {
  const analysed = await analyseIn(files, root, settings);
  const parses = (await errorsIn(root, files.get(root) ?? '')) === 0;
  let offered = 0;
  for (const finding of analysed.analysis.findings) {
    for (const fix of finding.fixes) {
      offered += 1;
      if (parses) await assertFixIsRight({ files, root, settings, analysed, finding, fix });
      const edits = analysed.edit(fix.id, answersTo(fix));
      assert.ok(!isRefusal(edits), `"${fix.title}" is offered`);
      assertEditsFit(files, edits);
      assertUndoRestores(files, edits);
      // In broken source too, what a fix leaves behind must not stop the editor.
      await analyseIn(applied(files, edits), root, settings);
    }
  }
  return offered;
}
