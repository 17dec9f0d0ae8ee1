import type { ChosenFix } from '../core/fixes/chosen-fix';
import { proposedFixes } from '../core/fixes/chosen-fix';
import type { FileSavings } from '../core/present/spend';
import type { Analysed } from '../core/quote/analysed';
import { type Estimate, isKnown } from '../core/quote/basis';
import type { QuoteEnvironment } from '../core/quote/environment';
import { type JointSaving, jointSaving } from '../core/quote/joint-saving';
import { applyReplacements } from '../core/source/replacement';
import type { Uri } from '../core/source/span';
import { type FixTexts, fixInRounds } from './fix-rounds';

/** What chosen fixes of one file's findings save together: they are made over texts that nobody else sees, and quoted again. */
export async function savingOf(
  root: Uri,
  wanted: readonly ChosenFix[],
  texts: FixTexts,
  environment: QuoteEnvironment,
  cancelled: () => boolean,
): Promise<JointSaving | undefined> {
  const fixed = await fixInRounds({ roots: [root], wanted, onlyInRoot: false }, texts, cancelled);
  if (fixed === undefined) return undefined;
  const changed = new Map([...fixed.files].map(([uri, { text, replacements }]) => [uri, applyReplacements(text, replacements)]));
  const [before, after] = [await texts.analyse(root, new Map()), await texts.analyse(root, changed)];
  return before && after && jointSaving(before.quotes, after.quotes, fixed.titles, environment);
}

/** What the fixes that a file's findings propose save together: all of them, and those of each rule. Undefined: nothing. */
export async function savingsOf({ analysis }: Analysed, texts: FixTexts, environment: QuoteEnvironment): Promise<FileSavings | undefined> {
  const saving = proposedFixes(analysis).filter(({ finding }) => finding.saving !== undefined && isKnown(finding.saving));
  if (saving.length === 0) return undefined;
  const save = (some: typeof saving) =>
    savingOf(
      analysis.uri,
      some.map(({ chosen }) => chosen),
      texts,
      environment,
      () => false,
    );
  const together = await save(saving);
  if (together === undefined) return undefined;
  const byRule: Record<string, Estimate> = {};
  for (const rule of new Set(saving.map(({ finding }) => finding.rule))) {
    const own = saving.filter(({ finding }) => finding.rule === rule);
    const [only] = own;
    const alone = own.length === 1 && only?.finding.saving !== undefined && isKnown(only.finding.saving) ? only.finding.saving : undefined;
    const joint = alone ?? (own.length === saving.length ? together : await save(own))?.saving;
    if (joint !== undefined) byRule[rule] = joint;
  }
  return { together, byRule };
}
