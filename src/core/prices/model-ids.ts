import { knownSeller } from './sellers';

/** What an id says by itself: who sells it, and the forms under which a catalogue may know it, most exact first. */
export interface IdForms {
  readonly seller: string | undefined;
  readonly forms: readonly string[];
}

const RESOURCE = /^(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/(google|anthropic)\/models\//;
const BEDROCK =
  /^(?:(?:global|us|us-gov|eu|apac|jp|au|in|ca|sa)\.)?(?:anthropic|amazon|meta|mistral|deepseek|openai|cohere|qwen|writer|nvidia|ai21|google|moonshot|minimax)\.[a-z]/;
const BEDROCK_VERSION = /-v\d+(?::\d+)?$/;
const BEDROCK_MAKER = /^(?:(us|us-gov|eu|apac|jp|au|in|ca|sa|global)\.)?([a-z0-9]+)\./;
/** A profile's or model's own resource; what follows is its id. */
const BEDROCK_ARN = /^arn:aws[\w-]*:bedrock:[^/]*:(?:inference-profile|foundation-model)\//;
const CALENDAR_DATE = /[-@](20\d{2})(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])$/;

/** `seller`: who the code says it calls; undefined: it doesn't say. */
export function idForms(seller: string | undefined, modelId: string): IdForms {
  const id = modelId.trim().toLowerCase();
  const resource = RESOURCE.exec(id);
  if (resource !== null) return { seller: 'google', forms: withoutDates([id.slice(resource[0].length)]) };
  const arn = BEDROCK_ARN.exec(id);
  if (arn !== null) return idForms('aws', id.slice(arn[0].length));
  if (id.startsWith('models/')) return { seller: seller ?? 'google', forms: withoutDates([id, id.slice('models/'.length)]) };

  // `openai/gpt-5.4` (LiteLLM, gateways), `openai:gpt-5.4` (LangChain, pydantic-ai, registries)
  const slash = id.search(/[/:]/);
  const prefix = slash > 0 ? knownSeller(id.slice(0, slash)) : undefined;
  if (prefix !== undefined && (seller === undefined || seller === prefix)) {
    // What follows the prefix may say more: `bedrock/us.anthropic.…`, `openrouter/openai/…`.
    const rest = idForms(prefix, id.slice(slash + 1));
    return { seller: rest.seller, forms: [...new Set([...withoutDates([id]), ...rest.forms])] };
  }

  const isOwnOrUnsaid = seller === undefined || seller === 'anthropic' || seller === 'aws';
  if (isOwnOrUnsaid && BEDROCK.test(id)) return { seller: 'aws', forms: bedrockForms(id) };
  if (seller === 'aws') return { seller, forms: bedrockForms(id) };
  const isVertexClaude = id.startsWith('claude-') && id.includes('@') && (seller === undefined || seller === 'anthropic');
  return { seller: isVertexClaude ? 'google' : seller, forms: withoutDates([id]) };
}

function bedrockForms(id: string): readonly string[] {
  const forms = withoutDates([id, id.replace(BEDROCK_VERSION, '')]);
  // Global inference has prices of its own, so only regional ids may answer without their prefix.
  if (id.startsWith('global.')) return forms;
  return [...new Set([...forms, ...forms.map(form => form.replace(BEDROCK_MAKER, ''))])];
}

/** Each form, then each without its date. */
function withoutDates(forms: readonly string[]): readonly string[] {
  return [...new Set([...forms, ...forms.map(form => form.replace(CALENDAR_DATE, ''))])];
}

/** Who made a model that another sells, and the maker's id of it: its tokens and thinking are the maker's. */
export function madeBy(seller: string, form: string): { readonly maker: string; readonly id: string } | undefined {
  if (seller === 'google') return form.startsWith('claude-') ? { maker: 'anthropic', id: form } : undefined;
  if (seller === 'aws') {
    const match = BEDROCK_MAKER.exec(form);
    const maker = match?.[2] === undefined ? undefined : knownSeller(match[2]);
    if (match === null || maker === undefined || maker === 'aws') return undefined;
    return { maker, id: form.slice(match[0].length) };
  }
  const slash = form.indexOf('/');
  const maker = slash > 0 ? knownSeller(form.slice(0, slash)) : undefined;
  return maker === undefined || maker === seller ? undefined : { maker, id: form.slice(slash + 1) };
}
