import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, isRefusal } from '../../../../src/core/source/edit';
import { stateSeverity, stateTraffic } from '../../../../src/core/workspace-file/edit-workspace-file';
import { readWorkspaceFile } from '../../../../src/core/workspace-file/read-workspace-file';

const CALL = { path: 'src/answer.py', identity: 'answer/openai-chat#0' };
const KEY = 'src/answer.py#answer/openai-chat#0';

function applied(text: string, edits: ReturnType<typeof stateTraffic>): string {
  if (isRefusal(edits)) throw new Error(edits.refused);
  return applyEdits(
    text,
    edits.map(edit => ({ ...edit, uri: '' })),
  );
}

describe('stating something in the workspace file', () => {
  it('begins a file that says nothing yet', () => {
    const expected = `{\n  "version": 1,\n  "calls": {\n    "${KEY}": {\n      "callsPerDay": 1200\n    }\n  }\n}\n`;
    assert.equal(applied('', stateTraffic('', CALL, 1200)), expected);
    assert.equal(applied(' \n', stateTraffic(' \n', CALL, 1200)), expected);
  });

  it('changes the number alone where there is one, and leaves comments and layout as they are', () => {
    const text = `{\r\n\t// ours\r\n\t"calls": {"${KEY}": { "callsPerDay": 5 /* a guess */, "outputTokens": 3}}\r\n}`;
    const edits = stateTraffic(text, CALL, [800, 1200]);
    assert.equal(applied(text, edits), text.replace('5 /*', '[800, 1200] /*'));
    assert.equal(applied(text, stateTraffic(text, CALL, 7)), text.replace('5 /*', '7 /*'));
  });

  it('is read again of a call deep within folders that is made through many functions', () => {
    const via = Array.from({ length: 9 }, (_, index) => `_construct_detailed_report_part_${index}`).join('>');
    const call = { path: `${'services/'.repeat(20)}report.py`, identity: `DetailedReport.run/${via}/openai-chat#0` };
    const { file, problems } = readWorkspaceFile(applied('', stateTraffic('', call, 1200)));
    assert.deepEqual(problems, []);
    assert.deepEqual(file.calls, { [`${call.path}#${call.identity}`]: { callsPerDay: 1200 } });
  });

  it('adds an entry beside the others, in their layout', () => {
    const text = '{\n    // of ours\n    "calls": {\n        "a/**": { "callsPerDay": 5 },\n    },\n}\n';
    const after = applied(text, stateTraffic(text, CALL, 7));
    assert.equal(
      after,
      `{\n    // of ours\n    "calls": {\n        "a/**": { "callsPerDay": 5 },\n        "${KEY}": {\n            "callsPerDay": 7\n        },\n    },\n}\n`,
    );
  });

  it('leaves a comment where it is, behind what it is about', () => {
    const text = '{\n  "referenceModel": "gpt-5.4" // the cheap one\n  // more to come\n}\n';
    assert.equal(
      applied(text, stateSeverity(text, 'no-unknown-model', 'off')),
      '{\n  "referenceModel": "gpt-5.4", // the cheap one\n  // more to come\n  "rules": {\n    "no-unknown-model": "off"\n  }\n}\n',
    );
    const empty = '{\n  // nothing yet\n}\n';
    assert.equal(
      applied(empty, stateSeverity(empty, 'no-unknown-model', 'off')),
      '{\n  // nothing yet\n  "rules": {\n    "no-unknown-model": "off"\n  }\n}\n',
    );
  });

  it('stays on the line of what is on one line', () => {
    const text = `{ "calls": { "${KEY}": { "outputTokens": 3 } } }`;
    assert.equal(applied(text, stateTraffic(text, CALL, 5)), `{ "calls": { "${KEY}": { "outputTokens": 3, "callsPerDay": 5 } } }`);
    assert.equal(applied('{}', stateSeverity('{}', 'r', 'off')), '{\n  "rules": {\n    "r": "off"\n  }\n}');
  });

  it('uses the name that the file has for the call already', () => {
    const text = `{ "calls": { "./${KEY}": { "callsPerDay": 5 } } }`;
    assert.equal(applied(text, stateTraffic(text, CALL, 6)), text.replace('5', '6'));
  });

  it('takes a statement back', () => {
    const text = `{ "calls": { "${KEY}": { "callsPerDay": 5, "outputTokens": 3 } } }`;
    assert.deepEqual(readWorkspaceFile(applied(text, stateTraffic(text, CALL, undefined))).file, { calls: { [KEY]: { outputTokens: 3 } } });
  });

  it('writes nothing into a file of a newer version, or one that is not read as it stands', () => {
    const refused = (text: string) => {
      const result = stateTraffic(text, CALL, 1);
      return isRefusal(result) ? result.refused : '';
    };
    assert.match(refused('{ "version": 2 }'), /newer Promptfare/);
    for (const text of ['{ "calls": ', '[]', '{ "calls": 3 }', '{ "calls": {}, "calls": {} }', `{ "calls": { "${KEY}": [] } }`])
      assert.match(refused(text), /can't be read as it stands/, text);
  });

  it('is read back as it was stated, whatever else the file says', () => {
    const others = fc.record(
      {
        referenceModel: fc.constant('gpt-5.4'),
        calls: fc.dictionary(
          fc.constantFrom('a/**', KEY, 'feature:x'),
          fc.record({ callsPerDay: fc.nat(), outputTokens: fc.nat(1000) }, { requiredKeys: [] }),
        ),
        rules: fc.constant({ 'no-unknown-model': 'hint' }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(others, fc.constantFrom(0, 2, '\t'), fc.nat(), (content, indent, amount) => {
        const text = JSON.stringify(content, undefined, indent);
        const after = applied(text, stateTraffic(text, CALL, amount));
        const both = applied(after, stateSeverity(after, 'no-unknown-model', 'off'));
        const { file, problems } = readWorkspaceFile(both);
        assert.equal(file.calls?.[KEY]?.callsPerDay, amount);
        assert.deepEqual(file.rules, { 'no-unknown-model': 'off' });
        assert.equal(file.referenceModel, content.referenceModel);
        assert.ok(problems.every(({ message }) => message.startsWith('No feature')));
      }),
      { numRuns: 100 },
    );
  });
});
