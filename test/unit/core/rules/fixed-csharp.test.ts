import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FIXTURES = path.join(__dirname, '../../../fixtures/rules');
/** What OpenAI's package for .NET marks as experimental, so that the compiler refuses it where OPENAI001 stands nowhere (2.13.0, its lists of its API). */
const EXPERIMENTAL =
  /\b(?:BatchClient|DeveloperChatMessage|(?:Chat)?ReasoningEffortLevel|SafetyIdentifier|ChatServiceTier|ServiceTier|Seed|OutputPrediction|WebSearchOptions|AudioOptions|ResponseModalities|ResponsesClient|GetResponsesClient|CreateResponseOptions|ResponseItem|ResponseResult|ResponseTextFormat)\b/g;

const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter(name => /\.fixed(?:-\d+)?\.cs$/.test(name));
const read = (name: string) => readFileSync(path.join(FIXTURES, name), 'utf8');
const experimentalIn = (text: string) => text.match(EXPERIMENTAL)?.length ?? 0;

describe('what fixes make of C#', () => {
  it('brings nothing experimental into a file that does not allow it', () => {
    const bringing = names.filter(name => {
      const original = name.replace(/\.fixed(?:-\d+)?\./, '.');
      return experimentalIn(read(name)) > experimentalIn(existsSync(path.join(FIXTURES, original)) ? read(original) : '');
    });
    assert.ok(bringing.length >= 5, bringing.join(', '));
    for (const name of bringing) assert.match(read(name), /^#pragma warning disable OPENAI001\b/m, name);
  });
});
