import assert from 'node:assert/strict';
import type { Param } from '../../../../../../src/core/source/summary';
import { effects, pythonReader, type ReadPython, show } from './read-python';

describe('Python scopes', () => {
  let read: ReadPython;
  before(async () => {
    read = await pythonReader();
  });

  const showParam = (param: Param) =>
    [
      param.collects === 'rest' ? '*' : param.collects === 'keywords' ? '**' : '',
      param.name,
      param.type ? `: ${show(param.type)}` : '',
      param.fallback ? ` = ${show(param.fallback)}` : '',
    ].join('');

  it('numbers scopes in source order and knows their parents', () => {
    const { scopes } = read('def a():\n  def b(): pass\nclass C:\n  async def d(self): return lambda: 1\n');
    assert.deepEqual(
      scopes.map(({ id, kind, name, parent, async }) => [id, kind, name, parent, async]),
      [
        [0, 'module', '', undefined, false],
        [1, 'function', 'a', 0, false],
        [2, 'function', 'b', 1, false],
        [3, 'class', 'C', 0, false],
        [4, 'function', 'd', 3, true],
        [5, 'function', '', 4, false],
      ],
    );
    assert.deepEqual(effects(scopes[0]), ['new a = function#1', 'new C = class#3']);
    assert.deepEqual(effects(scopes[1]), ['new b = function#2']);
    assert.deepEqual(effects(scopes[3]), ['new d = function#4']);
  });

  it('reads parameters with their types and defaults', () => {
    const { scopes } = read('def f(a, /, b: int = 1, *args: str, c, d: m.T = None, **rest): pass');
    assert.deepEqual(scopes[1]?.params.map(showParam), ['a', 'b: int = 1', '*args: str', 'c', 'd: m.T = null', '**rest']);
    assert.deepEqual(read('f = lambda a, *b, c=1, **d: a').scopes[1]?.params.map(showParam), ['a', '*b', 'c = 1', '**d']);
    assert.deepEqual(read('def f(*, a): pass').scopes[1]?.params.map(showParam), ['a']);
  });

  it('reads a default in the scope around the function', () => {
    const param = read('def f():\n  def g(a=b): pass').scopes[2]?.params[0];
    assert.equal(param?.fallback?.kind === 'name' && param.fallback.scope, 1);
  });

  const types: Readonly<Record<string, string>> = {
    OpenAI: 'OpenAI',
    'openai.OpenAI': 'openai.OpenAI',
    '"OpenAI"': 'OpenAI',
    '"openai.OpenAI"': 'openai.OpenAI',
    '"not a name"': '"not a name"',
    'Optional[OpenAI]': 'OpenAI',
    't.Optional["OpenAI"]': 'OpenAI',
    '"OpenAI | None"': 'OpenAI',
    '"Optional[openai.OpenAI]"': 'openai.OpenAI',
    'OpenAI | None': 'OpenAI',
    'A | B | None': '(A | B)',
    'Union[A, B, None]': '(A | B)',
    'Annotated[OpenAI, Depends(get)]': 'OpenAI',
    'Literal["a", "b"]': '("a" | "b")',
    'typing.Literal["a"]': '"a"',
    'list[Message]': 'list[Message]',
    'dict[str, A]': 'dict[[str, A]]',
  };
  for (const [source, expected] of Object.entries(types)) {
    it(`reads the annotation ${source}`, () => {
      const type = read(`def f(x: ${source}): pass`).scopes[1]?.params[0]?.type;
      assert.equal(type && show(type), expected);
    });
  }

  it('reads classes with bases, fields and decorators', () => {
    const { scopes } = read('@dataclass(frozen=True)\nclass A(B, m.C, metaclass=D):\n  "doc"\n  x: int = 1\n  y: str\n  z = 2\n');
    const scope = scopes[1];
    assert.deepEqual(scope?.bases.map(show), ['B', 'm.C']);
    assert.deepEqual(scope?.decorators.map(show), ['dataclass(frozen=true)']);
    assert.deepEqual(effects(scope), ['new x: int = 1', 'new y: str = ?‹y: declared without a value›', 'new z = 2']);
  });

  it("takes a method's first parameter for the object, whatever its name", () => {
    const { scopes } = read('class A:\n  def f(this, a):\n    this.a = a\n    return lambda b: this.g(b)\n');
    assert.deepEqual(scopes[2]?.params.map(showParam), ['this', 'a']);
    assert.deepEqual(effects(scopes[2]), ['self#.a = a', 'return function#3']);
    assert.deepEqual(effects(scopes[3]), ['return self#1.g(b)']);
  });

  it('takes the first parameter of a class method for the class, and leaves static methods alone', () => {
    const { scopes } = read(
      'class A:\n  @classmethod\n  def f(cls, a): cls.n = a; return cls(a)\n  @staticmethod\n  def g(a): return a\n  def __new__(cls): return cls\n',
    );
    assert.deepEqual(effects(scopes[2]), ['A.n = a', 'return class#1(a)']);
    assert.deepEqual(scopes[3]?.params.map(showParam), ['a']);
    assert.deepEqual(scopes[3]?.decorators.map(show), ['staticmethod']);
    assert.deepEqual(effects(scopes[4]), ['return class#1']);
  });

  it('lets a parameter of an inner function hide the receiver', () => {
    const { scopes } = read('class A:\n  def f(self):\n    def g(self): return self\n    return g\n');
    assert.deepEqual(effects(scopes[3]), ['return self']);
  });

  it('knows no receiver where all arguments are collected', () => {
    assert.deepEqual(read('class A:\n  def f(*args): pass').scopes[2]?.params.map(showParam), ['*args']);
  });

  it('knows that calling a generator function gives a generator', () => {
    const { scopes } = read('def f():\n  yield 1\n  return 2\n');
    assert.deepEqual(effects(scopes[1]), ['return ?‹f(): a generator›']);
  });

  it('spans the definition without its decorators', () => {
    const text = '@a\ndef f():\n  pass\nx = 1';
    const at = read(text).scopes[1]?.at;
    assert.equal(at && text.slice(at.start, at.end), 'def f():\n  pass');
  });
});
