import type { Span, Uri } from './span';
import type { MappedText } from './text-map';

/** How often a value changes, from never to with every call. `unknown` stands outside the order. */
export type Volatility = 'static' | 'deploy' | 'day' | 'user' | 'session' | 'turn' | 'call' | 'unknown';

/** A part that nobody can know from the text alone. */
export interface Hole {
  readonly kind: 'hole';
  readonly at: Span;
  /** As the author wrote it, short: `datetime.now()`, `question`. */
  readonly label: string;
  readonly volatility: Volatility;
  /** `append`: only grows at its end (a history), so what is before stays cacheable. */
  readonly growth: 'replace' | 'append';
  /** True when the source proves the volatility (a clock is read), false when a name only suggests it. */
  readonly proven: boolean;
  /** One clause: why it is unknown. */
  readonly reason: string;
  /** A parameter of a project function that no caller has filled in. */
  readonly parameter?: true;
  /** A number that is no more than this: `min(800, left)`. */
  readonly atMost?: number;
  /** JSON that the call at `at` lays out over lines. */
  readonly indented?: true;
  /** Calls that lay out JSON over lines in what is put in here any number of times. */
  readonly indentedIn?: readonly Span[];
}

/** The reason of the hole that a declaration alone leaves (`x: int`, `private client: OpenAI;`): it sets nothing. */
export const NOT_SET = 'declared without a value';

/** The reason of the hole that Python's `...` leaves. */
export const PLACEHOLDER = 'a placeholder';

/** The reason of the hole that `a && b` leaves where a doesn't hold. */
export const NOT_HELD = 'the condition does not hold';

/** Index of a scope in its file's `FileSummary.scopes`; 0 is the module. */
export type ScopeId = number;

/**
 * What source code computes, free of any language. Adapters produce every kind but `param`, `external`, `instance`
 * and `choice` of evaluated branches; evaluation (`link/`) reduces names, members and calls as far as the sources allow.
 */
export type Value =
  | { readonly kind: 'text'; readonly at: Span; readonly text: MappedText }
  /** `written`: JavaScript's `null`, which unlike its undefined no default replaces. */
  | { readonly kind: 'scalar'; readonly at: Span; readonly value: number | boolean | null; readonly written?: true }
  /** Parts in reading order; every part is turned into text. `literal`: one string literal of the source (f-string, template), whose body can be edited. */
  | { readonly kind: 'template'; readonly at: Span; readonly parts: readonly Value[]; readonly literal: boolean }
  | { readonly kind: 'record'; readonly at: Span; readonly entries: readonly Entry[] }
  /** `unordered`: the set, or what is looped over, whose order differs from one process to the next (Python's sets). */
  | { readonly kind: 'list'; readonly at: Span; readonly items: readonly Value[]; readonly unordered?: Span }
  /**
   * A complete set of candidates: one of them is the value. `condition`: of two, the first is it where the condition holds, else the
   * second. `under`: of what branches set, on which conditions it hangs. `rounds`: it is each of them, in rounds of a loop. `byCaller`,
   * evaluated only: which of them it is hangs on what callers pass: a key (`MODELS[tier]`), or what a branch asks for.
   */
  | {
      readonly kind: 'choice';
      readonly at: Span;
      readonly options: readonly Value[];
      readonly condition?: Value;
      readonly under?: readonly Value[];
      readonly rounds?: true;
      readonly byCaller?: ByCaller;
    }
  /** A comparison, or a combination of conditions. `label`: as written. */
  | {
      readonly kind: 'test';
      readonly at: Span;
      readonly test: 'not' | 'and' | 'or' | 'equal' | 'less' | 'in' | 'instance';
      readonly operands: readonly Value[];
      readonly label: string;
    }
  /** An element that may stand in a list any number of times (a comprehension, `map`, an append in a loop). */
  | {
      readonly kind: 'repeat';
      readonly at: Span;
      readonly item: Value;
      /** What the comprehension loops over, where it is one loop; `filtered`: it leaves items out. */
      readonly over?: Value;
      readonly filtered?: true;
      /** What the loop goes over that adds the element, where its order may be none. */
      readonly through?: Value;
    }
  /** What a loop's variable holds: an item of a list or a key of a table, or a part of it. `label`: the variable. */
  | { readonly kind: 'element'; readonly at: Span; readonly of: Value; readonly part: readonly (string | number)[]; readonly label: string }
  /** An element that may or may not stand in a list (an append under `if`). `ifMissing`: under a key that the condition asks for, and doesn't find. */
  | { readonly kind: 'optional'; readonly at: Span; readonly item: Value; readonly ifMissing?: true }
  /**
   * `...x`, `*x`, `**x` inside a list, a record or arguments. `rounds`: what it is where each round of the loop that adds it is known.
   * `put`: what it is where the key under which something is put is known (`options[name] = 900`). `filled`: only what isn't nothing of it
   * (`{k: v for k, v in x.items() if v is not None}`).
   */
  | {
      readonly kind: 'spread';
      readonly at: Span;
      readonly value: Value;
      readonly rounds?: ValueOf<'repeat'>;
      readonly put?: { readonly key: Value; readonly value: Value };
      readonly filled?: true;
    }
  | { readonly kind: 'name'; readonly at: Span; readonly name: string; readonly scope: ScopeId }
  /** `this`, or the first parameter of a Python method. */
  | { readonly kind: 'self'; readonly at: Span; readonly scope: ScopeId }
  | {
      readonly kind: 'member';
      readonly at: Span;
      readonly object: Value;
      readonly key: string;
      readonly alias?: string;
      /** A call stands behind it (Go, where a field that isn't set would be its zero value). */
      readonly called?: true;
    }
  | { readonly kind: 'index'; readonly at: Span; readonly object: Value; readonly key: Value; readonly alias?: string }
  | Call
  /** `+ or ??` and Python's `%` and `|`: meaning depends on what the operands turn out to be. `||` and Python's `or` are `or`. */
  | {
      readonly kind: 'operation';
      readonly at: Span;
      readonly operator: '+' | '-' | '*' | '/' | '%' | '|' | 'or' | '??' | 'default';
      readonly left: Value;
      readonly right: Value;
      readonly alias?: string;
    }
  /** A function or lambda of this file: its scope. `frames`, evaluated only: the calls in which it was made, for its free names. */
  | { readonly kind: 'function'; readonly at: Span; readonly scope: ScopeId; readonly frames?: readonly CallFrame[] }
  /** `frames`, evaluated only: as a function's. `receiver`: what a class method calls its class, or one below that it is called on. */
  | {
      readonly kind: 'class';
      readonly at: Span;
      readonly scope: ScopeId;
      readonly receiver?: true;
      readonly frames?: readonly CallFrame[];
    }
  /**
   * Evaluated only: a parameter of a function of the project that no caller has filled in, or a part of it (`options.model`).
   * `outside`: no code of the project calls the function (a route's handler, a callback), so nobody's call says more.
   */
  | {
      readonly kind: 'param';
      readonly at: Span;
      readonly scope: ScopeId;
      readonly name: string;
      readonly type?: Value;
      readonly fallback?: Value;
      /** What the project passes wherever it makes the object whose constructor has the parameter. */
      readonly made?: Value;
      /** What it is made is what the branch asks for in which it is read. */
      readonly asked?: true;
      readonly outside?: true;
      /** Where it is read, branches rule out that it is its default. */
      readonly ruledOut?: true;
      /** Something else takes its place where it isn't passed: `special or model`. */
      readonly leftOut?: true;
      /** A number that is no more than this: `min(800, limit)`. */
      readonly atMost?: number;
      /** Of candidates: it is the one where it was passed, and the others don't stand for it where it wasn't. */
      readonly given?: true;
    }
  /** Evaluated only: something of a package: `from openai import OpenAI` is ['openai', 'OpenAI']. The default export is `default`, a namespace or module import has no path. */
  | { readonly kind: 'external'; readonly at: Span; readonly module: string; readonly path: readonly string[] }
  /** Evaluated only: an object of a class of the project. `set`: what was set on it by name after it was made. */
  | {
      readonly kind: 'instance';
      readonly at: Span;
      readonly scope: ScopeId;
      readonly args: readonly Argument[];
      readonly set?: readonly Argument[];
      /** Its class's. */
      readonly frames?: readonly CallFrame[];
    }
  | Hole;

/** How callers choose: by a key among rows, or by what a branch asks for. */
export type ByCaller = 'key' | 'branch';

/** One call of a project function, while its body is evaluated: what its parameters and its object are. */
export interface CallFrame {
  readonly uri: Uri;
  readonly scope: ScopeId;
  readonly params: ReadonlyMap<string, Value>;
  readonly self?: Value;
  /** Where the call ends, if it is the function's own module that makes it (Python). */
  readonly calledAt?: number;
  /** The function or class of the module that the call stands in, where nobody's call of that is known (Python). */
  readonly calledIn?: ScopeId;
}

type ValueKind = Value['kind'];
export type ValueOf<K extends ValueKind> = Extract<Value, { kind: K }>;

/** A call expression; `new X()` and `await f()` are calls too. */
export interface Call {
  readonly kind: 'call';
  /** The whole call expression, without a leading `await`. */
  readonly at: Span;
  readonly callee: Value;
  readonly args: readonly Argument[];
  /** The argument list with its brackets: where a printer inserts. */
  readonly argsAt: Span;
  /** The named arguments are methods of a builder, which stand behind each other at `argsAt`. */
  readonly chained?: true;
  /** A struct's literal (`T{a: 1}`): what it names are its fields, and what it doesn't name is nothing. Nothing is called. */
  readonly literal?: true;
  /** Evaluated only, here and elsewhere: the variable that holds it, to call it by. */
  readonly alias?: string;
  /** A statement's: it stands for the object as it is after the call, not for what the call gives. */
  readonly told?: true;
  /** It stands for its argument of this place, as it is after the call (`opt(cfg)`, where cfg is a pointer). */
  readonly passed?: number;
  /** With `passed`: the call is made for each item of this, by the loop's variable. */
  readonly forEach?: Value;
  /** With `passed`: the call is made in each round of a loop, so what it adds is added again and again. */
  readonly again?: true;
}

/** Positional arguments have no name; Python's keywords have. A JavaScript options object is one positional record. */
export interface Argument {
  readonly name?: string;
  readonly value: Value;
  /** The whole argument, name included. */
  readonly at: Span;
}

/** A record's entry; without a key it is a spread (then `value` is a `spread`). */
export interface Entry {
  readonly key?: string;
  /** The key as written, quotes included. */
  readonly keyAt?: Span;
  /** `[KEY]: value`: counts instead of `value`, which is open, as soon as the key is known. */
  readonly computed?: { readonly key: Value; readonly value: Value };
  /** The key is taken out of what stands before it: what `...rest` leaves. */
  readonly removed?: true;
  readonly value: Value;
  /** The whole entry, key included. */
  readonly at: Span;
}
