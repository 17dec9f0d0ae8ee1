import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenDocuments } from '../../../src/node/open-documents';
import { textEvents } from './text-events';

const uri = 'file:///project/app.py';
const whole = { uri, languageId: 'python', version: 1, first: true, last: true };

describe('open documents', () => {
  it('hold the text of the editor, also when it is edited while its parts are still arriving', () => {
    fc.assert(
      fc.property(textEvents(), fc.nat(30), fc.nat(6), ({ start, events }, cut, early) => {
        const documents = new OpenDocuments();
        assert.equal(documents.open({ ...whole, chunk: start.slice(0, cut), last: false }), false);
        for (const [index, event] of events.slice(0, early).entries()) documents.change(uri, index + 2, event.changes);
        assert.equal(documents.get(uri), undefined);
        assert.equal(documents.open({ ...whole, chunk: start.slice(cut), first: false }), true);
        for (const [index, event] of [...events.entries()].slice(early)) documents.change(uri, index + 2, event.changes);
        assert.equal(documents.get(uri)?.text, events.at(-1)?.text ?? start);
        assert.equal(documents.get(uri)?.version, events.length + 1);
      }),
    );
  });

  it('know one document by every spelling of its address', () => {
    const documents = new OpenDocuments();
    documents.open({ ...whole, uri: 'file:///project/%5Bid%5D.ts', chunk: 'x' });
    assert.equal(documents.get('file:///project/[id].ts')?.text, 'x');
    documents.close('file:///project/[id].ts');
    assert.deepEqual(documents.uris(), []);
  });

  it('refuse changes of a document that they do not have', () => {
    const documents = new OpenDocuments();
    assert.throws(() => documents.change(uri, 2, [{ start: 0, removed: 0, inserted: 'x' }]), /not open/);
    assert.throws(() => documents.open({ ...whole, chunk: 'x', first: false }), /without its first/);
  });

  it('drop what was read of a version when it changes', () => {
    const documents = new OpenDocuments();
    documents.open({ ...whole, chunk: 'x' });
    const document = documents.get(uri);
    assert.ok(document !== undefined);
    document.summarized = { summary: null };
    documents.change(uri, 2, [{ start: 0, removed: 0, inserted: 'y' }]);
    assert.equal(documents.get(uri)?.summarized, undefined);
  });
});
