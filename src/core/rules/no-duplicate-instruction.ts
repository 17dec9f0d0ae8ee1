import type { Duplicate } from '../compression/duplicates';
import { staysInBranch } from '../compression/left-branches';
import { applyTextEdits, type TextEdit } from '../compression/pass';
import { removalOf } from '../compression/passes/duplicates';
import { missingFrom } from '../compression/preserved';
import type { PromptText } from '../compression/prompt-text';
import type { Unit } from '../compression/units';
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

/** A few words are not worth an interruption. */
const FEWEST_TOKENS = 6;

function check(context: RuleContext): readonly Draft[] {
  const texts = ownTexts(context);
  return [...texts].flatMap(([segment, prompt]) => duplicateDrafts(context, texts, segment, prompt));
}

function duplicateDrafts(context: RuleContext, texts: PromptTexts, segment: Segment, prompt: PromptText): readonly Draft[] {
  const duplicates = context.environment.reader
    .duplicates(prompt.text)
    .filter(({ first, later }) => isSaidFirst(context, prompt, first, later));
  return repeatsIn(duplicates).flatMap(({ first, later, identical }) => {
    const edits = merged(later.map(unit => removalOf(prompt.text, unit)));
    if (missingFrom(prompt.text, applyTextEdits(prompt.text, edits), prompt.values).length > 0) return [];
    const [place] = later;
    const many = later.length > 1;
    const label = many ? `Remove ${later.length} repeats of “${short(place.text)}”` : `Remove “${short(place.text)}”`;
    const found = compactionOf(context, texts, [{ segment, label, edits }]);
    if (found === undefined || found.savedTokens < FEWEST_TOKENS) return [];
    const money = found.saving === undefined ? '' : `${usdPerThousandText(found.saving)} per 1,000 calls`;
    const tokens = `${found.savedTokens} ${found.savedTokens === 1 ? 'token' : 'tokens'}`;
    const message = `${describe(first, later.length, identical)} ${many ? 'They cost' : 'It costs'} ${tokens}${money === '' ? '' : `, ${money}`}.`;
    const written = found.edits();
    const base = {
      ...placeOf(context, prompt, place.from, place.to, 'It'),
      message,
      certainty: identical ? 'confirmed' : 'suspected',
      ...(found.saving === undefined ? {} : { saving: found.saving }),
    } as const;
    if (isRefusal(written)) return [{ ...base, fixes: [], unfixable: written.refused }];
    const title = `${label} (saves ${money === '' ? tokens : money})`;
    const fix: DraftFix = { title, effect: 'words', preferred: false, edits: () => written };
    return [{ ...base, fixes: [fix] }];
  });
}

/** Whether the first is said wherever the later one is: of a template's branches one is sent. */
function isSaidFirst({ quote: { site }, writers }: RuleContext, prompt: PromptText, first: Unit, later: Unit): boolean {
  if (site.kind !== 'prompt-file') return true;
  const [from, to] = [prompt.sourceAt(first.from), prompt.sourceAt(later.from)];
  const text = from !== undefined && from.uri === to?.uri ? writers.textOf(from.uri) : undefined;
  return text === undefined || staysInBranch(text.slice(from?.start, to?.start));
}

interface Repeats {
  readonly first: Unit;
  readonly later: readonly [Unit, ...Unit[]];
  readonly identical: boolean;
}

/** A text that is said many times is one thing to mend, not one for each time. */
function repeatsIn(duplicates: readonly Duplicate[]): readonly Repeats[] {
  const groups = new Map<string, Repeats>();
  for (const { first, later, identical } of duplicates) {
    const key = `${first.from} ${identical}`;
    const group = groups.get(key);
    groups.set(key, { first, identical, later: group === undefined ? [later] : [...group.later, later] });
  }
  return [...groups.values()];
}

function describe(first: Unit, count: number, identical: boolean): string {
  const again = `${identical ? 'before, word for word' : 'again'}: “${short(first.text)}”`;
  if (count === 1) return identical ? `This is said ${again}.` : `This says ${again}.`;
  return identical ? `This and ${count - 1} more are said ${again}.` : `This and ${count - 1} more say ${again}.`;
}

/** Neighbours may both take the break between them. */
function merged(removals: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of [...removals].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last !== undefined && edit.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, edit.to) };
    else result.push(edit);
  }
  return result;
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').replace(/(?<![\s.;,])[\s.;,]+$/, '');
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}
