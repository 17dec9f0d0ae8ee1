import { CHAT, under } from './openai-requests';
import type { Maker, Sdk } from './sdk';

const taught: Maker = { wraps: true };
const made: Maker = { makes: 'client', positional: ['client'], objects: ['client'] };
const structured = { ...CHAT, schema: ['response_model'], modelForm: '/' } as const;

/** Clients of other SDKs that answer in objects; `from_provider` makes one by a model's name. */
export const sdk: Sdk = {
  id: 'instructor',
  modules: ['instructor', '@instructor-ai/instructor'],
  makers: {
    patch: taught,
    apatch: taught,
    from_openai: taught,
    from_anthropic: taught,
    from_gemini: taught,
    from_genai: taught,
    from_mistral: taught,
    from_groq: taught,
    from_cohere: taught,
    from_bedrock: taught,
    Instructor: made,
    AsyncInstructor: made,
    from_provider: { makes: 'client', positional: ['model'] },
    default: { wraps: 'client' },
  },
  baseUrlArguments: [],
  calls: [
    ...under(structured, 'chat.completions.create', 'chat.completions.create_with_completion', 'chat.completions.create_iterable'),
    ...under(structured, 'chat.completions.create_partial', 'messages.create', 'messages.create_with_completion'),
    ...under(structured, 'create', 'create_with_completion', 'create_iterable', 'create_partial'),
  ],
};
