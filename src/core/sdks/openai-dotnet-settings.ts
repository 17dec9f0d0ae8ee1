import type { Api } from '../request/call-site';
import { capital } from '../source/capital';
import type { Literal } from '../source/literal';
import type { FileHead, WrittenSetting } from './sdk';

/** The compiler refuses what is marked as experimental, unless the file or its project says that it may be used. */
const EXPERIMENTAL: FileHead = {
  line: '#pragma warning disable OPENAI001 // This is still marked as experimental.',
  isIn: text => text.split('\n').some(line => line.includes('#pragma warning disable') && line.includes('OPENAI001')),
};

/** Properties of OpenAI's options for .NET (ChatCompletionOptions, CreateResponseOptions), by what its API calls them. Source: openai-dotnet 2.13.0. */
export function dotnetSetting(api: Api, parameter: string, value: Literal): WrittenSetting | undefined {
  if (parameter === 'safety_identifier') return { name: 'SafetyIdentifier', value, head: EXPERIMENTAL };
  if (parameter === 'metadata') return table('Metadata', value);
  if (parameter === 'reasoning_effort' && api === 'openai-chat') {
    const level = levelOf('ChatReasoningEffortLevel', value);
    return level === undefined ? undefined : { name: 'ReasoningEffortLevel', value: { source: level }, head: EXPERIMENTAL };
  }
  if (parameter !== 'reasoning' || typeof value !== 'object' || !('record' in value)) return undefined;
  const [entry, ...others] = value.record;
  const level = entry?.[0] === 'effort' && others.length === 0 ? levelOf('ResponseReasoningEffortLevel', entry[1]) : undefined;
  return level === undefined
    ? undefined
    : { name: 'ReasoningOptions', value: { source: `new() { ReasoningEffortLevel = ${level} }` }, head: EXPERIMENTAL };
}

function levelOf(type: string, value: Literal): string | undefined {
  return typeof value === 'string' && /^[a-z]+$/.test(value) ? `${type}.${capital(value)}` : undefined;
}

/** `Metadata = { ["feature"] = "support" }`: the dictionary is there, and is only told what to hold. */
function table(name: string, value: Literal): WrittenSetting | undefined {
  if (typeof value !== 'object' || !('record' in value)) return undefined;
  const entries = value.record.map(([key, each]) =>
    typeof each === 'string' ? `[${JSON.stringify(key)}] = ${JSON.stringify(each)}` : undefined,
  );
  return entries.includes(undefined) ? undefined : { name, value: { source: `{ ${entries.join(', ')} }` } };
}
