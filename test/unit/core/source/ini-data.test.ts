import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { iniValue } from '../../../../src/core/source/ini-data';
import type { Value } from '../../../../src/core/source/values';

const URI = 'file:///a.ini';

/** Sections as plain objects; what is not read is undefined. */
function plain(value: Value): unknown {
  if (value.kind === 'record') return Object.fromEntries(value.entries.map(entry => [entry.key, plain(entry.value)]));
  return value.kind === 'text' ? value.text.text : undefined;
}

describe('data in INI files', () => {
  it('are sections of texts, with names in small letters', () => {
    const text = '# first\nlost = 1\n[Desk]\r\nModel = gpt-5.4 \r\ncap: 90\n; more\nurl = https://a.b/?c=d\nflag\n\n[other]\n';
    assert.deepEqual(plain(iniValue(URI, text)), { Desk: { model: 'gpt-5.4', cap: '90', url: 'https://a.b/?c=d', flag: '' }, other: {} });
  });

  it('leave open what goes on over several lines, and what another value is put into', () => {
    const text = '[a]\nlong = one\n  two\nmade = %(vendor)s-mini\nplain = x\n';
    assert.deepEqual(plain(iniValue(URI, text)), { a: { long: undefined, made: undefined, plain: 'x' } });
  });

  it('stand where they say, whatever the file is', () => {
    const line = fc.oneof(fc.constantFrom('[a]', 'k = v', 'k:', ' more', '; c', '', '=', '[', ']'), fc.string());
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const whole = iniValue(URI, text);
        for (const section of whole.kind === 'record' ? whole.entries : [])
          for (const { value } of section.value.kind === 'record' ? section.value.entries : [])
            if (value.kind === 'text') assert.equal(text.slice(value.at.start, value.at.end), value.text.text);
      }),
    );
  });
});
