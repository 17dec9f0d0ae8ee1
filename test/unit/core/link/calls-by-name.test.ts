import assert from 'node:assert/strict';
import { createLookup } from '../../../../src/core/link/lookup';
import { summarize } from '../../../../src/core/pipeline';
import type { CodeSummary } from '../../../../src/core/source/summary';
import type { ScopeId } from '../../../../src/core/source/values';
import { assertInProportion } from '../../growth';
import { loadParser, type ParseSource } from '../../parse-source';

const URI = 'file:///calls.ts';

describe('the calls of what goes by a name', () => {
  let parse: ParseSource;
  before(async () => {
    parse = await loadParser('typescript');
  });

  function asking(source: string): (name: string | ScopeId) => readonly string[] {
    const file = summarize({ uri: URI, text: source, tree: { language: 'typescript', root: parse(source) } }, []) as CodeSummary;
    const lookup = createLookup();
    return name => lookup.callsEndingIn(file, name).map(({ call: { at } }) => source.slice(at.start, at.end));
  }

  it('are those of a function, of whatever has it, and of a class, in their order', () => {
    const of = asking('lamp(); new Desk(1); shop.desk.lamp(2); lamp().on(); lamps();');
    assert.deepEqual(of('lamp'), ['lamp()', 'shop.desk.lamp(2)', 'lamp()']);
    assert.deepEqual(of('Desk'), ['new Desk(1)']);
    assert.deepEqual(of('constructor'), []);
  });

  it('are found by none where what is called has none, and a class by its scope where it is written', () => {
    const of = asking('new (class Desk {})(1); new Desk(2); desks[0](3);');
    assert.deepEqual(of(''), ['new (class Desk {})(1)', 'desks[0](3)']);
    assert.deepEqual(of(1), ['new (class Desk {})(1)']);
  });

  it('are found in time that is in proportion to the file, for however many names', () => {
    assertInProportion(4000, count => {
      const names = Array.from({ length: count }, (_, nth) => `ask${nth}`);
      const of = asking(names.map(name => `${name}();\n`).join(''));
      for (const name of names) assert.equal(of(name).length, 1);
    });
  });
});
