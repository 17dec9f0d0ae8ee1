import assert from 'node:assert/strict';
import { linkProject } from '../../link-project';

const files = {
  'base.py': `
from abc import ABC, abstractmethod
class Maker(ABC):
    def __init__(self, settings):
        self.model = settings.model
    @abstractmethod
    def send(self, client, text): ...
`,
  'near.py': `
import openai
from base import Maker
class Near(Maker):
    def send(self, client: openai.OpenAI, text):
        return client.responses.create(model=self.model, input=text)
`,
  'far.py': `
from base import Maker
class Far(Maker):
    def send(self, client, text):
        return client.models.generate_content(model=self.model, contents=text)
`,
  'run.py': `
from typing import Any
from base import Maker
def run(maker: Maker, client: Any, text):
    return maker.send(client, text)
`,
};

describe('what a caller passes of which it says nothing', () => {
  it('is what the function that is called says of it (Python)', async () => {
    const [site] = (await linkProject(files, 'run.py')).sites;
    assert.deepEqual(
      site?.innerCalls?.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)),
      ['far.py', 'near.py'],
    );
  });
});
