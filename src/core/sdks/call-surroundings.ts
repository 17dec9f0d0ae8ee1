import type { DescribedClass } from '../link/docstrings';
import type { PromptDocument } from '../source/prompt-document';
import type { Argument, Value } from '../source/values';
import type { MethodDeclaration } from './method-declaration';

/** What else of a call's file an SDK may need, for what is set once for all (`dspy.configure(lm=lm)`). */
export interface Surroundings {
  /** Arguments of the file's calls of such exports, evaluated. */
  callsOf(exports: readonly string[]): readonly (readonly Argument[])[];
  /** Those of the code files around it; none where there are too many of them to know. */
  callsAround(exports: readonly string[]): readonly (readonly Argument[])[];
  /** Those of the innermost call of such exports that a `with` enters around the call. */
  entered(exports: readonly string[]): readonly Argument[] | undefined;
  /** Those of the nearest file of such a path, seen from a folder around; else of files near that are called so. */
  callsIn(exports: readonly string[], paths: readonly string[], called: RegExp): readonly (readonly Argument[])[];
  /** Arguments of the file's calls of a method of this name, evaluated, whatever it is called on: `kernel.add_service(service)`. */
  methodCalls(name: string): readonly (readonly Argument[])[];
  /** The prompt in the file that an evaluated path leads to; undefined where none is found. */
  promptIn(path: Value): PromptDocument | undefined;
  /** The prompt that a tool compiles by this name, from files with such an ending in such a folder at or above the file. */
  promptNamed(name: string, folder: string, ending: string): PromptDocument | undefined;
  /** What the application's settings files say (Spring's, Quarkus'): `spring.ai.openai.chat.options.model`. */
  settingOf(key: string): Value | undefined;
  /** Whether callers of the project pass a value: a parameter of a function that no framework calls. */
  isPassed(value: Value): boolean;
  /** Names of the libraries that the build takes (Maven's, Gradle's). */
  libraries(): ReadonlySet<string>;
  /** The text of a file on the classpath: `prompts/system.txt`. */
  resourceText(path: string): Value | undefined;
  /** A class of the project by what it says of itself. */
  describedClass(type: Value): DescribedClass | undefined;
  /** How a method of a class or interface of the project is declared, annotations evaluated. */
  methodOf(type: Value, name: string): MethodDeclaration | undefined;
  /** What the method of a name is handed that is called on what this call gives (`….call().entity(Book.class)`). */
  thenHanded(methods: readonly string[]): readonly Argument[] | undefined;
  /** What methods of these names are handed on the variable that holds what this call gives: `request.write(body)`. */
  toldLater(methods: readonly string[]): readonly (readonly Argument[])[];
  /** The methods of an object of the project that are annotated as tools, as what is sent of them; undefined: it has none. */
  toolMethods(value: Value): readonly Value[] | undefined;
  /** What the methods of an object of the project give that are decorated by this name (`@agent`). */
  givenByMarked(object: Value, mark: string): readonly Value[];
  /** Objects of the project's own classes as the JSON that is made of them. */
  serialized(value: Value): Value;
  /** What was set on an export that the file imports (`Settings.llm = …`), or on the module; where it sets nothing, what the code files around it do. */
  setOn(name: string | undefined, key: string): Value | undefined;
}
