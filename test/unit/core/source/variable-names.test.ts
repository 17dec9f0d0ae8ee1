import assert from 'node:assert/strict';
import { suggestFromName } from '../../../../src/core/source/variable-names';

describe('suggestFromName', () => {
  const volatility = (...path: string[]) => suggestFromName(path)?.volatility;

  it('knows a name in any spelling', () => {
    assert.equal(volatility('current_date'), 'day');
    assert.equal(volatility('currentDate'), 'day');
    assert.equal(volatility('CURRENT_DATE'), 'day');
    assert.equal(volatility('requestId'), 'call');
  });

  it('looks at the whole path, its last name, then the ones before', () => {
    assert.equal(volatility('user', 'name'), 'user');
    assert.equal(volatility('session', 'id'), 'session');
    assert.equal(volatility('input', 'today'), 'day');
    assert.equal(volatility('user', 'shoe_size'), 'user');
  });

  it('lets a history grow, whatever its fields are called', () => {
    assert.deepEqual(suggestFromName(['chat_history', 'question']), {
      volatility: 'turn',
      growth: 'append',
      reason: 'named like a history',
    });
  });

  it("takes what is asked of a database for nobody's question", () => {
    assert.equal(volatility('db', 'query', 'lamps', 'find_first', 'model'), undefined);
    assert.equal(volatility('this', 'session', 'query', 'first', 'text'), undefined);
    assert.equal(volatility('db', 'query', 'users', 'find_first', 'user_name'), 'user');
    assert.equal(volatility('request', 'query', 'city'), 'call');
    assert.equal(volatility('session', 'text'), 'session');
    assert.equal(volatility('session', 'query'), 'call');
  });

  it('suggests nothing for what is not named in full', () => {
    for (const name of ['due_date', 'timeout', 'persona', 'runtime', '', '$', '__proto__', 'constructor'])
      assert.equal(volatility(name), undefined, name);
  });
});
