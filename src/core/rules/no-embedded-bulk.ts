import * as z from 'zod';
import { findChanges } from '../compression/find-changes';
import type { Pass } from '../compression/pass';
import { pass as json } from '../compression/passes/json';
import { pass as xml } from '../compression/passes/xml';
import type { PromptText } from '../compression/prompt-text';
import { usdPerThousandText } from '../present/finding-money';
import { UNKNOWN_TOKENIZER } from '../prices/family-counting';
import { capital } from '../source/capital';
import { compactionOf, ownTexts, type PromptTexts, placeOf } from './compaction';
import { type Bulk, bulkIn } from './embedded-bulk';
import { optionsOf } from './options';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

const OPTIONS = z.object({
  leastSavedTokens: z
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('Least tokens that minifying has to save: people read small examples, too.'),
});
/** What a place shows of its data. */
const SHOWN = 40;

export const rule: Rule = {
  id: 'no-embedded-bulk',
  summary: 'Pretty-printed data, base64, HTML or a log inside of a prompt',
  defaultSeverity: 'hint',
  reveals: ['no-almost-cacheable', 'no-long-context-tier'],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const texts = ownTexts(context);
  const pretty = [...prettyPrinted(context, texts, json, 'JSON'), ...prettyPrinted(context, texts, xml, 'XML')];
  return [...pretty, ...[...texts.values()].flatMap(prompt => bulkIn(prompt.text).map(bulk => bulkDraft(context, prompt, bulk)))];
}

/** All of one kind in a request, which one fix minifies. */
function prettyPrinted(context: RuleContext, texts: PromptTexts, pass: Pass, name: string): readonly Draft[] {
  const { leastSavedTokens } = optionsOf(rule.id, OPTIONS, context);
  const changes = findChanges(context.quote.site, texts, [pass], { writers: context.writers, reader: context.environment.reader });
  const found = compactionOf(context, texts, changes);
  const [first] = found?.changes ?? [];
  const prompt = first && texts.get(first.segment);
  const edit = first?.edits[0];
  if (found === undefined || found.savedTokens < leastSavedTokens || prompt === undefined || edit === undefined) return [];
  const tokens = `${found.savedTokens.toLocaleString('en')} tokens`;
  const money = found.saving === undefined ? '' : `${usdPerThousandText(found.saving)} per 1,000 calls`;
  const blocks = changes.length === 1 ? '' : ` in ${changes.length} places`;
  const says = `${tokens} of white space lay out ${name}${blocks}, which the model reads without it`;
  const title = `Minify the ${name}${blocks} (saves ${money === '' ? tokens : money})`;
  const fix: DraftFix = { title, effect: 'whitespace', preferred: true, edits: () => found.edits() };
  return [
    {
      ...placeOf(context, prompt, edit.from - 1, edit.from, `The ${name}`),
      message: money === '' ? `${says}.` : `About ${money} could be saved: ${says}.`,
      certainty: 'confirmed',
      ...(found.saving === undefined ? {} : { saving: found.saving }),
      fixes: [fix],
    },
  ];
}

function bulkDraft(context: RuleContext, prompt: PromptText, { kind, certain, from, to }: Bulk): Draft {
  const { quote, environment } = context;
  const tokens = environment.countTokens(prompt.text.slice(from, to), quote.model?.counting ?? UNKNOWN_TOKENIZER);
  const count = `${tokens.basis === 'exact' ? '' : 'about '}${Math.round(tokens.value).toLocaleString('en')} tokens`;
  return {
    ...placeOf(context, prompt, from, Math.min(to, from + SHOWN), capital(kind)),
    message: `${capital(kind)} inside of the prompt: ${count} in every call. ${ADVICE[kind]}`,
    certainty: certain ? 'confirmed' : 'suspected',
    fixes: [],
    unfixable: `What of it the model needs only you know. ${ADVICE[kind]}`,
  };
}

const ADVICE: Readonly<Record<Bulk['kind'], string>> = {
  base64: 'A model reads little in it: send a file or an image as a part of its own, or leave it out.',
  HTML: 'Send its text without the markup, or load it only for calls that need it.',
  'a log': 'Send the lines that matter, or load it only for calls that need it.',
};
