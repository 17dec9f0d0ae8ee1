import assert from 'node:assert/strict';
import { isAside } from '../../../../src/core/present/aside';
import { totalText } from '../../../../src/core/present/estimator/money';
import { nodeAt } from '../../../../src/core/present/node-at';
import { numeralsOf, perThousand } from '../../../../src/core/present/numerals';
import { savingPage } from '../../../../src/core/present/saving-page';
import { savingPlaces, savingsTree } from '../../../../src/core/present/savings-tree';
import type { FileSpend } from '../../../../src/core/present/spend';
import { spendHeadline, spendTree } from '../../../../src/core/present/spend-tree';
import type { TreeNode } from '../../../../src/core/present/tree-node';
import type { Finding, Quote } from '../../../../src/core/quote/analysis';
import { type Estimate, exactly } from '../../../../src/core/quote/basis';
import type { JointSaving, RowCost } from '../../../../src/core/quote/joint-saving';
import { quote, site, span, unknown } from './quote-sample';

const numerals = numeralsOf();

function call(symbol: string, usd: number | undefined, more: Partial<Quote['site']> = {}): Quote {
  const money = usd === undefined ? unknown('model unknown') : exactly(usd);
  return { ...quote, site: { ...site, symbol, identity: `${symbol}/x#0`, ...more }, inputUsd: money, maxCallUsd: money };
}

function file(path: string, ...quotes: Quote[]): FileSpend {
  return { uri: `file:///w/${path}`, path, quotes, findings: [] };
}

function lines(nodes: readonly TreeNode[], indent = ''): readonly string[] {
  return nodes.flatMap(node => [
    `${indent}${[node.amount, node.label, node.description].filter(part => part !== '').join(' | ')}`,
    ...lines(node.children, `${indent}  `),
  ]);
}

describe('the tree of spend', () => {
  it('sums calls by file and folder, dearest first, and joins folders that hold one folder only', () => {
    const files = [
      file('web/src/routes/chat.ts', call('reply', 0.002), call('translate', 0.004)),
      file('support/assistant.py', call('answer', 0.01)),
      file('support/refunds.py', call('decide', 0.001)),
    ];
    assert.deepEqual(lines(spendTree(files, numerals)), [
      '$11.00/1k | support',
      '  $10.00/1k | assistant.py',
      '    $10.00/1k | answer | claude-sonnet-5-5',
      '  $1.00/1k | refunds.py',
      '    $1.00/1k | decide | claude-sonnet-5-5',
      '$6.00/1k | web/src/routes',
      '  $6.00/1k | chat.ts',
      '    $4.00/1k | translate | claude-sonnet-5-5',
      '    $2.00/1k | reply | claude-sonnet-5-5',
    ]);
  });

  it('shows for a position the innermost call around it, else its file, which is all of a prompt', () => {
    const at = (start: number, end: number) => ({ at: { uri: '', start, end } });
    const files = [
      { ...file('chat.ts', call('reply', 0.002, at(100, 300)), call('inner', 0.001, at(150, 200)), call('other', 0.003, at(400, 500))) },
      file('hello.prompt', call('', 0.001, { ...at(0, 0), kind: 'prompt-file' })),
      file('one.baml', call('', 0.001, { ...at(10, 90), kind: 'prompt-file' })),
    ].map(one => ({ ...one, quotes: one.quotes.map(q => ({ ...q, site: { ...q.site, at: { ...q.site.at, uri: one.uri } } })) }));
    const nodes = (all: readonly TreeNode[]): readonly TreeNode[] => all.flatMap(node => [node, ...nodes(node.children)]);
    const shown = (path: string, offset: number) =>
      nodeAt(nodes(spendTree(files, numerals)), uri => uri === `file:///w/${path}`, offset)?.label;
    assert.deepEqual(
      [160, 250, 450, 50].map(offset => shown('chat.ts', offset)),
      ['inner', 'reply', 'other', 'chat.ts'],
    );
    assert.equal(shown('hello.prompt', 20), 'hello.prompt');
    assert.deepEqual(
      [0, 20].map(offset => shown('one.baml', offset)),
      ['one.baml', 'one.baml'],
      'one prompt behind a head',
    );
    assert.equal(shown('unknown.ts', 20), undefined);
  });

  it('leaves out what others are counted for, and says what has no price', () => {
    const files = [
      file(
        'a.py',
        call('inner', 0.5, { isWrapper: true, at: span(10, 20) }),
        call('made', 0.5, { kind: 'constructor' }),
        call('known', 0.001, { kind: 'wrapper-call', via: ['inner'], innerCalls: [span(10, 20)] }),
        call('other', undefined),
      ),
    ];
    const [only, ...more] = spendTree(files, numerals);
    assert.deepEqual([only?.amount, only?.description], ['$1.00/1k', '1 without a price']);
    assert.equal(more.length, 0);
    assert.equal(spendHeadline(files, numerals), '2 calls · $1.00 for 1,000 of each (exact) · 1 without a price');
  });

  it('counts a wrapper’s inner call where no caller was found, as of what a platform calls', () => {
    const inner = (name: string, start: number) => call(name, 0.5, { isWrapper: true, at: span(start, start + 9) });
    const files = [file('a.py', inner('handler', 10), call('other', 0.001)), file('b.py', inner('task', 30))];
    assert.equal(spendHeadline(files, numerals), '3 calls · $1,001 for 1,000 of each (exact)');
    assert.equal(spendHeadline([file('a.py')], numerals), '');
  });

  it('counts it, too, where only a test calls it: who calls the program is not there', () => {
    const inner = call('inner', 0.5, { isWrapper: true, at: span(10, 20) });
    const caller = call('test', 0.5, { kind: 'wrapper-call', via: ['inner'], innerCalls: [span(10, 20)] });
    assert.equal(
      spendHeadline([file('a.py', inner), file('tests/test_a.py', caller)], numerals),
      '1 call · $500 for 1,000 of each (exact)',
    );
    assert.equal(spendHeadline([file('tests/helper.py', inner), file('tests/test_a.py', caller)], numerals), '');
  });

  it('counts a wrapper around a wrapper at the outermost call alone', () => {
    const inner = call('inner', 0.5, { isWrapper: true, at: span(10, 20) });
    const middle = call('middle', 0.5, {
      kind: 'wrapper-call',
      via: ['inner'],
      innerCalls: [span(10, 20)],
      isWrapper: true,
      at: span(30, 40),
    });
    const outer = call('outer', 0.5, { kind: 'wrapper-call', via: ['middle', 'inner'], innerCalls: [span(30, 40), span(10, 20)] });
    assert.equal(spendHeadline([file('a.py', inner, middle, outer)], numerals), '1 call · $500 for 1,000 of each (exact)');
  });

  it('counts a prompt file that code sends with the call, and another by itself', () => {
    const files = [
      file('answer.py', call('answer', 0.01, { sendsFrom: ['file:///w/sent.prompty'] })),
      file('sent.prompty', call('', 0.01, { kind: 'prompt-file' })),
      file('other.prompty', call('', 0.002, { kind: 'prompt-file' })),
    ];
    assert.equal(spendHeadline(files, numerals), '2 calls · $12.00 for 1,000 of each (exact)');
    assert.deepEqual(
      spendTree(files, numerals).map(node => node.label),
      ['answer.py', 'other.prompty'],
    );
  });

  it('keeps tests and examples apart from the total', () => {
    const files = [file('app.py', call('ask', 0.001)), file('tests/test_app.py', call('judge', 0.1))];
    assert.deepEqual(
      spendTree(files, numerals).map(node => `${node.label} ${node.amount}`),
      ['app.py $1.00/1k', 'Tests and examples $100/1k'],
    );
    assert.equal(spendHeadline(files, numerals), '1 call · $1.00 for 1,000 of each (exact)');
  });

  it('says by a plus that the answer of a call without a cap comes on top of its input', () => {
    const uncapped: Quote = { ...call('ask', 0.001), maxCallUsd: unknown('no output cap'), outputCapWhy: 'no output cap' };
    const files = [file('a.py', uncapped, call('decide', 0.002))];
    assert.deepEqual(lines(spendTree(files, numerals)), [
      '$3.00+/1k | a.py',
      '  $2.00/1k | decide | claude-sonnet-5-5',
      '  $1.00+/1k | ask | claude-sonnet-5-5',
    ]);
    assert.match(spendTree(files, numerals)[0]?.children[1]?.tooltip ?? '', /without the answer: no output cap/);
    assert.equal(spendHeadline(files, numerals), '2 calls · $3.00+ for 1,000 of each (exact)');
  });

  it('writes the sum of all as the estimator does, and rounds nothing up to which a plus is put', () => {
    const money: Estimate = { value: 0.07681, low: 0.06, high: Number.POSITIVE_INFINITY, basis: 'estimated', why: 'without question' };
    const files = [file('a.py', { ...call('ask', 0), inputUsd: money, maxCallUsd: money })];
    assert.equal(spendHeadline(files, numerals), '1 call · $76.81+ for 1,000 of each (estimated)');
    assert.equal(totalText(perThousand(money), numerals), '$76.81+');
  });

  it('rounds rows so that they add up to what stands over them, as a reader adds', () => {
    const files = [
      file('a/x.py', call('one', 0.044_796), call('two', 0.000_31)),
      file('b.py', call('three', 0.040_106)),
      file('c.py', call('four', 0.028_397), call('five', 0.000_093_5)),
    ];
    const open = files.map(each => ({ ...each, quotes: each.quotes.map(q => ({ ...q, maxCallUsd: unknown('no output cap') })) }));
    assert.equal(spendHeadline(open, numerals), '5 calls · $113.70+ for 1,000 of each (exact)');
    assert.deepEqual(lines(spendTree(open, numerals)), [
      '$45.11+/1k | a',
      '  $45.11+/1k | x.py',
      '    $44.80+/1k | one | claude-sonnet-5-5',
      '    $0.31+/1k | two | claude-sonnet-5-5',
      '$40.10+/1k | b.py',
      '  $40.10+/1k | three | claude-sonnet-5-5',
      '$28.49+/1k | c.py',
      '  $28.40+/1k | four | claude-sonnet-5-5',
      '  $0.0935+/1k | five | claude-sonnet-5-5',
    ]);
  });

  it('gives whole dollars their cents before a row is a dollar off what its calls say', () => {
    const files = [
      file('a.py', call('one', 0.9049)),
      file('b/x.py', call('two', 0.286_47)),
      file('b/y.py', call('three', 0.040_04)),
      file('b/z.py', call('four', 0.003_18)),
    ];
    assert.match(spendHeadline(files, numerals), /^4 calls · \$1,235 /);
    assert.deepEqual(
      lines(spendTree(files, numerals)).filter(line => !line.includes('claude')),
      ['$905/1k | a.py', '$330/1k | b', '  $286.47/1k | x.py', '  $40.04/1k | y.py', '  $3.18/1k | z.py'],
    );
  });

  it('writes rows as finely as what they add up to, and leaves ranges as they are', () => {
    const about = (value: number, low: number, high: number): Estimate => ({ value, low, high, basis: 'estimated', why: '' });
    const priced = (symbol: string, money: Estimate) => ({ ...call(symbol, 0), inputUsd: money, maxCallUsd: money });
    const banded = [
      file('a.py', priced('one', about(0.044_76, 0.0443, 0.0452))),
      file('b.py', priced('two', about(0.002_34, 0.002_34, Number.POSITIVE_INFINITY))),
    ];
    assert.match(spendHeadline(banded, numerals), /^2 calls · \$47\.10\+ /);
    assert.deepEqual(
      spendTree(banded, numerals).map(({ amount }) => amount),
      ['$44.76/1k', '$2.34+/1k'],
    );
    const ranged = [file('a.py', priced('one', about(0.0448, 0.01, 0.09))), file('b.py', priced('two', about(0.002, 0.002, 0.002)))];
    assert.deepEqual(
      spendTree(ranged, numerals).map(({ amount }) => amount),
      ['$10.00–$90.00/1k', '$2.00/1k'],
    );
  });

  it('opens a call where it stands, and keeps its id when the file is scanned again', () => {
    const open = (start: number) => spendTree([file('a.py', call('ask', 0.001, { at: span(start, start + 9) }))], numerals)[0]?.children[0];
    assert.equal(open(5)?.opens?.start, 5);
    assert.equal(open(5)?.id, open(40)?.id);
  });

  for (const path of ['tests/a.py', 'src/__tests__/a.ts', 'a/b.spec.tsx', 'pkg/test_x.py', 'docs/how.py', 'eval.ipynb'])
    it(`holds ${path} for a test or example`, () => assert.ok(isAside(path)));
  for (const path of ['src/contest.py', 'latest/a.ts', 'attestation.py', 'src/examiner/a.py'])
    it(`holds ${path} for the product`, () => assert.ok(!isAside(path)));
});

describe('the tree of savings', () => {
  const finding = (rule: string, usd: number | undefined, start: number): Finding => ({
    rule,
    at: span(start, start + 1),
    message: `wastes at ${start}`,
    certainty: 'confirmed',
    severity: 'warning',
    site: 'x',
    fixes: [],
    ...(usd === undefined ? {} : { saving: exactly(usd) }),
  });

  const joint = (usd: number, ...fixes: string[]): JointSaving => {
    const request = { site: 'x', symbol: 'answer', at: span(0, 1), model: 'gpt-5.4', before: row(usd * 2), after: row(usd) };
    return { fixes, saving: { ...exactly(usd), why: 'calls come in a row' }, requests: [request] };
  };
  const row = (usd: number) => ({
    usd: exactly(usd),
    charges: [{ as: 'input', usdPerMillion: 2, firstTokens: usd * 500_000, laterTokens: usd * 500_000 }],
  });

  it('says first what all fixes save together, then lists places by rule, and adds nothing up', () => {
    const files = [
      { ...file('a.py'), findings: [finding('cap', undefined, 1), finding('prefix', 0.001, 2)] },
      {
        ...file('b.py'),
        findings: [finding('prefix', 0.004, 3), finding('prefix', 0.003, 4)],
        savings: { together: joint(0.005, 'Move it', 'Move that'), byRule: { prefix: exactly(0.005) } },
      },
      { ...file('tests/t.py'), findings: [finding('prefix', 0.4, 3)], savings: { together: joint(0.4, 'Move it'), byRule: {} } },
    ];
    assert.deepEqual(lines(savingsTree(files, 'rule', numerals)), [
      '−$5.00/1k | Both fixes together',
      '−$5.00/1k | prefix | 3 places',
      '  −$4.00/1k | b.py',
      '  −$3.00/1k | b.py',
      '  −$1.00/1k | a.py',
      'cap | 1 place',
      '  a.py',
    ]);
  });

  it('adds savings up as they are written, where each is at a request of its own', () => {
    const apart = (path: string, rule: string, usd: number) => {
      const saving = { ...exactly(usd), low: usd * 0.9, high: usd * 1.1 };
      const before = { ...row(usd), usd: saving };
      const together = joint(usd, `Fix ${path}`);
      const requests = together.requests.map(request => ({ ...request, before, after: { charges: [], usd: exactly(0) } }));
      return {
        ...file(path),
        findings: [{ ...finding(rule, usd, 1), saving }],
        savings: { together: { ...together, saving, requests }, byRule: { [rule]: saving } },
      };
    };
    const files = [apart('a.py', 'prefix', 0.006_652), apart('b.ts', 'prefix', 0.002_59), apart('c.ts', 'model', 0.000_081)];
    assert.deepEqual(lines(savingsTree(files, 'rule', numerals)), [
      '−$9.38/1k | All 3 fixes together',
      '−$9.30/1k | prefix | 2 places',
      '  −$6.70/1k | a.py',
      '  −$2.60/1k | b.ts',
      '−$0.081/1k | model | 1 place',
      '  −$0.081/1k | c.ts',
    ]);
    const page = savingPage(
      files.map(({ savings }) => savings.together),
      numerals,
    );
    assert.ok(page.startsWith('# What 3 fixes save together: $9.38 for'), page);
  });

  it('lists places by money, the largest saving first', () => {
    const files = [
      { ...file('a.py'), findings: [finding('cap', undefined, 1), finding('prefix', 0.001, 2)] },
      { ...file('b.py'), findings: [finding('tools', 0.004, 3)] },
    ];
    assert.deepEqual(lines(savingsTree(files, 'money', numerals)), ['−$4.00/1k | b.py | tools', '−$1.00/1k | a.py | prefix', 'a.py | cap']);
  });

  it('tells files of one name by their folders, and findings of one file by their functions', () => {
    const calls = [call('create', 0.01, { identity: 'create/x#0' }), call('update', 0.01, { identity: 'update/x#0' })];
    const found = [
      { ...finding('cap', 0.002, 1), site: 'create/x#0' },
      { ...finding('cap', undefined, 5), site: 'update/x#0' },
    ];
    const files = [
      { ...file('artifacts/code/server.ts', ...calls), findings: found },
      { ...file('artifacts/text/server.ts'), findings: [finding('cap', undefined, 1)] },
      { ...file('server.ts'), findings: [finding('cap', undefined, 1)] },
      { ...file('lib/tools.ts'), findings: [finding('cap', undefined, 1)] },
    ];
    assert.deepEqual(lines(savingsTree(files, 'rule', numerals)), [
      'cap | largest −$2.00/1k · 5 places',
      '  −$2.00/1k | code/server.ts | create',
      '  code/server.ts | update',
      '  server.ts',
      '  text/server.ts',
      '  tools.ts',
    ]);
    assert.equal(lines(savingsTree(files, 'money', numerals))[0], '−$2.00/1k | code/server.ts | cap · create');
  });

  it('tells findings that would read the same by their lines', () => {
    const there = { at: { uri: 'file:///w/models.ts', start: 90, end: 95 }, message: 'here' };
    const files = [
      {
        ...file('post.ts', call('POST.lambda', 0.01), call('POST', 0.01, { identity: 'POST/x#1' })),
        findings: [
          { ...finding('cap', undefined, 1), site: 'POST.lambda/x#0' },
          { ...finding('cap', undefined, 5), site: 'POST/x#1' },
          { ...finding('old', undefined, 9), related: there },
        ],
        findingLines: [{ at: 3 }, { at: 12 }, { at: 20, related: 7 }],
      },
      {
        ...file('get.ts'),
        findings: [{ ...finding('old', undefined, 9), related: there }],
        findingLines: [{ at: 4, related: 7 }],
      },
    ].map(one => ({ ...one, findings: one.findings.map(each => ({ ...each, at: { ...each.at, uri: one.uri } })) }));
    assert.deepEqual(lines(savingsTree(files, 'rule', numerals)), [
      'cap | 2 places',
      '  post.ts | line 3 · POST',
      '  post.ts | line 12 · POST',
      'old | 1 place',
      '  models.ts | for 2 files',
    ]);
  });

  it('has one row for what is set in one place for the calls of several files, and opens that place', () => {
    const there = { uri: 'file:///w/conf/our%20models.py', start: 7, end: 12 };
    const old = (more: Partial<Finding> = {}): Finding => ({
      ...finding('retired', undefined, 3),
      message: 'It was shut down.',
      related: { at: there, message: 'here' },
      ...more,
    });
    const files = [
      { ...file('src/a.py'), findings: [old({ at: span(3, 4) })] },
      { ...file('src/b.py'), findings: [old(), old({ message: 'Another one was.' })] },
      { ...file('src/c.py'), findings: [old({ saving: exactly(0.001) })] },
    ].map(one => ({ ...one, findings: one.findings.map(each => ({ ...each, at: { ...each.at, uri: one.uri } })) }));
    const [rule] = savingsTree(files, 'rule', numerals);
    assert.deepEqual(
      rule?.children.map(({ label, amount, description, opens }) => [label, amount || description, opens?.start]),
      [
        ['c.py', '−$1.00/1k', 3],
        ['b.py', '', 3],
        ['our models.py', 'for 2 files', 7],
      ],
    );
    assert.equal(savingPlaces(files), 3);
    assert.equal(rule?.children[2]?.tooltip, 'It was shut down.\nFor the calls in src/a.py, src/b.py');
  });

  it('explains each saving that a fix would bring, and all together', () => {
    const fix = { id: '1', title: 'Move it', effect: 'reorder', preferred: true } as const;
    const found = [{ ...finding('prefix', 0.004, 3), fixes: [fix] }, finding('prefix', 0.001, 5)];
    const files = [{ ...file('b.py'), findings: found, savings: { together: joint(0.004, 'Move it'), byRule: {} } }];
    const [together, rule] = savingsTree(files, 'rule', numerals);
    assert.equal(together?.explains, 'all');
    assert.deepEqual(
      rule?.children.map(({ explains }) => explains),
      [{ uri: 'file:///w/b.py', rule: 'prefix', site: 'x', nth: 0, fix: 0 }, undefined],
    );
  });

  it('shows the arithmetic, in which the rows add up', () => {
    const cached: RowCost = {
      usd: exactly(0.000_704_5),
      charges: [
        { as: 'input', usdPerMillion: 2, firstTokens: 100, laterTokens: 100 },
        { as: 'writing to the cache', usdPerMillion: 2.5, firstTokens: 2000, laterTokens: 0 },
        { as: 'cached input', usdPerMillion: 0.25, firstTokens: 0, laterTokens: 2000 },
      ],
    };
    const before = { usd: exactly(0.0042), charges: [{ as: 'input', usdPerMillion: 2, firstTokens: 2100, laterTokens: 2100 }] };
    const saving = joint(0.0035, 'Add a cache breakpoint');
    const [request] = saving.requests;
    assert.ok(request);
    const page = savingPage([{ ...saving, requests: [{ ...request, before, after: cached }] }], numerals);
    const cells = page
      .split('\n')
      .filter(line => line.startsWith('| '))
      .map(line => line.split('|').map(cell => cell.trim()));
    const amounts = cells.map(row => row[5] ?? '').filter(cell => cell.includes('$') && !cell.includes('per'));
    assert.deepEqual(amounts, ['$4.20', '**$4.20**', '$0.20', '$0.005', '$0.50', '**$0.705**']);
    assert.ok(page.includes('# What this fix saves: $3.50 for 1,000 calls of the request'), page);
    assert.ok(page.includes('**Saved: $4.20 − $0.705 = $3.495, about $3.50**'), page);
  });

  it('says one figure of a saving in the row and on the page that it opens, where its tokens are estimated', () => {
    const [before, after] = [0.0093, 0.002_57].map(usd => ({ ...row(usd), usd: { ...exactly(usd), low: usd * 0.9, high: usd * 1.1 } }));
    assert.ok(before && after);
    const saving = { ...exactly(0.006_73), low: 0.006_057, high: 0.007_403 };
    const together: JointSaving = {
      fixes: ['Cap it', 'Cache it'],
      saving,
      requests: [{ site: 'x', symbol: 'answer', at: span(0, 1), model: 'm', before, after }],
    };
    const files = [{ ...file('b.py'), savings: { together, byRule: {} } }];
    assert.equal(lines(savingsTree(files, 'rule', numerals))[0], '−$6.70/1k | Both fixes together');
    const page = savingPage([together], numerals);
    assert.ok(page.startsWith('# What 2 fixes save together: $6.70 for 1,000 calls of the request'), page);
    assert.ok(page.includes('**Saved: $9.30 − $2.57 = $6.73, about $6.70**'), page);
  });
});
