import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const DESK = `from pydantic_ai import Agent
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel

def make_desk(model: Model | None = None) -> Agent:
    chosen = model if model is not None else OpenAIChatModel("gpt-5.4")
    return Agent(model=chosen, instructions="Answer.")
`;

const HEAD = `import pytest
import vcr
from pydantic_ai import models
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.function import FunctionModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.test import TestModel
from desk import make_desk

`;

/** What a test of these lines spends; \`setup\` stands in the setup file of pytest. */
async function spentBy(test: string, setup = ''): Promise<readonly string[]> {
  const files = {
    'desk.py': DESK,
    'tests/conftest.py': `import pytest\nfrom pydantic_ai import models\n${setup}`,
    'tests/test_desk.py': HEAD + test,
  };
  const found = await sketchesOf(files, 'tests/test_desk.py');
  return found.filter(line => !line.startsWith('  ') && !line.startsWith('constructor'));
}

describe('what stands for a model in tests', () => {
  for (const [title, test] of Object.entries({
    'one that is passed': 'async def test_it():\n    await make_desk(TestModel()).run("Hello")\n',
    'one that is passed within another':
      'async def test_it():\n    await make_desk(FallbackModel(FunctionModel(lambda messages, info: None))).run("Hello")\n',
    'a fixture of such a type':
      'async def test_it(canned: FunctionModel):\n    desk = make_desk(model=canned)\n    await desk.run("Hello")\n',
    'a fixture of such a name': 'async def test_it(mock_model):\n    desk = make_desk(model=mock_model)\n    await desk.run("Hello")\n',
    'a class of the test':
      'class FakeModel(OpenAIChatModel):\n    pass\n\nasync def test_it():\n    await make_desk(FakeModel("gpt-5.4")).run("Hello")\n',
    'one that is put in its place':
      'async def test_it():\n    desk = make_desk()\n    with desk.override(model=TestModel()):\n        await desk.run("Hello")\n',
    'one that a fixture puts in its place':
      'desk = make_desk()\n\n@pytest.fixture\ndef canned():\n    with desk.override(model=TestModel()):\n        yield\n\nasync def test_it(canned):\n    await desk.run("Hello")\n',
    'one that a fixture for all tests puts in its place':
      'desk = make_desk()\n\n@pytest.fixture(autouse=True)\ndef canned():\n    with desk.override(model=TestModel()):\n        yield\n\nasync def test_it():\n    await desk.run("Hello")\n',
    'no model may be asked': 'models.ALLOW_MODEL_REQUESTS = False\n\nasync def test_it():\n    await make_desk().run("Hello")\n',
    'a recording, by a mark': '@pytest.mark.vcr()\nasync def test_it():\n    await make_desk().run("Hello")\n',
    'a recording, by a mark on the file':
      'pytestmark = [pytest.mark.anyio, pytest.mark.vcr]\n\nasync def test_it():\n    await make_desk().run("Hello")\n',
    'a recording, by a decorator': '@vcr.use_cassette("hello.yaml")\nasync def test_it():\n    await make_desk().run("Hello")\n',
    'a recording, while a block runs':
      'async def test_it():\n    with vcr.use_cassette("hello.yaml"):\n        await make_desk().run("Hello")\n',
    'a package that lets no request out': 'async def test_it(httpx_mock):\n    await make_desk().run("Hello")\n',
  }))
    it(`spends nothing: ${title}`, async () => assert.deepEqual(await spentBy(test), []));

  it('spends nothing where the setup of all tests forbids to ask a model', async () => {
    const test = 'async def test_it():\n    await make_desk().run("Hello")\n';
    assert.deepEqual(await spentBy(test, 'models.ALLOW_MODEL_REQUESTS = False\n'), []);
  });

  it('spends nothing where a fixture of the setup file records', async () => {
    const setup = '@pytest.fixture\ndef canned():\n    import vcr\n    with vcr.use_cassette("hello.yaml"):\n        yield\n';
    assert.deepEqual(await spentBy('async def test_it(canned):\n    await make_desk().run("Hello")\n', setup), []);
    assert.deepEqual(await spentBy('async def test_it():\n    await make_desk().run("Hello")\n', setup), SPENT);
  });

  const SPENT = ['call pydantic-ai openai gpt-5.4 (constant) cap absent'];
  for (const [title, test] of Object.entries({
    'no model is passed': 'async def test_it():\n    await make_desk().run("Hello")\n',
    'another test records': '@pytest.mark.vcr\ndef test_other():\n    pass\n\nasync def test_it():\n    await make_desk().run("Hello")\n',
    'a fixture that is not asked for':
      'desk = make_desk()\n\n@pytest.fixture\ndef canned():\n    with desk.override(model=TestModel()):\n        yield\n\nasync def test_it():\n    await desk.run("Hello")\n',
    'a block replaces tools':
      'async def test_it():\n    desk = make_desk()\n    with desk.override(tools=[]):\n        await desk.run("Hello")\n',
    'a class of the test that is named otherwise':
      'class Short(OpenAIChatModel):\n    pass\n\nasync def test_it():\n    await make_desk(Short("gpt-5.4")).run("Hello")\n',
  }))
    it(`spends: ${title}`, async () => assert.deepEqual(await spentBy(test), SPENT));

  it('takes a class of an application for what it is, whatever it is called', async () => {
    const source = `from pydantic_ai import Agent

class MockInterviewer(Agent):
    pass

interviewer = MockInterviewer("openai:gpt-5.4")

async def ask(question):
    return await interviewer.run(question)
`;
    assert.deepEqual(
      (await sketchesOf({ 'app.py': source }, 'app.py')).filter(line => line.startsWith('call')),
      ['call pydantic-ai openai openai:gpt-5.4 (constant) cap absent WRAPPER'],
    );
  });
});
