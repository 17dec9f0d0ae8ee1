import { asRecord } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import { readsAnswerAsJson } from '../request/reads-answer';
import { asText } from '../request/resolve';
import { attachedModalities } from './attachments';
import type { Weighed } from './classify';
import type { RequestText } from './request-text';
import { statedParameters } from './stated-parameters';
import type { TaskClass, TaskReading } from './task-class';
import { statedEffort } from './thinking';

/** Few tokens hold a label, a name or a number. */
const LABEL_TOKENS = 32;
/** What is written for people is longer. */
const SHORT_TOKENS = 128;

const IMAGE_VALUE = /(?:^|_|\b)(?:image|img|photo|picture|screenshot)s?(?:_?(?:part|url|bytes|data))?$/i;

/** What the form of a request shows by itself, whatever its words. */
export function settledTask(site: CallSite): TaskReading | undefined {
  if (/embedding/.test(site.api)) return settled('embedding', `a call of ${site.api}`, site);
  if (attachedModalities(site).includes('image')) return settled('vision', 'an image is sent', site);
  if (offersTools(site))
    return settled('agent with tools', site.context?.agentLoop === true ? 'tools in a loop that feeds itself' : 'tools are offered', site);
  return undefined;
}

function settled(task: TaskClass, quote: string, site: CallSite): TaskReading {
  return { task, certainty: 'high', evidence: [{ task, quote, at: site.calleeAt }] };
}

/** Tools that the model may call; one that it must call is a form for its answer. */
function offersTools(site: CallSite): boolean {
  const sends =
    site.request.segments.some(({ kind }) => kind === 'tools') || site.unknowns.some(clause => clause.startsWith('tools: sent'));
  return sends && !forcesTool(site);
}

function forcesTool(site: CallSite): boolean {
  const choice = statedParameters(site).get('tool_choice')?.value;
  if (choice === undefined) return false;
  const record = asRecord(choice);
  const type = record?.entries.find(entry => entry.key === 'type')?.value;
  const stated = asText(choice) ?? (type && asText(type));
  return stated !== undefined && stated !== 'auto' && stated !== 'none';
}

/** What parameters, names and the use of the answer say beside the words. */
export function taskSignals(site: CallSite, text: RequestText): readonly Weighed[] {
  return [...capSignals(site), ...schemaSignals(site), ...effortSignals(site), ...nameSignals(site), ...valueSignals(site, text)];
}

function capSignals({ outputCap: { value, parameter, at } }: CallSite): readonly Weighed[] {
  if (value === undefined || value > SHORT_TOKENS) return [];
  const place = at === undefined ? {} : { at };
  const says = (task: TaskClass, weight: number): Weighed => ({ task, weight, quote: `${parameter} ${value}`, ...place });
  const long: readonly TaskClass[] = ['drafting', 'summarising', 'question over context', 'multi-step reasoning'];
  if (value > LABEL_TOKENS) return long.map(task => says(task, -0.5));
  return [says('classification', 1), says('routing', 0.6), says('short answer', 1), ...long.map(task => says(task, -1.5))];
}

function schemaSignals(site: CallSite): readonly Weighed[] {
  const schema = site.request.segments.find(({ kind }) => kind === 'schema');
  const written = schema?.pieces.map(piece => (piece.kind === 'text' ? piece.text.text : '')).join('') ?? '';
  const place = schema === undefined ? {} : { at: schema.at };
  const properties = (written.match(/"type"\s*:/g) ?? []).length - 1;
  const closed = /"enum"|"boolean"/.test(written);
  if (closed && properties <= 2) return [{ task: 'classification', weight: 3, quote: 'a schema of fixed answers', ...place }];
  if (forcesTool(site)) return [{ task: 'extraction', weight: 2.5, quote: 'a tool that must be called' }];
  if (site.structuredOutput === true)
    return [
      { task: 'extraction', weight: 1, quote: 'the answer has a schema', ...place },
      { task: 'drafting', weight: -0.5, quote: 'the answer has a schema', ...place },
    ];
  return readsAnswerAsJson(site) ? [{ task: 'extraction', weight: 0.8, quote: 'the answer is read as JSON' }] : [];
}

function effortSignals(site: CallSite): readonly Weighed[] {
  const effort = statedEffort(statedParameters(site));
  const level = effort && asText(effort.value)?.toLowerCase();
  if (effort === undefined || level === undefined || !['high', 'xhigh', 'max'].includes(level)) return [];
  return [{ task: 'multi-step reasoning', weight: 1.5, quote: `${effort.path} ${level}`, at: effort.value.at }];
}

/** What the function that asks is called. */
const NAMES: readonly (readonly [task: TaskClass, words: RegExp])[] = [
  ['classification', /classif|categor|sentiment|moderat|is_spam|detect_|intent|grade|score/i],
  ['routing', /(?:^|_)rout(?:e|er|ing)|dispatch|hand_?off/i],
  ['extraction', /extract|parse_|entities/i],
  ['formatting', /(?:^|_)(?:re)?format|normali[sz]e/i],
  ['short answer', /title|slogan|keyword_query/i],
  ['summarising', /summar|digest|tldr|recap/i],
  ['question over context', /rag|answer_(?:from|question|with)|ask_(?:docs|document)|qa(?:_|$)/i],
  ['translation', /translat/i],
  ['drafting', /draft|write_(?:email|post|story|article)|blog|newsletter/i],
  ['code', /(?:^|_)(?:code|sql)(?:_|$)|unit_?tests|review_(?:pr|diff|code)|refactor/i],
  ['multi-step reasoning', /reason|solve|plan(?:ner)?(?:_|$)/i],
];
const NAME_WEIGHT = 1;

function nameSignals({ symbol, calleeAt }: CallSite): readonly Weighed[] {
  const name = symbol.slice(symbol.lastIndexOf('.') + 1);
  const spelled = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return NAMES.filter(([, words]) => words.test(spelled)).map(([task]) => ({
    task,
    weight: NAME_WEIGHT,
    quote: `in ${name}`,
    at: calleeAt,
  }));
}

/** What the values that are put into the prompt are called. */
function valueSignals(site: CallSite, { values }: RequestText): readonly Weighed[] {
  const question = values.find(label => /question|query/i.test(label));
  const context = values.find(label => /context|documents?|docs|passages?|chunks?|articles?|manual|sources?|retrieved|pages?/i.test(label));
  const image = values.find(label => IMAGE_VALUE.test(label));
  return [
    ...(question !== undefined && context !== undefined
      ? [{ task: 'question over context', weight: 1, quote: `${context} and ${question}` } as const]
      : []),
    ...(image !== undefined ? [{ task: 'vision', weight: 2.5, quote: image, at: site.calleeAt } as const] : []),
  ];
}
