import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateAll } from '../../../scripts/generators/generate-all';

const ruleFile = (id: string) => `import type { Rule } from './rule';
export const rule: Rule = { id: '${id}', summary: 'Finds ${id} | pipes', defaultSeverity: 'warning' };
`;

describe('npm run generate', function () {
  this.timeout(60_000);
  let root: string;
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  const generate = () => generateAll(root, false);
  const stale = () => generateAll(root, true);
  const read = (file: string) => readFile(path.join(root, file), 'utf8');

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'promptfare-generate-'));
    await write('package.json', '{}');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('has nothing to do where nothing is contributed yet', async () => {
    assert.deepEqual(await stale(), []);
  });

  it('lists what a folder brings, then finds nothing stale until a file is added', async () => {
    await write('src/core/rules/rule.ts', 'export interface Rule { readonly id: string }\n');
    await write('src/core/rules/no-b.ts', ruleFile('no-b'));
    await write('src/core/rules/no-a/index.ts', ruleFile('no-a').replace("'./rule'", "'../rule'"));
    await write('test/fixtures/rules/no-a/one.py', '# expect no-a confirmed\n');
    await write('test/fixtures/rules/no-a/two.go', '// expect no-a suspected\n');
    await write('README.md', '# P\n<!-- rules:start -->\nold\n<!-- rules:end -->\nrest\n');
    assert.deepEqual((await generate()).slice(0, 2), ['src/core/rules/registry.ts', 'README.md']);
    const registry = await read('src/core/rules/registry.ts');
    assert.match(registry, /import \{ rule as noA \} from '\.\/no-a\/index';/);
    assert.match(registry, /import type \{ Rule \} from '\.\/rule';/);
    assert.match(registry, /RULES: readonly Rule\[\] = \[noA, noB\];/);
    const readme = await read('README.md');
    assert.match(readme, /\| \[`no-a`\]\(docs\/rules\/no-a\.md\) \| Finds no-a \\\| pipes \| warning \| Python, Go \|/);
    assert.match(readme, /<!-- rules:end -->\nrest\n$/);
    assert.deepEqual(await stale(), []);

    await write('src/core/rules/no-c.ts', ruleFile('no-c'));
    assert.ok((await stale()).includes('src/core/rules/registry.ts'));
    assert.doesNotMatch(await read('src/core/rules/registry.ts'), /no-c/);
  });

  it('suggests each rule in the settings that are kept by rule, and leaves the rest of the manifest as it is', async () => {
    await write('src/core/rules/rule.ts', 'export interface Rule { readonly id: string }\n');
    await write('src/core/rules/no-a.ts', ruleFile('no-a'));
    const any = { type: 'array', items: { type: 'string' } };
    const settings = {
      'promptfare.ignore': {
        type: 'object',
        default: {},
        properties: { '*': { type: 'array' }, 'no-gone': any },
        additionalProperties: any,
        order: 2,
      },
      'promptfare.other': { type: 'string', default: '' },
    };
    await write('package.json', JSON.stringify({ name: 'p', contributes: { configuration: [{ title: 'T', properties: settings }] } }));
    assert.ok((await generate()).includes('package.json'));
    const properties = { '*': { type: 'array' }, 'no-a': { ...any, description: 'Finds no-a | pipes.' } };
    assert.deepEqual(JSON.parse(await read('package.json')), {
      name: 'p',
      contributes: {
        configuration: [{ title: 'T', properties: { ...settings, 'promptfare.ignore': { ...settings['promptfare.ignore'], properties } } }],
      },
    });
    assert.deepEqual(await stale(), []);
  });

  it('describes settings and commands from the manifest, without those that the palette hides', async () => {
    const manifest = {
      contributes: {
        configuration: {
          properties: {
            'p.lens': { type: 'string', enum: ['full', 'off'], default: 'full', description: 'How much.' },
            'p.rate': { type: 'number', default: 0, markdownDescription: 'Of `#p.lens#`, in `{dollars}`.' },
          },
        },
        commands: [
          { command: 'p.toggle', title: 'Toggle', category: 'P' },
          { command: 'p.inner', title: 'Inner' },
        ],
        menus: { commandPalette: [{ command: 'p.inner', when: 'false' }] },
        keybindings: [{ command: 'p.toggle', key: 'ctrl+k t' }],
      },
    };
    await write('package.json', JSON.stringify(manifest));
    await generate();
    assert.match(await read('docs/settings.md'), /\| `p\.lens` \| How much\. One of `"full"`, `"off"`\. \| `"full"` \|/);
    assert.match(await read('docs/settings.md'), /\| `p\.rate` \| Of `p\.lens`, in `\{dollars\}`\. \| `0` \|/);
    const commands = await read('docs/commands.md');
    assert.match(commands, /\| P: Toggle \| `p\.toggle` \| `ctrl\+k t` \|/);
    assert.doesNotMatch(commands, /inner/);
  });

  it('says of each SDK what its fixtures hold, and nothing else', async () => {
    const fixture = [
      'from maker import client',
      '',
      '# > call maker-chat maker m-1 (literal) cap 60',
      '# >   system system: You name products.',
      '# >   user*: {history ~turn+}',
      'client.create(model="m-1", system="You name products.", messages=history, cap=60)',
      '# > wrapper-call maker-embeddings maker ? comes from the parameter model (caller) cap unsupported via embed',
      '# >   user: text',
      'embed("text")',
    ];
    await write('test/fixtures/sdks/maker/main.py', `${fixture.join('\n')}\n`);
    await write('test/fixtures/sdks/look-alikes/main.ts', 'client.messages.create({});\n');
    assert.deepEqual(await generate(), ['docs/coverage.md']);
    const page = await read('docs/coverage.md');
    const rows = page.split('\n').filter(line => line.startsWith('| `'));
    assert.deepEqual(rows, [
      '| `maker` | `maker-chat` | ✓ | ✓ | ✓ | ✓ |  |  |  |  | [1 call](../test/fixtures/sdks/maker) |',
      '| `maker` | `maker-embeddings` |  | – |  | ✓ |  |  | ✓ |  | [1 call](../test/fixtures/sdks/maker) |',
    ]);
    assert.doesNotMatch(page, /## TypeScript/);
    await write('test/fixtures/sdks/maker/main.py', '');
    assert.deepEqual(await stale(), ['docs/coverage.md']);
  });
});
