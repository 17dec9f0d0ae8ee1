import { groupedDigits } from '../present/grouped-digits';
import type { ModelFacts } from '../prices/model';
import type { Acceptance } from '../prices/parameters/parameters';
import type { SiteQuote } from '../quote/site-quote';
import { asText } from '../request/resolve';
import { attachedModalities } from './attachments';
import { featuresInUse } from './features-in-use';
import { statedParameters } from './stated-parameters';
import { isOpen, statedEffort, thinkingOf } from './thinking';

/** Why a request can't be sent to another model as it stands. */
export interface Conflict {
  /** Short, for lists: `temperature`. */
  readonly what: string;
  /** The code could leave it out or say it otherwise; else the request is about it. */
  readonly of: 'parameter' | 'request';
  /** False: nobody says that it works. */
  readonly known: boolean;
  /** One clause that names the model: "gpt-6-luna refuses `temperature`". */
  readonly why: string;
}

/** APIs whose models are no chat models: another one answers in another form. */
const NO_CHAT = /embedding|image|audio|speech|transcription|video|realtime|rerank|assistant|batch|(?:^|-)completions$/;
/** A model that thinks needs room to do so in its cap. */
const ROOM_FOR_THINKING_TOKENS = 4096;

/** Whether a call is answered by a chat model's text. */
export function answersChat({ api }: Pick<SiteQuote['site'], 'api'>): boolean {
  return !NO_CHAT.test(api);
}

/** What stands against sending a quoted request to another model of the same seller. Not knowing is a conflict, too. Empty: it can be swapped. */
export function conflicts(quote: SiteQuote, to: ModelFacts): readonly Conflict[] {
  return [...sellerConflicts(quote, to), ...modelConflicts(quote, to)];
}

/** The same whoever sells it: what the request asks for that the model refuses, lacks, or has no room for. */
export function modelConflicts(quote: SiteQuote, to: ModelFacts): readonly Conflict[] {
  const { site } = quote;
  if (!answersChat(site)) return [refused('this API', `${to.id} answers another API than ${site.api}`)];
  return [
    ...parameterConflicts(quote, to).map(ofParameter),
    ...capabilityConflicts(quote, to),
    ...contextConflicts(quote, to),
    ...thinkingConflicts(quote, to).map(ofParameter),
  ];
}

function sellerConflicts({ model }: SiteQuote, to: ModelFacts): readonly Conflict[] {
  const same = model === undefined || model.provider === to.provider;
  return same ? [] : [refused('another seller', `${to.id} is sold by ${to.provider}, whose API and key are others`)];
}

function parameterConflicts({ site }: SiteQuote, to: ModelFacts): readonly Conflict[] {
  const { features, unlisted } = featuresInUse(site);
  const thinking = thinkingOf(site, to);
  return [
    ...features.flatMap(({ feature, name }): readonly Conflict[] => {
      const acceptance: Acceptance | undefined = to.parameters?.accepts[feature];
      if (acceptance === 'accepted' || acceptance === 'deprecated') return [];
      if (acceptance === undefined) return [unknown(name, `it is not known whether ${to.id} accepts ${quoted(name)}`)];
      if (acceptance === 'refused') return [refused(name, `${to.id} refuses ${quoted(name)}`)];
      if (thinking === 'off') return [];
      return thinking === 'on'
        ? [refused(name, `${to.id} refuses ${quoted(name)} while it thinks`)]
        : [unknown(name, `${to.id} refuses ${quoted(name)} while it thinks, and it is not known whether it would`)];
    }),
    ...effortConflicts(site, to),
    ...unlisted.map(name => unknown(name, `it is not known whether ${to.id} accepts ${quoted(name)}`)),
    ...(isOpen(site) ? [unknown('parameters', 'parameters that are passed on are not in sight')] : []),
  ];
}

function effortConflicts(site: SiteQuote['site'], to: ModelFacts): readonly Conflict[] {
  const effort = statedEffort(statedParameters(site));
  if (effort === undefined) return [];
  const control = to.capabilities?.reasoning;
  const level = asText(effort.value)?.toLowerCase();
  if (control?.by === 'none') return [refused('effort', `${to.id} doesn’t reason, and refuses an effort`)];
  if (level === undefined || control?.efforts === undefined)
    return [unknown('effort', `it is not known whether ${to.id} accepts this reasoning effort`)];
  return control.efforts.includes(level) ? [] : [refused('effort', `${to.id} has no reasoning effort ${quoted(level)}`)];
}

function capabilityConflicts({ site }: SiteQuote, to: ModelFacts): readonly Conflict[] {
  const { capabilities } = to;
  const needs = (what: string, has: boolean | undefined): readonly Conflict[] =>
    has === true
      ? []
      : has === false
        ? [refused(what, `${to.id} has no ${what}`)]
        : [unknown(what, `it is not known whether ${to.id} has ${what}`)];
  const sends = (kind: 'tools' | 'schema', name: string) =>
    site.request.segments.some(segment => segment.kind === kind) || site.unknowns.some(clause => clause.startsWith(`${name}: sent`));
  return [
    ...(sends('tools', 'tools') ? needs('tools', capabilities?.tools) : []),
    ...(site.structuredOutput === true || sends('schema', 'output schema')
      ? needs('structured output', capabilities?.structuredOutput)
      : []),
    ...attachedModalities(site).flatMap(modality => needs(`${modality} input`, capabilities?.input?.includes(modality))),
    ...needs('text output', capabilities?.output?.includes('text')),
  ];
}

function contextConflicts({ model, inputTokens, outputCapTokens }: SiteQuote, to: ModelFacts): readonly Conflict[] {
  const { contextTokens } = to;
  if (contextTokens === undefined) return [unknown('context', `the context window of ${to.id} is not known`)];
  const needed = inputTokens.low + (outputCapTokens ?? 0);
  if (needed > contextTokens)
    return [refused('context', `the request doesn’t fit ${to.id}, which takes ${groupedDigits(contextTokens)} tokens`)];
  const isSmaller = model?.contextTokens === undefined || model.contextTokens > contextTokens;
  return isSmaller && inputTokens.high + (outputCapTokens ?? 0) > contextTokens
    ? [unknown('context', `it is not known whether the request always fits ${to.id}, which takes ${groupedDigits(contextTokens)} tokens`)]
    : [];
}

/** Thinking counts towards the cap, so one that was right for a model that answers at once may leave no room for the answer. */
function thinkingConflicts({ site, model, outputCapTokens }: SiteQuote, to: ModelFacts): readonly Conflict[] {
  if (outputCapTokens === undefined) return [];
  const most = to.maxOutputTokens;
  if (most !== undefined && (site.outputCap.value ?? 0) > most)
    return [refused('cap', `${to.id} writes at most ${groupedDigits(most)} tokens, less than the cap`)];
  if (outputCapTokens >= ROOM_FOR_THINKING_TOKENS || model === undefined) return [];
  const thinks = thinkingOf(site, to);
  if (thinkingOf(site, model) === 'on' || thinks === 'off') return [];
  const why = `${to.id} ${thinks === 'on' ? 'thinks' : 'may think'} unless told not to, and the cap of ${groupedDigits(outputCapTokens)} tokens counts that too`;
  return [thinks === 'on' ? refused('cap', why) : unknown('cap', why)];
}

function ofParameter(conflict: Conflict): Conflict {
  return { ...conflict, of: 'parameter' };
}

function refused(what: string, why: string): Conflict {
  return { what, of: 'request', known: true, why };
}

function unknown(what: string, why: string): Conflict {
  return { what, of: 'request', known: false, why };
}

/** Names of parameters in code quotes, descriptions as they are. */
function quoted(name: string): string {
  return name.includes(' ') ? name : `\`${name}\``;
}
