import * as z from 'zod';
import type { Pass } from '../compression/pass';
import { pass as blankLines } from '../compression/passes/blank-lines';
import { pass as decoration } from '../compression/passes/decoration';
import { pass as fillers } from '../compression/passes/fillers';
import { pass as indentation } from '../compression/passes/indentation';
import { pass as repeatedSpaces } from '../compression/passes/repeated-spaces';
import { pass as trailingSpace } from '../compression/passes/trailing-space';
import { pass as wordyPhrases } from '../compression/passes/wordy-phrases';
import { usdPerThousandText } from '../present/finding-money';
import { type Compaction, compactionBy, ownTexts, type PromptTexts, placeOf } from './compaction';
import { optionsOf } from './options';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  leastTokens: z.number().int().min(1).default(12).describe('Least tokens to save that are worth a finding.'),
  leastShare: z.number().min(0).max(1).default(0.04).describe('Least share of the prompt to save that is worth a finding.'),
});

/** JSON and XML are `no-embedded-bulk`'s, repeated instructions `no-duplicate-instruction`'s. */
const SPACES: readonly Pass[] = [indentation, trailingSpace, blankLines, repeatedSpaces];
const WORDS: readonly Pass[] = [wordyPhrases, fillers, decoration];

export const rule: Rule = {
  id: 'prefer-compact-prompt',
  summary: 'White space and wording that cost tokens and carry nothing',
  defaultSeverity: 'hint',
  reveals: ['no-almost-cacheable', 'no-long-context-tier'],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const texts = ownTexts(context);
  if (texts.size === 0) return [];
  return [...draftOf(context, texts, SPACES, spaces), ...draftOf(context, texts, WORDS, words)];
}

type Tell = (found: Compaction) => { readonly says: string; readonly fix: Omit<DraftFix, 'edits'> };

function draftOf(context: RuleContext, texts: PromptTexts, passes: readonly Pass[], tell: Tell): readonly Draft[] {
  const { leastTokens, leastShare } = optionsOf(rule.id, OPTIONS, context);
  const found = compactionBy(context, texts, passes);
  if (found === undefined || found.savedTokens < Math.max(leastTokens, context.quote.textTokens.value * leastShare)) return [];
  const [first] = found.changes;
  const prompt = first && texts.get(first.segment);
  const [edit] = [...(first?.edits ?? [])].sort((a, b) => a.from - b.from);
  if (prompt === undefined || edit === undefined) return [];
  const { says, fix } = tell(found);
  const money = found.saving === undefined ? '' : `About ${usdPerThousandText(found.saving)} per 1,000 calls could be saved: `;
  return [
    {
      ...placeOf(context, prompt, edit.from, edit.to, 'The first of it'),
      message: `${money}${says}`,
      certainty: 'confirmed',
      ...(found.saving === undefined ? {} : { saving: found.saving }),
      fixes: [{ ...fix, edits: () => found.edits() }],
    },
  ];
}

function spaces(found: Compaction): ReturnType<Tell> {
  const what = `${count(found)} of this prompt are white space that says nothing`;
  const title = `Remove ${count(found)} of white space${savesText(found)}`;
  return {
    says: `${what}. ${found.changes
      .map(({ label }) => label)
      .slice(0, 3)
      .join('; ')}.`,
    fix: { title, effect: 'whitespace', preferred: true },
  };
}

function words(found: Compaction): ReturnType<Tell> {
  const places = found.changes.length === 1 ? 'one place' : `${found.changes.length} places`;
  const some = found.changes
    .slice(0, 3)
    .map(({ label }) => label)
    .join('; ');
  const title = `Say the same with ${count(found)} less in ${places}${savesText(found)}`;
  return {
    says: `${places} could say the same with ${count(found)} less. ${some}.`,
    fix: { title, effect: 'words', preferred: false },
  };
}

function count({ savedTokens }: Compaction): string {
  return `${savedTokens.toLocaleString('en')} tokens`;
}

function savesText({ saving }: Compaction): string {
  return saving === undefined ? '' : ` (saves ${usdPerThousandText(saving)} per 1,000 calls)`;
}
