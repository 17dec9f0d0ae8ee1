import { loadCounters } from '../../../src/node/encodings';

export const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Loads what it needs for an encoding, and gives a counter. `tables` holds our compiled tables. */
type Engine = (encoding: Encoding, tables: string) => Promise<(text: string) => number>;

/** Each loads its package only when it is asked, so that a process measures one of them. All count special tokens as text. */
export const ENGINES = {
  promptfare: async (encoding, tables) => loadCounters(tables)(encoding),
  tiktoken: async encoding => {
    const { get_encoding } = await import('tiktoken');
    const encoder = get_encoding(encoding);
    return text => encoder.encode(text, [], []).length;
  },
  'gpt-tokenizer': async encoding => {
    const { countTokens } = await (encoding === 'o200k_base'
      ? import('gpt-tokenizer/encoding/o200k_base')
      : import('gpt-tokenizer/encoding/cl100k_base'));
    return text => countTokens(text, { disallowedSpecial: new Set() });
  },
  'js-tiktoken': async encoding => {
    const { Tiktoken } = await import('js-tiktoken/lite');
    const tables = await (encoding === 'o200k_base' ? import('js-tiktoken/ranks/o200k_base') : import('js-tiktoken/ranks/cl100k_base'));
    const encoder = new Tiktoken(tables.default);
    return text => encoder.encode(text, [], []).length;
  },
} as const satisfies Record<string, Engine>;

export type EngineName = keyof typeof ENGINES;
