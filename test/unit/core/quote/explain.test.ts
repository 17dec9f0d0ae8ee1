import assert from 'node:assert/strict';
import { analyseIn } from '../rules/fixture/project';

const FILE = 'file:///project/ask.py';
const SOURCE = `from anthropic import Anthropic

def ask(question, notes):
    return Anthropic().messages.create(
        model="claude-sonnet-5-5",
        max_tokens=100,
        system="You answer guests of a hotel.",
        messages=[{"role": "user", "content": f"{notes}: {question}"}],
    )
`;

describe('how numbers came about', () => {
  it('is said line by line: parts under the input, and no reason twice', async () => {
    const analysed = await analyseIn(new Map([[FILE, SOURCE]]), FILE);
    const lines = analysed.explain(analysed.analysis.quotes[0]?.site.identity ?? '');
    assert.match(lines[2] ?? '', /^price per million tokens: input \$2, cache read \$0\.10, output \$10 \(/);
    const input = lines.findIndex(line => /^input: ≈[\d,]+\+ tokens \(estimated\)$/.test(line));
    const parts = lines.slice(input + 1).filter(line => line.startsWith('  '));
    assert.deepEqual(
      parts.map(line => line.slice(2, line.indexOf(':'))),
      ['system', 'user', 'framing', 'not read', 'not read'],
    );
    assert.match(parts[1] ?? '', /without notes, question/);
    for (const line of lines.filter(each => /^(?:input (?:of|when)|most that)/.test(each))) assert.match(line, /\$[\d.]+\+ \(estimated\)$/);
  });
});
