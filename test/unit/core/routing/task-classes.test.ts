import assert from 'node:assert/strict';
import { classFigures } from '../../../../scripts/bench/class-figures';
import { type LabelledRequest, labelledRequests } from '../../../../scripts/bench/labelled-requests';
import { TASK_CLASSES } from '../../../../src/core/routing/task-class';
import { analyseIn } from '../rules/fixture/project';

/** `npm run bench -- routing` prints what it is today. */
const LEAST_ACCURACY = 0.92;
const LEAST_COVERAGE = 0.88;
/** Of what is said with high certainty; a suggestion rests on it. */
const MOST_WRONG_HIGH = 0.03;

describe('the classes of labelled requests', () => {
  let requests: readonly LabelledRequest[];
  before(async () => {
    requests = await labelledRequests(async (uri, text) => (await analyseIn(new Map([[uri, text]]), uri)).quotes.map(({ site }) => site));
  });

  it('are a set that is large, varied and halved', () => {
    assert.ok(requests.length >= 150, `${requests.length}`);
    assert.equal(new Set(requests.map(({ name }) => name)).size, requests.length);
    for (const label of [...TASK_CLASSES, 'unclear'])
      for (const half of ['tuning', 'measuring'])
        assert.ok(
          requests.some(request => request.label === label && request.half === half),
          `${label} is in the ${half} half`,
        );
    for (const { name, label } of requests)
      assert.ok(label === 'unclear' || TASK_CLASSES.some(task => task === label), `${name}: ${label}`);
  });

  it('are read as well as is promised, in the half that nothing was tuned on', () => {
    const figures = classFigures(requests.filter(({ half }) => half === 'measuring'));
    assert.ok(figures.accuracy >= LEAST_ACCURACY, `accuracy ${figures.accuracy}`);
    assert.ok(figures.coverage >= LEAST_COVERAGE, `coverage ${figures.coverage}`);
    assert.ok(figures.wrongHigh.length <= MOST_WRONG_HIGH * figures.saidHigh, figures.wrongHigh.join('\n'));
  });
});
