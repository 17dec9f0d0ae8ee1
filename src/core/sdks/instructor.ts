import { argumentIn } from './handed';
import { CHAT, under } from './openai-requests';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** Whatever it wraps answers in the form of OpenAI's chats as well. */
const taught: Maker = { wraps: true, makes: 'taught' };
const made: Maker = { makes: 'client', positional: ['client'], objects: ['client'] };
const structured = { ...CHAT, schema: ['response_model'], modelForm: '/' } as const;

const chats: readonly CallShape[] = [
  ...under(structured, 'chat.completions.create', 'chat.completions.create_with_completion', 'chat.completions.create_iterable'),
  ...under(structured, 'chat.completions.create_partial', 'create', 'create_with_completion', 'create_iterable', 'create_partial'),
];

const TEACHERS = [
  ...['patch', 'apatch', 'from_openai', 'from_anthropic', 'from_gemini', 'from_genai', 'from_vertexai', 'from_mistral', 'from_groq'],
  ...['from_cohere', 'from_bedrock', 'from_fireworks', 'from_cerebras', 'from_perplexity', 'from_writer', 'from_xai'],
];

/** Clients of other SDKs that answer in objects; `from_provider` makes one by a model's name. */
export const sdk: Sdk = {
  id: 'instructor',
  modules: ['instructor', '@instructor-ai/instructor'],
  makers: {
    ...Object.fromEntries(TEACHERS.map(name => [name, taught])),
    Instructor: made,
    AsyncInstructor: made,
    from_provider: { makes: 'client', positional: ['model'] },
    from_litellm: { makes: 'client' },
    default: { wraps: 'client' },
  },
  baseUrlArguments: [],
  calls: [
    ...chats,
    ...under(structured, 'messages.create', 'messages.create_with_completion'),
    ...chats.map(shape => ({ ...shape, on: 'taught' })),
  ],
  read,
};

/** A client that is passed in may have been made for a model (`from_provider`). */
function read(call: SdkCall): SdkCall {
  const { shape, object } = call;
  const own = object.layers[object.layers.length - 1];
  const isStated = own === undefined || shape.model.some(name => argumentIn(own, name) !== undefined);
  return object.unseen && !isStated && shape.on === undefined ? { ...call, shape: { ...shape, on: 'client' } } : call;
}
