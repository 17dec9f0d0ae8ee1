import assert from 'node:assert/strict';
import type { WorkspaceFile } from '../../../../src/core/workspace-file/file-schema';
import { pathIn, saidOfCalls, settingsWithFile } from '../../../../src/core/workspace-file/stated';

const FOLDER = 'file:///home/me/my%20project';
const CALL = 'answer/openai-chat#0';

function said(file: WorkspaceFile, path = 'src/support/answer.py', identity = CALL) {
  return saidOfCalls({ folder: FOLDER, ...file })(`${FOLDER}/${path}`, identity) ?? {};
}

describe('what a workspace file says of a call', () => {
  it('is said by a glob, by its feature or of it alone, the more to the point the more it counts', () => {
    const file: WorkspaceFile = {
      features: { support: ['src/support/**'] },
      calls: {
        [`src/support/answer.py#${CALL}`]: { callsPerDay: 4 },
        'feature:support': { callsPerDay: 2, outputTokens: 20, taskClass: 'question over context' },
        [`#${CALL}`]: { callsPerDay: 3, outputTokens: 30 },
        'src/**': { callsPerDay: 1, outputTokens: 10, distinctPrefixes: 5 },
      },
    };
    assert.deepEqual(said(file), {
      callsPerDay: 4,
      trafficBy: `"src/support/answer.py#${CALL}"`,
      outputTokens: 30,
      taskClass: 'question over context',
      distinctPrefixes: 5,
      feature: 'support',
    });
    assert.equal(said(file, 'src/support/other.py').callsPerDay, 3);
    assert.equal(said(file, 'src/support/other.py', 'ask/openai-chat#0').callsPerDay, 2);
    assert.equal(said(file, 'src/other.py', 'ask/openai-chat#0').callsPerDay, 1);
    assert.deepEqual(said(file, 'other.py', 'ask/openai-chat#0'), {});
  });

  it('adds up of sizes of holes, each by the entry most to the point', () => {
    const file: WorkspaceFile = { calls: { 'src/**': { holes: { docs: 1, query: 2 } }, [`#${CALL}`]: { holes: { docs: 3 } } } };
    assert.deepEqual(said(file).holes, { docs: 3, query: 2 });
  });

  it('has the budget that is most to the point', () => {
    const features = { support: ['src/support/**'] };
    const [all, ofFeature, own] = [{ warn: 1 }, { warn: 2 }, { warn: 3 }];
    const budgets: WorkspaceFile['budgets'] = { usdPerCall: all, usdPerMonth: { warn: 100 } };
    assert.deepEqual(said({ features, budgets }).budget, { usdPerCall: all });
    const byFeature = { ...budgets, features: { support: { usdPerCall: ofFeature, usdPerMonth: { warn: 50 } } } };
    assert.deepEqual(said({ features, budgets: byFeature }).budget, { usdPerCall: ofFeature });
    const calls = { 'src/**': { budget: { usdPerCall: own, usdPerMonth: own } } };
    assert.deepEqual(said({ features, budgets: byFeature, calls }).budget, { usdPerCall: own, usdPerMonth: own });
  });

  it('means globs from the folder on', () => {
    const file: WorkspaceFile = { calls: { 'support/**': { callsPerDay: 1 }, '**/answer.py': { outputTokens: 2 } } };
    assert.deepEqual(said(file), { outputTokens: 2 });
  });

  it('follows from the tasks that it takes part in, retries included, where nothing else states its traffic', () => {
    const tasks: WorkspaceFile['tasks'] = {
      ticket: { calls: { 'src/support/**': 3 }, retries: 0.5, tasksPerDay: [100, 200] },
      chat: { calls: { [`#${CALL}`]: 1 }, tasksPerDay: 10 },
      other: { calls: { 'src/other/**': 1 }, tasksPerDay: 1 },
    };
    assert.deepEqual(said({ tasks }), { callsPerDay: [460, 910], trafficBy: 'task "ticket", task "chat"' });
    assert.equal(said({ tasks, calls: { 'src/**': { callsPerDay: 7 } } }).callsPerDay, 7);
  });

  it('holds for all calls where the file says so', () => {
    assert.deepEqual(said({ traffic: { daysPerMonth: 22, hoursPerDay: 10 }, calls: { 'src/**': { hoursPerDay: 8 } } }), {
      daysPerMonth: 22,
      hoursPerDay: 8,
    });
  });

  it('does not reach beyond its folder', () => {
    assert.equal(pathIn(FOLDER, 'file:///home/me/my project/a b.py'), 'a b.py');
    assert.equal(pathIn(FOLDER, 'file:///home/me/my%20project-2/a.py'), undefined);
    assert.equal(pathIn('file:///', 'file:///a.py'), 'a.py');
    const answer = saidOfCalls({ folder: FOLDER, calls: { '**': { callsPerDay: 1 } } });
    assert.equal(answer('file:///home/other/a.py', CALL), undefined);
  });

  it('goes before the settings of the user', () => {
    const settings = {
      referenceModel: 'gpt-5.4',
      severities: { a: 'hint', b: 'hint' },
      ignore: { '*': [] },
      notCalls: ['x'],
      promptFiles: [],
    } as const;
    const { referenceModel, severities, notCalls } = settingsWithFile(
      settings,
      { referenceModel: 'gpt-6-sol', rules: { b: 'off' } },
      FOLDER,
    );
    assert.deepEqual(
      { referenceModel, severities, notCalls },
      { referenceModel: 'gpt-6-sol', severities: { a: 'hint', b: 'off' }, notCalls: ['x'] },
    );
    assert.equal(settingsWithFile(settings, {}, FOLDER).referenceModel, 'gpt-5.4');
  });
});
