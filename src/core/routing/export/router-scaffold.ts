import { askFunction, modelIdFor, type RouterSdk } from './ask-function';
import { text } from './map-module';
import { CHECK, PURPOSE, type RouterKind, type RouterModels, SORT } from './router-words';
import type { RouterLanguage } from './routing-map';

/** A router of its own file, as a beginning: undefined where the package has no form in the language. */
export function routerScaffold(
  kind: RouterKind,
  language: RouterLanguage,
  sdk: RouterSdk,
  { provider, small, large }: RouterModels,
): string | undefined {
  const ask = askFunction(language, sdk);
  if (ask === undefined) return undefined;
  const ids = { small: text(modelIdFor(sdk, provider, small)), large: text(modelIdFor(sdk, provider, large)) };
  if (language === 'python') {
    const constants = `SMALL_MODEL = ${ids.small}\nLARGE_MODEL = ${ids.large}\n`;
    return `"""${PURPOSE[kind]}"""\n\nfrom dataclasses import dataclass\n\n${ask}\n\n${constants}\n\n${PYTHON[kind]}`;
  }
  const constants = `const SMALL_MODEL = ${ids.small};\nconst LARGE_MODEL = ${ids.large};\n`;
  return `// ${PURPOSE[kind]}\n${ask}\n${constants}\n${TYPESCRIPT[kind]}`;
}

const TYPESCRIPT: Readonly<Record<RouterKind, string>> = {
  cascade: `export interface Answer {
  readonly text: string;
  /** Log it: the share of escalated calls decides whether the cascade pays. */
  readonly escalated: boolean;
}

/** Pass a check of your own where there is one (a schema, a test, a rule): it costs nothing and judges better. */
export async function answer(instructions: string, input: string, isGood = looksGood): Promise<Answer> {
  const first = await ask(SMALL_MODEL, instructions, input);
  if (await isGood(instructions, input, first)) return { text: first, escalated: false };
  return { text: await ask(LARGE_MODEL, instructions, input), escalated: true };
}

async function looksGood(instructions: string, input: string, first: string): Promise<boolean> {
  const check = '${CHECK}';
  const verdict = await ask(SMALL_MODEL, check, \`Instructions:\\n\${instructions}\\n\\nInput:\\n\${input}\\n\\nAnswer:\\n\${first}\`);
  return verdict.trim().toLowerCase().startsWith('good');
}
`,
  classifier: `export interface Answer {
  readonly text: string;
  /** Log it, and compare samples of both: the classifier may be wrong. */
  readonly model: string;
}

export async function answer(instructions: string, input: string): Promise<Answer> {
  const model = (await isEasy(instructions, input)) ? SMALL_MODEL : LARGE_MODEL;
  return { text: await ask(model, instructions, input), model };
}

async function isEasy(instructions: string, input: string): Promise<boolean> {
  const sort = '${SORT}';
  const verdict = await ask(SMALL_MODEL, sort, \`Instructions:\\n\${instructions}\\n\\nInput:\\n\${input}\`);
  return verdict.trim().toLowerCase().startsWith('easy');
}
`,
};

const PYTHON: Readonly<Record<RouterKind, string>> = {
  cascade: `@dataclass(frozen=True)
class Answer:
    text: str
    escalated: bool  # log it: the share of escalated calls decides whether the cascade pays


def looks_good(instructions: str, input: str, first: str) -> bool:
    check = "${CHECK}"
    verdict = ask(SMALL_MODEL, check, f"Instructions:\\n{instructions}\\n\\nInput:\\n{input}\\n\\nAnswer:\\n{first}")
    return verdict.strip().lower().startswith("good")


def answer(instructions: str, input: str, is_good=looks_good) -> Answer:
    """Pass a check of your own where there is one (a schema, a test, a rule): it costs nothing and judges better."""
    first = ask(SMALL_MODEL, instructions, input)
    if is_good(instructions, input, first):
        return Answer(first, escalated=False)
    return Answer(ask(LARGE_MODEL, instructions, input), escalated=True)
`,
  classifier: `@dataclass(frozen=True)
class Answer:
    text: str
    model: str  # log it, and compare samples of both: the classifier may be wrong


def is_easy(instructions: str, input: str) -> bool:
    sort = "${SORT}"
    verdict = ask(SMALL_MODEL, sort, f"Instructions:\\n{instructions}\\n\\nInput:\\n{input}")
    return verdict.strip().lower().startswith("easy")


def answer(instructions: str, input: str) -> Answer:
    model = SMALL_MODEL if is_easy(instructions, input) else LARGE_MODEL
    return Answer(ask(model, instructions, input), model)
`,
};
