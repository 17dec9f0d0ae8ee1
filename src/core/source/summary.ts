import type { DataDeclaration } from './data-type';
import type { LANGUAGES } from './languages/known-languages';
import type { PromptDocument, PromptSettings } from './prompt-document';
import type { ReadPassages } from './read-passages';
import type { Span, Uri } from './span';
import type { Call, ScopeId, Value, ValueOf } from './values';

/** All that one file says, by itself: nothing here depends on another file. */
export type FileSummary = CodeSummary | PromptSummary | TextSummary | FolderSummary;

export interface CodeSummary {
  readonly kind: 'code';
  readonly uri: Uri;
  readonly language: LanguageId;
  /** Index 0 is the module. */
  readonly scopes: readonly Scope[];
  readonly imports: readonly Import[];
  /** Re-exports of whole modules: `export * from './x'`, `from .x import *`. */
  readonly exportAll: readonly { readonly module: string; readonly at: Span }[];
  /** Exported name → local name, where they are stated (TypeScript, JavaScript). Absent: every module-level name is exported (Python). */
  readonly exports?: Readonly<Record<string, string>> | undefined;
  /** Its text holds the path of a model's API, which tells a program that talks to one from all that use the same HTTP library. */
  readonly namesEndpoint?: true | undefined;
  /** Its text sets cache breakpoints on what is put together before: `blocks[-1]["cache_control"] = …`. */
  readonly marksLater?: true | undefined;
  /** Every call expression, outermost first in source order, with the place it stands in. */
  readonly calls: readonly CallPlace[];
  /** Of a file that is being edited: its statements, by which answers can be kept that an edit leaves alone. */
  readonly passages?: ReadPassages;
  readonly problems: readonly Problem[];
  /** Whether a word stands in its text, told without reading all that it says (`ReadLater`). Absent: nobody can tell. */
  mentions?(word: string): boolean;
}

export interface PromptSummary {
  readonly kind: 'prompt';
  readonly uri: Uri;
  readonly document: PromptDocument;
  /** All of the file, for code and prompts that load it. */
  readonly text?: string;
  /** Models and caps that prompts of other files refer to by name. */
  readonly settings?: readonly (PromptSettings & { readonly name: string })[];
  readonly problems: readonly Problem[];
}

/** Neither code that is read nor a prompt, but code or a prompt may load it. */
interface TextSummary {
  readonly kind: 'text';
  readonly uri: Uri;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What a folder holds, for languages in which the files of one see each other. Its URI ends in a slash. */
export interface FolderSummary {
  readonly kind: 'folder';
  readonly uri: Uri;
  /** In order; those of folders end in a slash. */
  readonly entries: readonly Uri[];
  readonly problems: readonly Problem[];
}

/** The editor's id of a language that is read. */
export type LanguageId = (typeof LANGUAGES)[number]['id'];

export interface Scope {
  readonly id: ScopeId;
  readonly kind: 'module' | 'function' | 'class';
  /** Empty for lambdas and anonymous functions. */
  readonly name: string;
  readonly parent: ScopeId | undefined;
  readonly at: Span;
  readonly params: readonly Param[];
  /** What happens in this scope's own body, in source order; bodies of nested functions are their own scopes. */
  readonly effects: readonly Effect[];
  /** Control blocks of this scope's body, so that an effect can say under what it stands. */
  readonly blocks: readonly Block[];
  /** Classes only: what it extends. */
  readonly bases: readonly Value[];
  /** Classes that extend something: their docstring (Python). */
  readonly doc?: Value;
  /** Decorators, as values. */
  readonly decorators: readonly Value[];
  readonly async: boolean;
  /** Classes only: more of one that another file of the package declares (a method in a file of its own, C#'s `partial`). */
  readonly partial?: true;
  /** Classes only: what fields are called in JSON, where their declarations say it. */
  readonly jsonNames?: Readonly<Record<string, string>>;
  /** Interfaces, protocols, abstract classes: the methods that they name and leave to other types. */
  readonly requires?: readonly string[];
  /** Classes only: fields that no code outside of the class can set, by the language (`private`, `readonly`, `#model`). */
  readonly closedFields?: readonly string[];
  /** Classes only: what it says that it implements, without taking anything from it (TypeScript). */
  readonly implements?: readonly Value[];
  /** Types, where the language declares what they hold (Go, Java, C#): what they are as data. Methods that are tools: what a model passes. */
  readonly data?: DataDeclaration;
  /** The annotated return type as a value, without what only says how it arrives (`Promise`, `Optional`). */
  readonly returns?: Value;
  /** Generators only: what they hand out, in order. */
  readonly yields?: readonly Value[];
  /** Types only: the functions that they name, where these say something of their parameters (TypeScript). */
  readonly signatures?: Readonly<Record<string, Value>>;
  /** Functions only: written where an event is listened for, and run whenever it comes. */
  readonly awaitsEvent?: true;
  /** Functions with a parameter that has no type of its own: what they are expected to be where they are written (TypeScript). */
  readonly expected?: Expected;
}

/** A type that stands around a function: a variable's that holds it, or a parameter's of what it is handed to. */
export interface Expected {
  /** The type; with `argument`, the function or class whose parameter has it. */
  readonly of: Value;
  /** Which of the parameters, from zero. */
  readonly argument?: number;
  /** The properties that lead from the type to the function, where it stands in an object. */
  readonly path: readonly string[];
}

export interface Param {
  readonly name: string;
  readonly at: Span;
  /** The annotation as a value (a name, a member), to trace `client: OpenAI`. */
  readonly type?: Value;
  readonly fallback?: Value;
  /** Annotations, as values. */
  readonly decorators?: readonly Value[];
  /** A callback's parameter: what the list's method that it is written in passes (`models.map(model => …)`). */
  readonly passed?: ValueOf<'element'>;
  /** A callback's parameter: the module that the promise gives whose `then` it is written in (`import('m').then(module => …)`). */
  readonly loaded?: Value;
  /** `rest`: *args, ...rest. `keywords`: **kwargs. */
  readonly collects?: 'rest' | 'keywords';
  /** `{ a, b = 2 }`: what a destructured options object binds; `name` is then empty. `key` is the property, `name` the local name. */
  readonly fields?: readonly { readonly key: string; readonly name: string; readonly fallback?: Value }[];
}

/** Index into the scope's `blocks`; -1 is the body itself. */
export type BlockId = number;

export interface Block {
  readonly id: BlockId;
  readonly parent: BlockId;
  readonly kind: 'then' | 'else' | 'loop' | 'try' | 'catch' | 'with' | 'case' | 'plain' | 'comprehension';
  readonly at: Span;
  /** Blocks of one statement that exclude each other (then/else, cases) share this number. `exhaustive`: one of the group always runs. */
  readonly group: number;
  readonly exhaustive: boolean;
  /** Under what it runs, if none of the group's blocks before it does; absent where that isn't read. */
  readonly condition?: Value;
  /** It ends by throwing: nothing that is set in it reaches what stands behind its statement. */
  readonly throws?: true;
  /** Generators: it ends by returning, of which no effect tells. */
  readonly returns?: true;
  /** Loops, where their parts are all there. */
  readonly loop?: LoopParts;
  /** What `with` enters, the outermost first. */
  readonly managers?: readonly Value[];
}

export interface LoopParts {
  /** The whole statement. */
  readonly at: Span;
  /** What runs in each round, with its brackets if it has some. */
  readonly body: Span;
  /** Under what another round begins; absent: there are things left to go over, or always. */
  readonly again?: Value;
}

/** What is written to: `x`, `x.a`, `x["a"]`, `self.a`. */
export interface Place {
  /** A name, or `self` for an object's own field. */
  readonly root: { readonly name: string } | 'self';
  readonly path: readonly string[];
}

interface EffectBase {
  readonly at: Span;
  readonly block: BlockId;
}

export type Effect =
  /** `declares`: it introduces the name in this scope (const, def, import, a Python assignment without `global`). */
  | (EffectBase & {
      readonly kind: 'assign';
      readonly target: Place;
      readonly value: Value;
      readonly type?: Value;
      readonly declares: boolean;
      /** A field that an object's literal sets where it is made: it says nothing of objects that are seen to be made otherwise. */
      readonly initial?: true;
    })
  /** `x.append(v)`, `x.push(v)`, `x += [v]` is an extend. `through`: what the loop around goes over, where its order may be none (Go's maps). */
  | (EffectBase & {
      readonly kind: 'append' | 'extend' | 'prepend' | 'insert';
      readonly target: Place;
      readonly value: Value;
      readonly through?: Value;
    })
  /** `x += v`, `x ||= v` on anything. */
  | (EffectBase & { readonly kind: 'update'; readonly target: Place; readonly operator: '+' | 'or' | '??'; readonly value: Value })
  /** `builder.AddModel(m, key);`: what the object becomes by a call whose value nobody takes. */
  | (EffectBase & { readonly kind: 'call'; readonly target: Place; readonly value: Call })
  /** `opt(cfg)`: x is handed to a function by a pointer, at this place of its arguments. `forEach`: what a loop goes over that makes the call. `byStatement`: without a pointer, by a call whose result nobody takes; most functions only read what they get. */
  | (EffectBase & {
      readonly kind: 'pass';
      readonly target: Place;
      readonly value: Call;
      readonly place: number;
      readonly forEach?: Value;
      readonly byStatement?: true;
    })
  /** `builder.model(m);`: a builder is told one more of the named arguments of what it will make. */
  | (EffectBase & { readonly kind: 'tell'; readonly target: Place; readonly name: string; readonly value: Value })
  /** `setattr(x, name, v)`, `Object.assign(this, v)`, `this[name] = v`: fields of x are set by names that the code computes. `value`: a record of them. */
  | (EffectBase & { readonly kind: 'fill'; readonly target: Place; readonly value: Value })
  /** Something that changes x in a way not read (`x.pop()`, `x.sort()`, x handed to `del`). */
  | (EffectBase & {
      readonly kind: 'disturb';
      readonly target: Place;
      readonly how: string;
      /** `x[key] = v`, where the key is computed. `rounds`: in a loop, an entry for each of its rounds. */
      readonly item?: { readonly key: Value; readonly value: Value; readonly rounds?: ValueOf<'repeat'> };
    })
  | (EffectBase & { readonly kind: 'return'; readonly value: Value });

export interface Import {
  /** The local name; empty for a bare side-effect import. */
  readonly local: string;
  readonly module: string;
  /** The imported name; `default` for a default import; undefined for the module itself. */
  readonly name: string | undefined;
  /** Where a class's file is found by its package: those that may have the class, best first. `module` is then its full name in the first. */
  readonly packages?: readonly string[];
  /** Python's `import a.b.c`, which binds `a`: all of what it loads. */
  readonly whole?: string;
  readonly at: Span;
  readonly scope: ScopeId;
  readonly typeOnly: boolean;
}

export interface CallPlace {
  readonly call: Call;
  readonly scope: ScopeId;
  readonly block: BlockId;
}

/** Something wrong with the input that the user may want to know. */
export interface Problem {
  readonly message: string;
  readonly at: Span;
  /** A fault of this program, not of the input: for its log. */
  readonly ours?: true;
}
