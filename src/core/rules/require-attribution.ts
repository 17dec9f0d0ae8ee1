import { insertSetting } from '../fixes/insert-setting';
import { writtenExpression, writtenSetting } from '../fixes/written-scalar';
import type { CallSite } from '../request/call-site';
import { namesAround } from '../request/function-name';
import { answersChat } from '../routing/compatibility';
import { snakeCase } from '../routing/stated-parameters';
import { isRefusal } from '../source/edit';
import type { Literal } from '../source/literal';
import type { Scope } from '../source/summary';
import type { FixQuestion } from '../structured-output/questions';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

export const rule: Rule = {
  id: 'require-attribution',
  summary: 'A call whose cost can’t be told apart in the bill: no feature, team or user is named',
  defaultSeverity: 'off',
  reveals: [],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  // Whom a wrapper calls for is said where the wrapper sends its request.
  if (site.kind === 'prompt-file' || site.via.length > 0 || site.flatRate || !answersChat(site) || isAttributed(site)) return [];
  const message = 'Nothing in this request says which feature or user it is for, so the bill can’t be split. Tag it.';
  const base = { at: site.calleeAt, message, certainty: 'confirmed' } as const;
  const way = fixFor(context);
  return [typeof way === 'string' ? { ...base, fixes: [], unfixable: way } : { ...base, fixes: [way] }];
}

/** What names a feature, a team or a user, in some API or in a package that watches calls. */
const TAGS: ReadonlySet<string> = new Set(
  'metadata user user_id end_user_id safety_identifier labels tags config run_name extra_headers default_headers headers experimental_telemetry telemetry callbacks provider_options'.split(
    ' ',
  ),
);

function isAttributed({ parameters }: CallSite): boolean {
  return Object.keys(parameters).some(name => TAGS.has(snakeCase(name)));
}

/** How a request is tagged: with the name of a feature, or with the id of a user that the code has at hand. */
interface Form {
  readonly parameter: string;
  readonly by: 'feature' | 'user';
  value(tag: Literal): Literal;
}

const FEATURE_IN_METADATA: Form = { parameter: 'metadata', by: 'feature', value: tag => ({ record: [['feature', tag]] }) };
const USER_IN_METADATA: Form = { parameter: 'metadata', by: 'user', value: tag => ({ record: [['user_id', tag]] }) };
const SAFETY_IDENTIFIER: Form = { parameter: 'safety_identifier', by: 'user', value: tag => tag };
const TELEMETRY: Form = {
  parameter: 'experimental_telemetry',
  by: 'feature',
  value: tag => ({
    record: [
      ['isEnabled', true],
      ['functionId', tag],
    ],
  }),
};
const LITELLM: Form = { parameter: 'metadata', by: 'feature', value: tag => ({ record: [['tags', { list: [tag] }]] }) };

function formOf({ sdk, api, provider, parameters }: CallSite): Form | undefined {
  if (sdk === 'litellm') return LITELLM;
  if (api === 'vercel-ai') return TELEMETRY;
  if (api === 'anthropic-messages' && provider.value === 'anthropic') return USER_IN_METADATA;
  if (provider.value !== 'openai') return undefined;
  const store = parameters.store?.value;
  const stores = store?.kind === 'scalar' ? store.value === true : undefined;
  // OpenAI takes metadata only with requests that it stores: responses unless told otherwise, chats only if told.
  if (api === 'openai-responses' && (store === undefined || stores === true)) return FEATURE_IN_METADATA;
  if (api === 'openai-chat') return stores === true ? FEATURE_IN_METADATA : SAFETY_IDENTIFIER;
  return api === 'openai-responses' ? SAFETY_IDENTIFIER : undefined;
}

function fixFor({ quote: { site }, writers }: RuleContext): DraftFix | string {
  const form = formOf(site);
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  const { call } = site;
  if (form === undefined || call === undefined || text === undefined || printer === undefined)
    return 'How a request is tagged here isn’t known. A key of its own for each feature splits the bill, too.';
  const tags = form.by === 'feature' ? features(site) : users(site, { writers });
  const [first] = tags;
  if (first === undefined)
    return `${form.parameter} takes the id of a user, and nothing here is named like one. A key of its own for each feature splits the bill, too.`;
  const edits = (tag: Literal) => {
    const value = form.value(tag);
    const isExpression = typeof value === 'object' && 'source' in value;
    const written = isExpression ? writtenExpression(site.sdk, form.parameter, value.source, writers.codeOf(site.at.uri)) : value;
    const setting = written === undefined ? undefined : writtenSetting(site.sdk, site.api, form.parameter, written);
    return setting === undefined
      ? { refused: `How this package takes ${form.parameter} here isn’t known. Add it by hand.` }
      : insertSetting(printer, text, call, setting);
  };
  const trial = edits(first.literal);
  if (isRefusal(trial)) return trial.refused;
  const question: FixQuestion = {
    id: 'tag',
    title: form.by === 'feature' ? 'What is this call for?' : 'Whose id shall be sent? It must not be a name or an address',
    many: false,
    options: tags.map(({ label }) => ({ id: label, label })),
  };
  return {
    title: `Tag the request with ${writtenSetting(site.sdk, site.api, form.parameter, first.literal)?.name ?? form.parameter}…`,
    effect: 'parameters',
    preferred: false,
    questions: [question],
    edits(answers) {
      const chosen = tags.find(({ label }) => label === answers[question.id]?.[0]);
      return chosen === undefined ? { refused: 'Nothing was changed: no tag was chosen.' } : edits(chosen.literal);
    },
  };
}

interface Tag {
  readonly label: string;
  readonly literal: Literal;
}

/** The function, its class, the file and its folder. */
function features({ symbol, at }: CallSite): readonly Tag[] {
  const parts = decodeURIComponent(at.uri).split('/');
  const file = (parts.pop() ?? '').replace(/\.[^.]*$/, '');
  const names = [...[...namesAround(symbol)].reverse(), file, parts.pop() ?? ''];
  return [...new Set(names)].filter(name => /^[\p{L}\p{N}_.-]{1,64}$/u.test(name)).map(label => ({ label, literal: label }));
}

/** What these functions are handed. */
function namesIn(functions: readonly Scope[]): readonly string[] {
  const names = functions.flatMap(({ params }) => params.flatMap(({ name, fields = [] }) => [name, ...fields.map(field => field.name)]));
  return [...new Set(names)].filter(name => name !== '');
}

const USER = /^(?:user|customer|account|tenant|team|org(?:ani[sz]ation)?|member|client)_?(?:id|hash|uuid|key)$|^uid$/i;

function users(site: CallSite, { writers }: Pick<RuleContext, 'writers'>): readonly Tag[] {
  return namesIn(writers.functionsAround(site))
    .filter(name => USER.test(name))
    .map(label => ({ label, literal: { source: label } }));
}
