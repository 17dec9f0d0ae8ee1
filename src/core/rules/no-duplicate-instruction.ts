import { applyTextEdits } from '../compression/pass';
import { removalOf } from '../compression/passes/duplicates';
import { missingFrom } from '../compression/preserved';
import type { PromptText } from '../compression/prompt-text';
import { usdPerThousandText } from '../present/finding-money';
import type { Segment } from '../request/request';
import { isRefusal } from '../source/edit';
import { compactionOf, ownTexts, type PromptTexts, placeOf } from './compaction';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'no-duplicate-instruction',
  summary: 'The same instruction twice in one prompt',
  defaultSeverity: 'hint',
  reveals: ['no-almost-cacheable', 'no-long-context-tier'],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const texts = ownTexts(context);
  return [...texts].flatMap(([segment, prompt]) => duplicateDrafts(context, texts, segment, prompt));
}

function duplicateDrafts(context: RuleContext, texts: PromptTexts, segment: Segment, prompt: PromptText): readonly Draft[] {
  return context.environment.reader.duplicates(prompt.text).flatMap(({ first, later, identical }) => {
    const edit = removalOf(prompt.text, later);
    if (missingFrom(prompt.text, applyTextEdits(prompt.text, [edit]), prompt.values).length > 0) return [];
    const label = `Remove “${short(later.text)}”`;
    const found = compactionOf(context, texts, [{ segment, label, edits: [edit] }]);
    if (found === undefined) return [];
    const money = found.saving === undefined ? '' : `${usdPerThousandText(found.saving)} per 1,000 calls`;
    const tokens = `${found.savedTokens} ${found.savedTokens === 1 ? 'token' : 'tokens'}`;
    const again = identical ? 'This is said before, word for word' : `This says again: “${short(first.text)}”`;
    const message = `${again}. It costs ${tokens}${money === '' ? '' : `, ${money}`}.`;
    const edits = found.edits();
    const base = {
      ...placeOf(context, prompt, later.from, later.to, 'It'),
      message,
      certainty: identical ? 'confirmed' : 'suspected',
      ...(found.saving === undefined ? {} : { saving: found.saving }),
    } as const;
    if (isRefusal(edits)) return [{ ...base, fixes: [], unfixable: edits.refused }];
    const title = `${label} (saves ${money === '' ? tokens : money})`;
    const fix: DraftFix = { title, kind: 'quickfix', effect: 'words', preferred: false, edits: () => edits };
    return [{ ...base, fixes: [fix] }];
  });
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').replace(/[\s.;,]+$/, '');
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}
