import assert from 'node:assert/strict';
import { z } from 'zod';
import { scenarioSchema } from '../../../../src/core/spend/scenario';

function complaints(scenario: unknown): readonly string[] {
  const parsed = scenarioSchema.safeParse(scenario);
  return parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

describe('spend/scenario', () => {
  it('takes figures and ranges, for all calls and for one feature', () => {
    const scenario = {
      description: 'what we could do by spring',
      levers: { semanticCache: { hitRate: [0.2, 0.4] }, batch: { share: 0.5 }, caching: {} },
      features: { support: { history: { strategy: 'summary', everyTurns: 10, summaryTokens: 200 } } },
    };
    assert.deepEqual(scenarioSchema.parse(scenario), scenario);
  });

  it('answers wrong values at their place', () => {
    assert.match(complaints({ levers: { batch: { share: -1 } } })[0] ?? '', /^levers\.batch\.share: /);
    assert.match(complaints({ levers: { batch: { share: 1e300 } } })[0] ?? '', /^levers\.batch\.share: /);
    assert.match(complaints({ levers: { history: { strategy: 'forget' } } })[0] ?? '', /^levers\.history\.strategy: /);
    assert.match(complaints({ levers: { catching: {} } })[0] ?? '', /^levers: .*catching/);
    assert.match(
      complaints({ features: { chat: { routing: [{ model: '', share: 1 }] } } })[0] ?? '',
      /^features\.chat\.routing\.0\.model: /,
    );
  });

  it('answers contradictions at the field that can mend them', () => {
    assert.deepEqual(complaints({ levers: { batch: { share: [0.4, 0.2] } } }), [
      'levers.batch.share: the lower end of a range comes first',
    ]);
    assert.deepEqual(complaints({ levers: { batch: { share: 0.7 }, flex: { share: 0.5, priceFactor: 0.5 } } }), [
      'levers.flex.share: with the batch share this is more than all calls',
    ]);
    assert.deepEqual(
      complaints({
        levers: {
          routing: [
            { model: 'a', share: 0.7 },
            { model: 'b', share: 0.5 },
          ],
        },
      }),
      ['levers.routing: the shares add up to more than all calls'],
    );
  });

  it('can be written as a JSON schema, so that an editor completes it', () => {
    const schema = z.toJSONSchema(scenarioSchema, { io: 'input' });
    assert.match(JSON.stringify(schema), /hitRate/);
  });
});
