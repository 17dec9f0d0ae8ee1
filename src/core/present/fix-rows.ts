import { type ChosenFix, isHarmless, proposedFixes } from '../fixes/chosen-fix';
import type { FixOffer } from '../quote/analysis';
import { isKnown } from '../quote/basis';
import { type Numerals, savedPerThousand } from './numerals';
import { EFFECT, titleOf } from './site-actions';
import type { FileSpend } from './spend';

/** One fix to choose, or not. */
export interface FixRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly chosen: ChosenFix;
}

/** The fixes that are proposed in some files, what saves most first. */
export function fixRows(files: readonly Pick<FileSpend, 'uri' | 'path' | 'findings'>[], numerals: Numerals): readonly FixRow[] {
  const rows = files.flatMap(file =>
    proposedFixes(file).map(({ chosen, finding, fix }) => {
      const saving = finding.saving !== undefined && isKnown(finding.saving) ? finding.saving : undefined;
      const saved = saving === undefined ? '' : `saves ${savedPerThousand(saving, numerals)} per 1,000 calls`;
      const description = [saved, EFFECT[fix.effect]].filter(text => text !== '').join(' · ');
      const row: FixRow = { label: titleOf(fix), description, detail: `${file.path} · ${finding.rule}`, chosen };
      return { row, usd: saving?.value ?? 0 };
    }),
  );
  return rows.sort((a, b) => b.usd - a.usd).map(({ row }) => row);
}

/** Of all files: how many fixes are made without a look at each, and how many are not. */
export function countFixes(files: readonly Pick<FileSpend, 'uri' | 'findings'>[]): { readonly harmless: number; readonly others: number } {
  const fixes: readonly FixOffer[] = files.flatMap(file => proposedFixes(file).map(({ fix }) => fix));
  const harmless = fixes.filter(isHarmless).length;
  return { harmless, others: fixes.length - harmless };
}

/** What was done, and what is left to choose. */
export function fixedText(made: number, others: number, numerals: Numerals): string {
  const done =
    made === 0
      ? 'There is no fix here that leaves the words as they are.'
      : `${made === 1 ? 'One fix was' : `${numerals.integer(made)} fixes were`} made; the words stay as they are.`;
  if (others === 0) return done;
  return others === 1
    ? `${done} One more changes what is sent: look at it first.`
    : `${done} ${numerals.integer(others)} more change what is sent: look at them first.`;
}
