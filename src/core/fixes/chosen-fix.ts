import type { Analysis, Finding, FixOffer, RuleId } from '../quote/analysis';
import type { Uri } from '../source/span';

/** One fix of one finding, named so that it is found again in a later analysis of the file. */
export interface ChosenFix {
  readonly uri: Uri;
  readonly rule: RuleId;
  /** Identity of the call site. */
  readonly site: string;
  /** Which of the rule's findings at that site. */
  readonly nth: number;
  /** Which of the finding's fixes. */
  readonly fix: number;
}

export interface Proposed {
  readonly chosen: ChosenFix;
  readonly finding: Finding;
  readonly fix: FixOffer;
}

/** The fix that each finding proposes: the preferred one, else its first. One that has questions is made by itself. */
export function proposedFixes({ uri, findings }: Pick<Analysis, 'uri' | 'findings'>): readonly Proposed[] {
  const counts = new Map<string, number>();
  return findings.flatMap(finding => {
    const key = JSON.stringify([finding.rule, finding.site]);
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    const index = Math.max(
      0,
      finding.fixes.findIndex(({ preferred }) => preferred),
    );
    const fix = finding.fixes[index];
    return fix === undefined || fix.questions !== undefined || fix.creates !== undefined
      ? []
      : [{ chosen: { uri, rule: finding.rule, site: finding.site, nth, fix: index }, finding, fix }];
  });
}

/** Undefined: the finding is gone. Once some of a site's findings are mended, those that are left move up. */
export function findChosen(findings: readonly Finding[], { rule, site, nth, fix }: ChosenFix): FixOffer | undefined {
  const candidates = findings.filter(finding => finding.rule === rule && finding.site === site);
  return candidates[Math.min(nth, candidates.length - 1)]?.fixes[fix];
}

/** The model receives what it received, or the same words with other white space: such fixes are made without a look at each. */
export function isHarmless({ effect }: FixOffer): boolean {
  return effect === 'none' || effect === 'whitespace';
}
