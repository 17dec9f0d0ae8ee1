import type { Api, Provider } from '../request/call-site';
import type { Literal } from '../source/literal';
import type { Role } from '../source/prompt-document';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

/**
 * One SDK: which of its exports give the objects that calls are made on, and which of their calls spend money. A name alone is
 * no evidence: every object is traced to a package.
 */
export interface Sdk {
  /** Package family, as reports name it. */
  readonly id: string;
  /** Packages and modules whose exports are this SDK: `openai`, `@anthropic-ai/sdk`, `google.genai`. Submodules belong to them. */
  readonly modules: readonly string[];
  /** Those of them that projects also call files of their own (`agents`): a file of the project is meant where there is one. */
  readonly sharedNames?: readonly string[];
  /** What stands in the text of every file that uses it, where the modules' own names stand everywhere (`requests`). */
  readonly traces?: readonly string[];
  /** Exports that make or are objects, by name. `default` is a package's default export. */
  readonly makers: Readonly<Record<string, Maker>>;
  /** Methods that give another object, with what their arguments add. */
  readonly methods?: readonly MethodMaker[];
  /** Methods that no other package's objects have: what they are called on is of this kind, even where nobody says where it comes from. */
  readonly telling?: {
    readonly kind: ObjectKind;
    readonly methods: readonly string[];
    /** What such an object is called, in files that import a package. */
    readonly named?: RegExp;
  };
  /** A client that a platform hands out, told by what it is called (`env.AI`) or by names of models that nobody else has (`@cf/…`). */
  readonly binding?: { readonly named: RegExp; readonly models: RegExp };
  /** What kind of object the module itself serves as (`openai.chat.completions.create`); its functions are calls on `module`. */
  readonly moduleIs?: ObjectKind;
  /** Its calls ask whatever address they are given, which alone tells whether they ask a model. */
  readonly addressTells?: true;
  /** The address that the arguments of its calls hold, where these tell it as well: `anything.Do(request)` sends a request that was made before. */
  readonly addressIn?: (args: readonly Argument[]) => Value | undefined;
  /** The objects of models that its agents and engines are handed may state a cap: one that isn't in sight leaves that open. */
  readonly modelsStateCaps?: true;
  /** Constructor arguments that redirect an object to another host. */
  readonly baseUrlArguments: readonly string[];
  readonly calls: readonly CallShape[];
  /** Exported classes and functions that make a message, a content part or options: their arguments are read like an object literal. */
  readonly messages?: Readonly<Record<string, MessageClass>>;
  /** Exports that stand for a text, by their path: `ChatModel.GPT_5_4`. From the SDK's own source, never by the name's look. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Methods of builders that add to what another argument holds: `addUserMessage(text)`. */
  readonly adds?: Readonly<Record<string, Added>>;
  /** The class of `messages` that is meant where its name isn't written (`new(role, text)`). */
  readonly messageType?: string;
  /** Further exports, which calls hand on (`ChatRole`, `ChatOptions`): names of no other package where its module is imported as a whole. */
  readonly names?: ReadonlySet<string>;
  /** How its objects call what the API calls otherwise: `Content` is `content`. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Methods that add a message to the list they are called on, with its role: `history.AddUserMessage(text)`; `stated`: the first argument says it. */
  readonly appends?: Readonly<Record<string, Role | 'stated'>>;
  /** What steps put behind each other are (`prompt | model`, `prompt.pipe(model)`): an object whose arguments are the steps. */
  readonly pipes?: ObjectKind;
  /** A message may be a pair of role and text. */
  readonly messageTuples?: true;
  /** The package's function that makes a number an optional one (`openai.Int(500)`), and the parameters that take it plain. */
  readonly optionalNumbers?: { readonly by: string; readonly required: readonly string[] };
  /** Parameters that take a text only if the package's function makes it an optional one (`openai.String(id)`). */
  readonly optionalTexts?: { readonly by: string; readonly of: readonly string[] };
  /** How a setting is written that its API calls otherwise; undefined: that isn't known. Absent: the API's own names are used. */
  written?(api: Api, parameter: string, value: Literal): WrittenSetting | undefined;
  /** What objects are made with, as its API names it, where a package writes that otherwise (functional options, structs). */
  convert?(layer: ArgumentLayer): ArgumentLayer;
  /** The way out for calls that no table describes: what is really called (one of several), or undefined where it is no call of a model. */
  read?(
    call: SdkCall,
    objectsOf: (value: Value) => readonly SdkObject[],
    surroundings: Surroundings,
  ): SdkCall | readonly SdkCall[] | undefined;
}

/** A setting's name, and its value as the package takes it. */
export interface WrittenSetting {
  readonly name: string;
  readonly value: Literal;
  /** What the file has to begin with for the compiler to take it. */
  readonly head?: FileHead;
}

export interface FileHead {
  readonly line: string;
  isIn(text: string): boolean;
}

/** `client`, `chat-model`, `agent` …: kinds are an SDK's own names, `module` is the package itself. */
export type ObjectKind = string;

export interface Maker {
  /** What the export gives when it is called or constructed. */
  readonly makes?: ObjectKind;
  /** What the export is by itself, without a call: `google` of `@ai-sdk/google`. */
  readonly is?: ObjectKind;
  /** Whose servers its objects talk to; absent: the model's name says it, or nothing does. */
  readonly provider?: Provider;
  /** Names of its positional arguments, in order. */
  readonly positional?: readonly string[];
  /** Arguments that are objects of the SDK themselves (`LLMChain(llm=llm, prompt=prompt)`): what made them counts too. */
  readonly objects?: ArgumentPaths;
  /** Arguments that may be functions instead, which are asked for each request (`model: ({ requestContext }) => …`). */
  readonly asked?: readonly string[];
  /** It fixes a model and its caps, so that constructing it is reported by itself; an agent only if it states one. */
  readonly fixesModel?: true | 'if stated';
  /** The model that the package itself uses where none is passed, in all of its versions. */
  readonly defaultModel?: string;
  /**
   * It gives back what it is handed as its first argument, watched or patched (`wrap_openai(client)`), or by this name (`model`);
   * with `makes`, it has calls of that kind as well.
   */
  readonly wraps?: true | string;
  /** What it adds to what it wraps: settings, or that there may be some. */
  around?(wrapped: SdkObject, args: readonly Argument[]): SdkObject;
  /** Whether it makes what is meant, by its arguments. */
  when?(args: readonly Argument[]): boolean;
  /** The way out where an argument decides what it gives (`provider='deepseek'`): `made` is what the table says. */
  gives?(made: SdkObject): SdkObject;
}

export interface MethodMaker {
  readonly on: ObjectKind;
  /** Members between the object and the call; empty where the object itself is called. */
  readonly path: string;
  readonly makes: ObjectKind;
  readonly positional?: readonly string[];
  readonly provider?: Provider;
  readonly objects?: ArgumentPaths;
  readonly fixesModel?: true;
  /** The way out where no table says which object it gives: `made` is the one it is asked of, with the method's arguments. */
  gives?(made: SdkObject, objectsOf: (value: Value) => readonly SdkObject[]): readonly SdkObject[];
}

/** Where an argument may stand, the likeliest first: `max_tokens`, `config.maxOutputTokens`. */
export type ArgumentPaths = readonly string[];

/** One call of an SDK. Arguments of the objects it is made on count as its own, unless it sets them anew. */
export interface CallShape {
  /** Kind of the object it is made on; `client` when left out, `module` for functions of the package. */
  readonly on?: ObjectKind;
  /** Members between the object and the call: `chat.completions.create`; empty where the object itself is called; `*`: any one method. */
  readonly path: string;
  readonly api: Api;
  /** Whose servers it talks to, where its object doesn't say: a function of a package that has one provider only. */
  readonly provider?: Provider;
  readonly streams: boolean;
  readonly model: ArgumentPaths;
  readonly messages: ArgumentPaths;
  /** A separate system prompt, where the API has one. */
  readonly system: ArgumentPaths;
  readonly tools: ArgumentPaths;
  readonly rounds?: Rounds;
  /** What names the conversation so far, which is kept elsewhere and charged as input again: `previous_response_id`. */
  readonly conversation?: ArgumentPaths;
  /** What names a text that is kept elsewhere and charged with each call: what a cache holds. */
  readonly keptText?: ArgumentPaths;
  /** What names a prompt that the provider stores, and which may say model and cap as well. */
  readonly storedPrompt?: ArgumentPaths;
  /** The output cap, the one to write first. Empty: the API has none. */
  readonly cap: ArgumentPaths;
  readonly capRequired: boolean;
  /** Where a response schema may stand. */
  readonly schema: ArgumentPaths;
  /** Names of the call's own positional arguments, in order; JavaScript's options object needs none. */
  readonly positional?: readonly string[];
  /** Arguments that are objects of an SDK themselves (`Runner.run(agent)`, `model: openai('gpt-5.4')`): what made them counts too. */
  readonly objects?: ArgumentPaths;
  /** Its cap is an argument of its own, although the model comes with an object. */
  readonly ownCap?: true;
  /** What it is sent to listen to; words may be missing then. */
  readonly recording?: ArgumentPaths;
  /** By which of its arguments it is told where it need not name a model. */
  readonly tellingArguments?: readonly string[];
  /** What it is charged by, where that is not the text that it sends: "the number and size of images". */
  readonly chargedBy?: string;
  /** How the model's name says whose it is: `openai:gpt-5.4`, `openai/gpt-5.4`. */
  readonly modelForm?: ':' | '/';
}

/** It runs tools for the model and asks again. */
export interface Rounds {
  /** Arguments that say how often; and what it does where they say nothing. */
  readonly by: ArgumentPaths;
  readonly unlessStated: 'one' | 'several';
  /** Arguments that make it ask again wherever they are set: `reflect_on_tool_use`. */
  readonly againBy?: ArgumentPaths;
  /** What else the model may call: `handoffs`. */
  readonly offered?: ArgumentPaths;
}

/** What a call of a provider's API is made of, whichever package makes it. */
export type RequestShape = Omit<CallShape, 'path' | 'streams' | 'on'>;

/** What a builder's method adds, and to which argument. */
export interface Added {
  readonly to: string;
  /** It adds a message of this role with what it is given as its content. */
  readonly role?: Role;
}

export interface MessageClass {
  readonly role?: Role;
  /** It is a list, which begins with such a message if it is made with one (`new ChatHistory(instructions)`). */
  readonly list?: true;
  /** Names of its arguments that mean another: `contentOfBlockParams` is `content`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Names of its positional arguments, in order. */
  readonly positional?: readonly string[];
}
