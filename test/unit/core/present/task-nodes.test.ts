import assert from 'node:assert/strict';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { taskNodes } from '../../../../src/core/present/task-nodes';
import { exactly } from '../../../../src/core/quote/basis';
import type { TaskCost } from '../../../../src/core/workspace-file/task-costs';

const english = numeralsOf();
const TICKET: TaskCost = {
  task: 'ticket',
  calls: 2,
  usdPerTask: exactly(0.0121),
  usdPerResolvedTask: exactly(0.0242),
  usdPerUserAndMonth: exactly(0.42),
  usdPerMonth: exactly(120),
};

describe('tasks in the tree of spend', () => {
  it('say what one costs, what one that is resolved costs, and what a user and a month do', () => {
    const [root] = taskNodes([TICKET], english);
    assert.equal(root?.label, 'Tasks');
    assert.deepEqual(
      root?.children.map(({ amount, label, description }) => [amount, label, description]),
      [['$0.0121/task', 'ticket', '$0.0242 a resolved one · $0.42 a user and month · $120/month']],
    );
  });

  it('say why nobody knows, and leave out what is not stated', () => {
    const unknown: TaskCost = { ...TICKET, usdPerTask: { basis: 'unknown', why: 'no call is meant by it' } };
    const plain: TaskCost = { task: 'b', calls: 1, usdPerTask: exactly(1), usdPerResolvedTask: exactly(1) };
    assert.deepEqual(
      taskNodes([unknown, plain], english)[0]?.children.map(({ amount, description }) => [amount, description]),
      [
        ['', 'price of a task unknown: no call is meant by it'],
        ['$1.00/task', ''],
      ],
    );
  });

  it('are not there where none are stated', () => {
    assert.deepEqual(taskNodes([], english), []);
  });
});
