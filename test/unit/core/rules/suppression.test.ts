import assert from 'node:assert/strict';
import type { QuoteSettings } from '../../../../src/core/quote/settings';
import { analyseIn, DEFAULT_SETTINGS } from './fixture/project';

const ROOT = 'file:///project/src/mail.py';

/** A call with two findings: the clock of its prompt, and no cap. */
function source({ atPrompt = '', atCall = '', onCall = '' } = {}): string {
  return `from datetime import datetime
from openai import OpenAI

client = OpenAI()
RULES = """${Array.from({ length: 120 }, (_, rule) => `Rule ${rule}: case ${rule * 7} goes to desk ${rule * 3}. `).join('')}"""


def reply(mail: str):
    ${atCall}
    return client.responses.create(${onCall}
        model="gpt-5.4",
        ${atPrompt}
        instructions=f"It is {datetime.now()}.\\n\\n{RULES}",
        input=mail,
    )
`;
}

async function rulesFound(text: string, settings: Partial<QuoteSettings> = {}): Promise<readonly string[]> {
  const analysed = await analyseIn(new Map([[ROOT, text]]), ROOT, { ...DEFAULT_SETTINGS, ...settings });
  return analysed.analysis.findings.map(finding => `${finding.rule}: ${finding.severity}`);
}

const CLOCK = 'no-dynamic-prefix: warning';
const CAP = 'require-output-cap: information';

describe('suppressing findings', () => {
  it('reports both without any suppression', async () => {
    assert.deepEqual(await rulesFound(source()), [CLOCK, CAP]);
  });

  for (const [comment, left] of [
    ['# promptfare-ignore no-dynamic-prefix', [CAP]],
    ['# promptfare-ignore require-output-cap', [CLOCK]],
    ['# promptfare-ignore no-dynamic-prefix, require-output-cap', []],
    ['# promptfare-ignore no-dynamic-prefix,require-output-cap: read once', []],
    ['# promptfare-ignore', []],
    ['# promptfare-ignore no-unstable-tools', [CLOCK, CAP]],
    ['# promptfare-ignored no-dynamic-prefix', [CLOCK, CAP]],
  ] as const) {
    it(`above the call: ${comment}`, async () => assert.deepEqual(await rulesFound(source({ atCall: comment })), left));
    it(`on the call's own line: ${comment}`, async () => assert.deepEqual(await rulesFound(source({ onCall: `  ${comment}` })), left));
  }

  it('above the value silences what stands there, and not the call', async () => {
    assert.deepEqual(await rulesFound(source({ atPrompt: '# promptfare-ignore' })), [CAP]);
    assert.deepEqual(await rulesFound(source({ atPrompt: '# promptfare-ignore require-output-cap' })), [CLOCK, CAP]);
  });

  it('where a model is written silences what is said of it at the calls of other files', async () => {
    const names = 'file:///project/src/names.py';
    const call =
      'from openai import OpenAI\nfrom names import MODEL\n\nOpenAI().responses.create(model=MODEL, input="Hi", max_output_tokens=9)\n';
    const findings = async (comment: string) => {
      const files = new Map([
        [ROOT, call],
        [names, `${comment}MODEL = "gpt-4"\n`],
      ]);
      return (await analyseIn(files, ROOT, DEFAULT_SETTINGS)).analysis.findings;
    };
    const found = async (comment: string) => (await findings(comment)).map(({ rule }) => rule);
    assert.deepEqual(await found(''), ['no-retired-model']);
    assert.deepEqual(await found('# promptfare-ignore no-retired-model\n'), []);
    assert.deepEqual(await found('# promptfare-ignore no-unknown-model\n'), ['no-retired-model']);
    const [told] = await findings('# promptfare-ignore no-unknown-model\n');
    assert.deepEqual(told?.related?.lines, { start: { line: 1, character: 8 }, end: { line: 1, character: 15 } }, 'with its lines');
  });

  it('does not reach beyond the next line', async () => {
    assert.deepEqual(await rulesFound(source({ atCall: '# promptfare-ignore\n' })), [CLOCK, CAP]);
  });

  it('holds with Windows line ends', async () => {
    const text = source({ atCall: '# promptfare-ignore no-dynamic-prefix' }).replaceAll('\n', '\r\n');
    assert.deepEqual(await rulesFound(text), [CAP]);
  });

  it('by globs, for one rule or for all', async () => {
    assert.deepEqual(await rulesFound(source(), { ignore: { '*': [], 'no-dynamic-prefix': ['src/**'] } }), [CAP]);
    assert.deepEqual(await rulesFound(source(), { ignore: { '*': ['**/mail.py'] } }), []);
    assert.deepEqual(await rulesFound(source(), { ignore: { '*': ['tests/**'] } }), [CLOCK, CAP]);
  });

  it('by severity', async () => {
    assert.deepEqual(await rulesFound(source(), { severities: { 'no-dynamic-prefix': 'off' } }), [CAP]);
    assert.deepEqual(await rulesFound(source(), { severities: { 'no-dynamic-prefix': 'error', 'require-output-cap': 'hint' } }), [
      'no-dynamic-prefix: error',
      'require-output-cap: hint',
    ]);
  });

  it('reports a suspicion one step milder than a proof', async () => {
    const suspected = source().replace('{datetime.now()}', '{timestamp}').replace('mail: str', 'mail: str, timestamp: str');
    assert.deepEqual(await rulesFound(suspected), ['no-dynamic-prefix: information', CAP]);
    assert.deepEqual(await rulesFound(suspected, { severities: { 'no-dynamic-prefix': 'hint' } }), ['no-dynamic-prefix: hint', CAP]);
  });

  it('as no call of a model, by identity with or without its file', async () => {
    const identity = 'reply/openai-responses#0';
    assert.deepEqual(await rulesFound(source(), { notCalls: [identity] }), []);
    assert.deepEqual(await rulesFound(source(), { notCalls: [`${ROOT}#${identity}`] }), []);
    assert.deepEqual(await rulesFound(source(), { notCalls: [`file:///project/other.py#${identity}`] }), [CLOCK, CAP]);
  });

  it('by switching a rule off leaves what it could mend to those who look for it, and a comment not even that', async () => {
    const off = { severities: { 'no-dynamic-prefix': 'off', 'no-unstable-tools': 'off' } } as const;
    const quiet = async (text: string) =>
      (await analyseIn(new Map([[ROOT, text]]), ROOT, { ...DEFAULT_SETTINGS, ...off })).analysis.refactorings ?? [];
    assert.deepEqual(await rulesFound(source(), off), [CAP]);
    const [offered, ...more] = await quiet(source());
    assert.deepEqual([offered?.rule, offered?.severity], ['no-dynamic-prefix', 'off']);
    // Off for whoever doesn't switch it on.
    assert.deepEqual(
      more.map(({ rule }) => rule),
      ['require-attribution'],
    );
    assert.match(offered?.fixes[0]?.title ?? '', /^Move datetime\.now\(\) behind the static text/);
    const ignored = await quiet(source({ atCall: '# promptfare-ignore no-dynamic-prefix' }));
    assert.deepEqual(
      ignored.map(({ rule }) => rule),
      ['require-attribution'],
    );
  });
});
