import { errorText } from '../error-text';
import { US_DOLLARS } from '../present/currency';
import { inCurrency } from '../present/finding-money';
import { RULES } from '../rules/registry';
import type { Draft, DraftFix, PlainAnswer, Rule, RuleContext } from '../rules/rule';
import type { Edit, Refusal } from '../source/edit';
import { positionsOf } from '../source/position';
import type { Problem } from '../source/summary';
import type { FixAnswers } from '../structured-output/questions';
import type { Finding, FixOffer, RuleId, Severity } from './analysis';
import type { QuoteEnvironment } from './environment';
import type { QuoteSettings } from './settings';
import type { SiteQuote } from './site-quote';
import { suppressionIn } from './suppression';

/** A draft without what makes its edits: plain data, which can be kept. */
type KeptDraft = Omit<Draft, 'fixes'> & { readonly fixes: readonly Omit<DraftFix, 'edits'>[] };

/** What one rule found, and what it asked of the other requests of the file. */
export interface KeptDrafts {
  readonly drafts: readonly KeptDraft[];
  readonly asked: readonly { readonly find: (file: Pick<RuleContext, 'quote' | 'quotes'>) => PlainAnswer; readonly answer: string }[];
}

/** What the rules found at one site. */
export interface SiteFindings {
  readonly findings: readonly Finding[];
  /** Of the rules that looked at nothing but the site: what they will find again as long as it stays the same. */
  readonly drafts: ReadonlyMap<RuleId, KeptDrafts>;
}

export interface Checking {
  readonly context: RuleContext;
  /** What rules found of this very site before. */
  readonly known: ReadonlyMap<RuleId, KeptDrafts> | undefined;
  /** Filled with how each fix is made, by its id. */
  readonly fixes: Map<string, MakeEdits>;
  readonly problems: Problem[];
}

export type MakeEdits = (answers: FixAnswers) => readonly Edit[] | Refusal;

/** What the rules find at one call, without what is silenced. A rule that fails is a problem of ours, and says nothing. */
export function findingsOf({ context, known, fixes, problems }: Checking): SiteFindings {
  const { quote, environment } = context;
  const drafts = new Map<RuleId, KeptDrafts>();
  // The calls on the object are what is found fault with.
  if (quote.site.kind === 'constructor') return { findings: [], drafts };
  const { settings } = environment;
  const { uri } = quote.site.at;
  const suppression = suppressionIn(uri, environment.textOf(uri), settings);
  const watch = watchOf(context);
  const findings = RULES.flatMap(rule => {
    const base = settings.severities[rule.id] ?? rule.defaultSeverity;
    if (suppression.inFile(rule.id)) return [];
    const kept = known?.get(rule.id);
    const isKept = kept?.asked.every(({ find, answer }) => JSON.stringify(context.among(find)) === answer);
    if (kept !== undefined && isKept) drafts.set(rule.id, kept);
    const found = kept !== undefined && isKept ? kept.drafts : checkedAlone(rule, watch, problems, drafts);
    return found.flatMap((drafted, index) => {
      const draft = inMoneyOf(settings, drafted);
      const silent =
        [draft.at, quote.site.at].some(({ start }) => suppression.atLine(rule.id, start)) || isSilencedAtCause(rule.id, draft, context);
      // A rule that is off still offers what it could mend.
      const isIdle = base === 'off' && draft.fixes.length === 0;
      if (silent || isIdle) return [];
      const offers = draft.fixes.map((fix, nth): FixOffer => {
        const id = `${quote.site.identity}/${rule.id}/${fixes.size}`;
        // Rules always find the same, and most fixes are never made.
        fixes.set(id, answers => rule.check(context)[index]?.fixes[nth]?.edits(answers) ?? { refused: GONE });
        return { ...fix, id };
      });
      return [{ ...finished(rule, draft, quote, base, offers), ...placedElsewhere(draft, environment) }];
    });
  });
  return { findings, drafts };
}

/** In another file, which the editor may not have open, with its lines. */
function placedElsewhere({ at, related }: KeptDraft, { textOf }: QuoteEnvironment): Pick<Finding, 'related'> {
  if (related === undefined || related.at.uri === at.uri) return {};
  const text = textOf(related.at.uri);
  return text === undefined ? {} : { related: { ...related, lines: positionsOf(text, related.at) } };
}

/** A comment where the cause stands in another file silences what is found of it everywhere. */
function isSilencedAtCause(rule: RuleId, { at, related }: KeptDraft, { environment }: RuleContext): boolean {
  if (related === undefined || related.at.uri === at.uri) return false;
  const { uri, start } = related.at;
  return suppressionIn(uri, environment.textOf(uri), environment.settings).atLine(rule, start);
}

export const GONE = 'This fix no longer applies: the code has changed. Try again.';

/** A site's context, and what one rule asked of it. One serves all rules, one after the other. */
interface Watch {
  readonly context: RuleContext;
  asked: KeptDrafts['asked'][number][];
  looksAround: boolean;
}

function watchOf(context: RuleContext): Watch {
  const around = <T>(value: T): T => {
    watch.looksAround = true;
    return value;
  };
  const { quote, task, environment, writers, requote } = context;
  const watched: RuleContext = {
    quote,
    task,
    environment,
    requote,
    get quotes() {
      return around(context.quotes);
    },
    among(find) {
      const answer = context.among(find);
      watch.asked.push({ find, answer: JSON.stringify(answer) });
      return answer;
    },
    adviceOf: other => (other === quote ? context.adviceOf(other) : around(context.adviceOf(other))),
    writers: { ...writers, codeOf: uri => around(writers.codeOf(uri)) },
  };
  const watch: Watch = { context: watched, asked: [], looksAround: false };
  return watch;
}

/** Checks a rule, and notes what it found where that hangs on the site alone, and on answers about the others. */
function checkedAlone(rule: Rule, watch: Watch, problems: Problem[], drafts: Map<RuleId, KeptDrafts>): readonly KeptDraft[] {
  watch.asked = [];
  watch.looksAround = false;
  const failures = problems.length;
  const found = checked(rule, watch.context, problems).map(({ fixes, ...draft }): KeptDraft => {
    return { ...draft, fixes: fixes.map(({ edits: _, ...fix }) => fix) };
  });
  const { asked, looksAround } = watch;
  if (!looksAround && problems.length === failures) drafts.set(rule.id, { drafts: found, asked });
  return found;
}

/** A fault in one rule costs its findings, not the file's analysis. */
function checked(rule: Rule, context: RuleContext, problems: Problem[]): readonly Draft[] {
  try {
    return rule.check(context);
  } catch (error) {
    problems.push({
      message: `The rule ${rule.id} failed here: ${errorText(error)}`,
      at: context.quote.site.calleeAt,
      ours: true,
    });
    return [];
  }
}

/** What a person reads of a finding, with its amounts in the currency that they chose. */
function inMoneyOf({ currency = US_DOLLARS }: QuoteSettings, draft: KeptDraft): KeptDraft {
  const fixes = draft.fixes.map(fix => ({ ...fix, title: inCurrency(fix.title, currency) }));
  return { ...draft, message: inCurrency(draft.message, currency), fixes };
}

function finished(rule: Rule, draft: KeptDraft, quote: SiteQuote, base: Severity, fixes: readonly FixOffer[]): Finding {
  const { milder: lessUrgent, ...found } = draft;
  const severity = lessUrgent === true ? milder(base) : base;
  return {
    ...found,
    rule: rule.id,
    severity: draft.certainty === 'confirmed' ? severity : milder(severity),
    site: quote.site.identity,
    fixes,
  };
}

/** Only what is confirmed is a warning. */
function milder(severity: Severity): Severity {
  if (severity === 'off') return severity;
  const order: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
  return order[Math.max(1, order.indexOf(severity) - 1)] ?? severity;
}
