import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tomlValue } from '../../../../src/core/source/toml-data';
import type { Value } from '../../../../src/core/source/values';

const URI = 'file:///project/settings.toml';

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'record') return Object.fromEntries(value.entries.map(({ key = '', value: inner }) => [key, plain(inner)]));
  if (value?.kind === 'list') return value.items.map(plain);
  if (value?.kind === 'scalar') return value.value;
  return value?.kind === 'text' ? value.text.text : value?.kind;
}

const read = (text: string) => plain(tomlValue(URI, text));

describe('data in TOML', () => {
  it('has tables, dotted keys, lists of tables, and comments between them', () => {
    const text = `# Settings.
title = "Shop" # of lamps
"a key".inner = 1

[llm]
model = 'gpt-5.4'
limits.output = 1_000
limits.share = 0.5
stops = [
  "END", # the last one
  "STOP",
]
options = { fast = true, names = { short = "s" } }

[llm.retry]
times = 3

[[models]]
id = "one"
[[models]]
id = "two"
[models.price]
input = 2e-6
`;
    assert.deepEqual(read(text), {
      title: 'Shop',
      'a key': { inner: 1 },
      llm: {
        model: 'gpt-5.4',
        limits: { output: 1000, share: 0.5 },
        stops: ['END', 'STOP'],
        options: { fast: true, names: { short: 's' } },
        retry: { times: 3 },
      },
      models: [{ id: 'one' }, { id: 'two', price: { input: 2e-6 } }],
    });
  });

  it('has texts of four kinds, decoded', () => {
    const text = `a = "tab\\tquote\\"\\u00e9"\r\nb = 'C:\\temp'\r\nc = """\nYou are "brief".\n\\\n   And kind."""\nd = '''\nAs it\nis.'''\n`;
    assert.deepEqual(read(text), { a: 'tab\tquote"é', b: 'C:\\temp', c: 'You are "brief".\nAnd kind.', d: 'As it\nis.' });
  });

  it('leaves open what is neither text nor a number', () => {
    assert.deepEqual(read('day = 2026-11-22\nmask = 0xff\nmost = inf'), { day: 'hole', mask: 255, most: 'hole' });
  });

  it('is nothing where it can’t be parsed', () => {
    for (const broken of [
      'a',
      'a = ',
      'a = "x',
      '[a',
      '[[a]',
      'a = [1',
      'a = { b = 1',
      'a = 1 b = 2',
      'a = 1\na = 2',
      'a = 1\n[a.b]\nc = 1',
      `${'a.'.repeat(99)}a = 1`,
    ])
      assert.equal(read(broken), undefined, broken);
  });

  it('never throws, and knows where each character of a text stands', () => {
    const piece = fc.constantFrom(
      'a',
      'b.c',
      ' = ',
      '"x\\ny"',
      "'z'",
      '"""',
      '[',
      ']',
      '{',
      '}',
      ',',
      '\n',
      '#',
      '1',
      'true',
      '\\',
      '[[t]]',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), pieces => void tomlValue(URI, pieces.join(''))));
    const body = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\\n', '\\\\', '\\u0041'), maxLength: 20 });
    fc.assert(
      fc.property(body, written => {
        const text = `[t]\nkey = "${written}"\n`;
        const value = tomlValue(URI, text);
        const table = value?.kind === 'record' ? value.entries[0]?.value : undefined;
        const found = table?.kind === 'record' ? table.entries[0]?.value : undefined;
        assert.ok(found?.kind === 'text');
        assert.equal(found.text.text, JSON.parse(`"${written}"`));
        for (const { at, length, source, sourceLength } of found.text.runs)
          if (length === sourceLength) assert.equal(found.text.text.slice(at, at + length), text.slice(source, source + length));
      }),
    );
  });
});
