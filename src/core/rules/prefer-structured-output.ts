import { within } from '../link/value-parts';
import { usdPerThousandText, usdText } from '../present/finding-money';
import { type Estimate, isKnown } from '../quote/basis';
import type { CallSite } from '../request/call-site';
import { readsAnswerAsJson } from '../request/reads-answer';
import { answersChat } from '../routing/compatibility';
import { asksBesidesJson } from '../structured-output/asks-besides-json';
import { asksForJson } from '../structured-output/asks-for-json';
import type { StructuredPlan } from '../structured-output/plan';
import { planInCode } from '../structured-output/plan-in-code';
import { planInJava } from '../structured-output/plan-in-java';
import { planInPromptFile } from '../structured-output/plan-in-prompt-file';
import { planInTypedCode } from '../structured-output/plan-in-typed-code';
import { promptLines } from '../structured-output/prompt-lines';
import { isSchemaRefusal, type SchemaRefusal } from '../structured-output/shape';
import type { Draft, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'prefer-structured-output',
  summary: 'An answer that is to be JSON, or is parsed as JSON, without a schema that it keeps to',
  defaultSeverity: 'hint',
  // A schema also tells what kind of task it is.
  reveals: ['no-almost-cacheable', 'no-long-context-tier', 'prefer-smaller-model'],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  if (
    !answersChat(site) ||
    // No request of a program: an editor's agent takes no schema.
    site.flatRate ||
    hasSchema(site) ||
    site.context?.givesObject === true ||
    site.request.segments.some(({ kind }) => kind === 'tools')
  )
    return [];
  const asked = asksFor(site);
  // A wrapper mostly takes the answer out of what comes back.
  const parsed = readsAnswerAsJson(site) || (asked && site.via.length > 0 && site.context?.parsesJson === true);
  // What a wrapper sends is parsed in it, or where it is called: wherever the parsing stands, the schema belongs.
  if ((site.isWrapper || site.via.length > 0) && !parsed) return [];
  if (!asked && (!parsed || site.streams)) return [];
  const isPart = asked && textsOf(site).some(asksBesidesJson);
  if (isPart && !parsed) return [];
  const plan = isPart ? AMONG_OTHERS : planFor(context);
  const message = [says({ asked, parsed, isPart, inJsonMode: isInJsonMode(site) }), ...gains(context, plan)].join(' ');
  const base = { at: site.calleeAt, message, certainty: asked && parsed && !isPart ? 'confirmed' : 'suspected' } as const;
  if (isSchemaRefusal(plan)) return [{ ...base, fixes: [], unfixable: plan.because }];
  const { questions } = plan;
  const title = `Ask for the answer by a schema, made from ${plan.by}${questions.length === 0 ? '' : '…'}`;
  const fix = { title, effect: 'schema', preferred: false, edits: plan.edits } as const;
  return [{ ...base, fixes: [questions.length === 0 ? fix : { ...fix, questions }] }];
}

/** JSON mode alone is no schema. A prompt file's schema is sent, but not counted. */
function hasSchema({ request, unknowns }: CallSite): boolean {
  return request.segments.some(({ kind }) => kind === 'schema') || unknowns.some(clause => clause.startsWith('output schema'));
}

function asksFor(site: CallSite): boolean {
  return textsOf(site).some(text => asksForJson(text) !== undefined);
}

function textsOf({ request }: CallSite): readonly string[] {
  return [...promptLines(request).values()].map(({ text }) => text);
}

const AMONG_OTHERS: SchemaRefusal = {
  because: 'The answer holds other text, too, and a schema holds all of it. Make fields of what you need.',
};

/** The answer is JSON in any case, whatever is in it. */
function isInJsonMode({ parameters }: CallSite): boolean {
  return Object.entries(parameters).some(
    ([name, { value }]) =>
      !OF_REQUEST.test(name) && [...within(value)].some(part => part.kind === 'text' && JSON_MODE.test(part.text.text)),
  );
}

/** These say how the request itself is written, not what the model answers. */
const OF_REQUEST = /^(?:headers|content_?type|accept)\b/i;

const JSON_MODE = /^(?:json_object|application\/json)$/;

function planFor({ quote, quotes, writers }: RuleContext): StructuredPlan | SchemaRefusal {
  const { site, model } = quote;
  if (model?.capabilities?.structuredOutput === false) return { because: `${model.id} takes no schema. Another model is needed first.` };
  const { value: provider } = site.provider;
  if (site.kind !== 'prompt-file' && (provider === undefined || !TAKE_SCHEMAS.has(provider)))
    return { because: `Whether ${provider ?? 'this host'} takes a schema in this form isn’t known here. Its documentation says it.` };
  const sites = quotes.map(each => each.site);
  if (site.kind === 'prompt-file') return planInPromptFile(site, sites, writers);
  const language = writers.codeOf(site.at.uri)?.language;
  if (language === 'java') return planInJava(site, sites, writers);
  return (language === 'go' || language === 'csharp' ? planInTypedCode : planInCode)(site, sites, writers);
}

const TAKE_SCHEMAS: ReadonlySet<string> = new Set(['openai', 'azure', 'anthropic', 'google']);

interface Said {
  readonly asked: boolean;
  readonly parsed: boolean;
  readonly isPart: boolean;
  readonly inJsonMode: boolean;
}

function says({ asked, parsed, isPart, inJsonMode }: Said): string {
  if (!parsed) return 'The prompt asks for JSON, but nothing holds the answer to it: ask for it by a schema.';
  const json = isPart ? 'JSON among other text' : 'JSON';
  const what = asked ? `The prompt asks for ${json} and the code parses it` : 'The code parses this answer as JSON';
  const lost = inJsonMode ? 'JSON mode lets it lack what the code reads' : 'what doesn’t parse was paid for in vain';
  return `${what}, but nothing holds the answer to a schema: ${lost}.`;
}

/** Words that go, a schema that comes, and what a retry costs: all from quotes. */
function gains({ quote, requote }: RuleContext, plan: StructuredPlan | SchemaRefusal): readonly string[] {
  const sentences: string[] = [];
  if (!isSchemaRefusal(plan) && plan.site !== undefined) {
    const [was, shorter, now] = [requote(quote.site), requote(plan.shorter), requote(plan.site)];
    const words = tokens(was.inputTokens, shorter.inputTokens);
    const schema = tokens(now.inputTokens, shorter.inputTokens);
    const taken =
      words > 0 ? `A schema takes ${count(words)} of instructions out of the prompt and adds about ${count(schema)} of its own` : '';
    sentences.push(`${taken || `A schema adds about ${count(schema)} to each call`}${money(was, now)}.`);
  }
  if (quote.site.context?.retried === true && isKnown(quote.steadyInputUsd))
    sentences.push(`Each retry sends the prompt again, for ${usdText(quote.steadyInputUsd.value)} of input alone.`);
  return sentences;
}

function tokens(more: Estimate, less: Estimate): number {
  return Math.round(more.value - less.value);
}

function count(number: number): string {
  return number === 1 ? '1 token' : `${number.toLocaleString('en')} tokens`;
}

function money(was: RuleContext['quote'], now: RuleContext['quote']): string {
  if (!isKnown(was.steadyInputUsd) || !isKnown(now.steadyInputUsd)) return '';
  const saved = was.steadyInputUsd.value - now.steadyInputUsd.value;
  const text = usdPerThousandText({ ...was.steadyInputUsd, value: Math.abs(saved), low: Math.abs(saved), high: Math.abs(saved) });
  return saved === 0 ? '' : ` (${text} ${saved > 0 ? 'less' : 'more'} per 1,000 calls)`;
}
