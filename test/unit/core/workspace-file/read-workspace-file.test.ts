import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWorkspaceFile } from '../../../../src/core/workspace-file/read-workspace-file';

/** What is wrong, as the text it stands at and the message. */
function wrong(text: string): readonly (readonly [at: string, message: string])[] {
  return readWorkspaceFile(text).problems.map(({ start, end, message }) => [text.slice(start, end), message]);
}

const CALL = 'src/answer.py#answer/openai-chat#0';

describe('a workspace file', () => {
  it('says what it says, comments and trailing commas included', () => {
    const text = `{
      // of the support team
      "version": 1,
      "features": { "support": ["src/support/**"] },
      "calls": {
        "feature:support": { "callsPerDay": [800, 1200], "outputTokens": 300, "holes": { "docs": 3000 } },
        "${CALL}": { "notAnLlmCall": true },
      },
    }`;
    assert.deepEqual(readWorkspaceFile(text), {
      file: {
        version: 1,
        features: { support: ['src/support/**'] },
        calls: {
          'feature:support': { callsPerDay: [800, 1200], outputTokens: 300, holes: { docs: 3000 } },
          [CALL]: { notAnLlmCall: true },
        },
      },
      problems: [],
      isNewer: false,
    });
  });

  it('may be empty, and then says nothing', () => {
    assert.deepEqual(readWorkspaceFile(' \n'), { file: {}, problems: [], isNewer: false });
    assert.deepEqual(readWorkspaceFile('{}').problems, []);
  });

  it('loses a wrong value, which is said at its place, and the rest counts', () => {
    const text = '{ "calls": { "a/**": { "callsPerDay": -5, "outputTokens": 200 }, "b/**": { "callsPerDay": "many" } } }';
    assert.deepEqual(wrong(text), [
      ['-5', '"callsPerDay" must be a number from 0 to 1,000,000,000,000, or [low, high]. It is left out; the rest counts.'],
      ['"many"', '"callsPerDay" must be a number from 0 to 1,000,000,000,000, or [low, high]. It is left out; the rest counts.'],
    ]);
    assert.deepEqual(readWorkspaceFile(text).file, { calls: { 'a/**': { outputTokens: 200 }, 'b/**': {} } });
  });

  it('blames an entry without a name for that, and not for what it holds', () => {
    const text = '{"features": {"": ["src/**"], "chat": ["web/**"]}, "calls": []}';
    assert.deepEqual(wrong(text), [
      ['["src/**"]', 'This must have a name of 1 to 200 characters. It is left out; the rest counts.'],
      ['[]', '"calls" must be an object of calls and what is said of them. It is left out; the rest counts.'],
    ]);
  });

  it('answers huge and contradictory values at their field', () => {
    const text = `{
      "calls": { "a/**": { "callsPerDay": 1e400, "outputTokens": [500, 100], "hoursPerDay": 25 } },
      "budgets": { "usdPerMonth": { "warn": 500, "error": 100 } },
      "tasks": { "ticket": { "retries": 1 } }
    }`;
    assert.deepEqual(
      wrong(text).map(([at, message]) => `${at}: ${message.replace(/\. It is left out.*/, '')}`),
      [
        '1e400: "callsPerDay" must be a number from 0 to 1,000,000,000,000, or [low, high]',
        '[500, 100]: "outputTokens" must have its low end first',
        '25: "hoursPerDay" must be a number above 0, and 24 at most',
        '500: "warn" must not be above the limit that is an error',
        '{ "retries": 1 }: "ticket" needs "calls"',
      ],
    );
    assert.deepEqual(readWorkspaceFile(text).file, {
      calls: { 'a/**': {} },
      budgets: { usdPerMonth: { error: 100 } },
      tasks: {},
    });
  });

  it('blames no right value for a wrong one beside it', () => {
    const text = '{ "budgets": { "usdPerCall": { "warn": 0.01, "error": -3 } } }';
    assert.deepEqual(
      wrong(text).map(([at]) => at),
      ['-3'],
    );
    assert.deepEqual(readWorkspaceFile(text).file, { budgets: { usdPerCall: { warn: 0.01 } } });
  });

  it('leaves the other items of a list where they are', () => {
    const text = '{ "features": { "support": [3, "a/**", {}, "b/**"] } }';
    assert.deepEqual(
      wrong(text).map(([at]) => at),
      ['3', '{}'],
    );
    assert.deepEqual(readWorkspaceFile(text).file, { features: { support: ['a/**', 'b/**'] } });
  });

  it('says which keys are unknown, at the key', () => {
    assert.deepEqual(wrong('{ "trafic": 3, "rules": { "no-such-rule": "off", "no-unknown-model": "off" } }'), [
      ['"trafic"', '"trafic" is not known here. It is left out; the rest counts.'],
      ['"no-such-rule"', '"no-such-rule" is not known here. It is left out; the rest counts.'],
    ]);
  });

  it('says which names stand for nothing', () => {
    const text = `{
      "features": { "support": ["src/**", "feature:chat"] },
      "calls": { "feature:suport": { "callsPerDay": 3 } },
      "budgets": { "features": { "chat": { "usdPerMonth": { "warn": 3 } } } }
    }`;
    assert.deepEqual(
      wrong(text).map(([at]) => at),
      ['"feature:chat"', '"feature:suport"', '"chat"'],
    );
  });

  it('says that a key comes twice, of which the last counts', () => {
    const text = '{ "referenceModel": "gpt-5.4", "referenceModel": "gpt-6-sol" }';
    assert.deepEqual(wrong(text), [['"referenceModel"', '"referenceModel" is stated again below; that counts.']]);
    assert.deepEqual(readWorkspaceFile(text).file, { referenceModel: 'gpt-6-sol' });
  });

  it('holds prices to the same rules as the settings do', () => {
    assert.deepEqual(wrong('{ "models": { "our-model": { "inputUsd": 3 } } }'), [
      ['{ "inputUsd": 3 }', '"our-model": a price needs both inputUsd and outputUsd. It is left out; the rest counts.'],
    ]);
  });

  it('counts as far as it can be read where it is not JSON', () => {
    const text = '{ "referenceModel": "gpt-5.4", "calls": { "a/**": { "callsPerDay": 3 } ';
    assert.deepEqual(readWorkspaceFile(text).file, { referenceModel: 'gpt-5.4', calls: { 'a/**': { callsPerDay: 3 } } });
    assert.match(wrong(text)[0]?.[1] ?? '', /^This is not JSON here: close brace expected/);
  });

  it('of a newer version says so, and nothing else counts', () => {
    const text = '{ "version": 7, "calls": { "a/**": { "callsPerDay": 3 } }, "new": true }';
    assert.deepEqual(readWorkspaceFile(text).file, {});
    assert.ok(readWorkspaceFile(text).isNewer);
    assert.deepEqual(wrong(text), [
      [
        '7',
        'A newer Promptfare made this file (version 7; this one reads 1). Nothing of it counts until Promptfare is updated, and it is left as it is.',
      ],
    ]);
  });

  it('that is something else altogether says what it must be', () => {
    for (const text of ['[]', '3', 'null', '"x"'])
      assert.deepEqual(wrong(text), [[text.slice(0, 1), 'This must be an object. Nothing counts.']]);
  });

  it('can be nested or long beyond measure', () => {
    assert.match(wrong(`{ "calls": ${'['.repeat(100_000)}`)[0]?.[1] ?? '', /nested too deeply/);
    assert.match(wrong(`{ "referenceModel": "${'x'.repeat(3_000_000)}" }`)[0]?.[1] ?? '', /too large/);
  });

  it('does nothing with names that are more than names', () => {
    const { file } = readWorkspaceFile('{ "calls": { "__proto__": { "callsPerDay": 3 }, "constructor": { "callsPerDay": 4 } } }');
    assert.deepEqual(Object.keys(file.calls ?? {}), ['constructor']);
    assert.equal(Object.getPrototypeOf(file.calls), Object.prototype);
  });

  it('is read whatever it holds, with problems inside of it', () => {
    const keys = fc.constantFrom(
      'version',
      'calls',
      'features',
      'tasks',
      'budgets',
      'models',
      'rules',
      'scenarios',
      'callsPerDay',
      'a/**',
      'x',
    );
    const { value } = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.dictionary(keys, tie('value')), fc.array(tie('value'))),
    }));
    fc.assert(
      fc.property(value, fc.nat(), (content, cut) => {
        const whole = JSON.stringify(content) ?? '';
        for (const text of [whole, whole.slice(0, cut % (whole.length + 1))]) {
          const { file, problems } = readWorkspaceFile(text);
          for (const { start, end } of problems) assert.ok(start >= 0 && start <= end && end <= Math.max(1, text.length));
          // What counts is right.
          assert.deepEqual(readWorkspaceFile(JSON.stringify(file)).file, file);
        }
      }),
      { numRuns: 150 },
    );
  });
});
