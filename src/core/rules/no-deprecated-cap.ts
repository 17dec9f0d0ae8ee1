import { renameCap } from '../fixes/rename-cap';
import type { Acceptance } from '../prices/parameters/parameters';
import type { SiteQuote } from '../quote/site-quote';
import { isRefusal } from '../source/edit';
import type { Draft, Rule, RuleContext } from './rule';

const OLD = 'max_tokens';
const NEW = 'max_completion_tokens';

export const rule: Rule = {
  id: 'no-deprecated-cap',
  summary: '`max_tokens`, where the API has deprecated it or the model refuses it',
  defaultSeverity: 'information',
  reveals: [],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote, writers } = context;
  const { site } = quote;
  const acceptance = acceptanceOf(quote);
  if (acceptance === undefined || !usesName(quote, OLD) || context.among(alsoTriesNewName)) return [];
  const refused = acceptance === 'refused';
  const whose = site.provider.value === 'groq' ? 'Groq' : 'OpenAI';
  const message = refused
    ? `${quote.model?.id ?? 'The model'} refuses \`${OLD}\`: the request fails. It is \`${NEW}\` there, which counts what is thought, too.`
    : `${whose} has deprecated \`${OLD}\` in favour of \`${NEW}\`${whose === 'OpenAI' ? ', and models that reason refuse it' : ''}.`;
  const inFile = site.outputCap.at?.uri === site.at.uri;
  const base = {
    at: inFile && site.outputCap.at !== undefined ? site.outputCap.at : site.calleeAt,
    message,
    // The model decides whether it is refused; that it is deprecated needs none. A client that is passed in may ask who knows the old name only.
    certainty: site.provider.provenance === 'default' && !refused ? 'suspected' : 'confirmed',
    ...(refused ? {} : ({ milder: true } as const)),
  } as const;
  const edits = renameCap(writers, site, OLD, NEW);
  if (isRefusal(edits)) return [{ ...base, fixes: [], unfixable: edits.refused }];
  const preferred = base.certainty === 'confirmed';
  return [{ ...base, fixes: [{ title: `Rename ${OLD} to ${NEW}`, effect: 'parameters', preferred, edits: () => edits }] }];
}

/** Of chat completions at OpenAI's own host or Groq's. Azure's older versions know the old name only, other hosts often do. */
function acceptanceOf({ site, model }: SiteQuote): Acceptance | undefined {
  const chat = site.api === 'openai-chat' || (site.kind === 'prompt-file' && site.provider.value === 'openai');
  // What a wrapper sends is found in the wrapper.
  if (!chat || site.via.length > 0) return undefined;
  // Its own name for the cap, which it translates for models that want the other.
  if (site.sdk === 'litellm') return undefined;
  if (site.provider.value === 'groq') return 'deprecated';
  if (site.provider.value !== 'openai') return undefined;
  const stated = model?.parameters?.accepts.max_tokens;
  if (stated === 'refused') return 'refused';
  // A format's own name for it is the format's to change, and who may name another host keeps the name that all hosts know.
  return site.kind === 'prompt-file' || mayAskOtherHost(site.provider) ? undefined : 'deprecated';
}

/** `base_url: str | None = None`: written where the client is made. */
function mayAskOtherHost({ provenance, at }: SiteQuote['site']['provider']): boolean {
  return provenance === 'default' && at !== undefined;
}

/** Its function makes the call by the new name, too, for models or servers that want one of both. */
function alsoTriesNewName({ quote: { site }, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): boolean {
  return site.symbol !== '' && quotes.some(other => other.site.symbol === site.symbol && usesName(other, NEW));
}

function usesName({ site }: SiteQuote, name: string): boolean {
  const { parameter, state } = site.outputCap;
  if (state !== 'set' && state !== 'unknown') return false;
  return parameter === name || parameter.endsWith(`.${name}`);
}
