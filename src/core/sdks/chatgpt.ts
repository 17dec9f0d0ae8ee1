import { entryOf } from '../link/entries';
import type { Argument } from '../source/values';
import type { Sdk } from './sdk';

/**
 * Chats with OpenAI that the package keeps: `src/chatgpt-api.ts` of https://github.com/transitive-bullshit/chatgpt-api 5.x, read
 * 2026-11-23. Its model by default changed over its versions; where no cap is stated it sets one by what the model has left.
 */
export const sdk: Sdk = {
  id: 'chatgpt',
  modules: ['chatgpt'],
  makers: {
    ChatGPTAPI: { makes: 'client', provider: 'openai', when: isByKey, gives: made => ({ ...made, capsItself: true }) },
  },
  baseUrlArguments: ['apiBaseUrl'],
  calls: [
    {
      path: 'sendMessage',
      api: 'openai-chat',
      streams: false,
      model: ['options.completionParams.model', 'completionParams.model'],
      messages: ['text'],
      system: ['options.systemMessage', 'systemMessage'],
      tools: [],
      conversation: ['options.parentMessageId'],
      cap: ['options.completionParams.max_tokens', 'completionParams.max_tokens', 'maxResponseTokens'],
      capRequired: false,
      schema: [],
      positional: ['text', 'options'],
    },
  ],
};

/** Its first versions signed in to the chat's own page, where nothing is charged by the token. */
function isByKey([options]: readonly Argument[]): boolean {
  const { value: made } = options ?? {};
  return made?.kind !== 'record' || ['sessionToken', 'email'].every(name => entryOf(made, name).value === undefined);
}
