import { plainText } from '../../link/plain-values';
import type { Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { argumentIn } from '../handed';
import type { SdkObject } from '../sdk-call';

/** Where the settings of a framework's models stand, and which library brings them. */
interface Starter {
  readonly provider: string;
  readonly prefix: string;
  readonly library: RegExp;
  /** How the framework calls the object: `openAiChatModel`. */
  readonly bean?: string;
}

/** Spring Boot's starters (github.com/langchain4j/langchain4j-spring, 2026-08-21). */
const SPRING: readonly Starter[] = [
  { provider: 'openai', name: 'open-ai' },
  { provider: 'anthropic', name: 'anthropic' },
  { provider: 'azure', name: 'azure-open-ai' },
  { provider: 'ollama', name: 'ollama' },
  { provider: 'google', name: 'google-ai-gemini' },
  { provider: 'google', name: 'vertex-ai-gemini' },
  { provider: 'mistral', name: 'mistral-ai' },
].map(({ provider, name }) => ({
  ...{ provider, prefix: `langchain4j.${name}`, library: new RegExp(`^langchain4j-${name}-spring-boot\\d*-starter$`) },
  bean: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
}));

/** Quarkus' extensions, by the names of their settings (docs.quarkiverse.io/quarkus-langchain4j, 2026-08-21). */
const QUARKUS: readonly Starter[] = [
  { provider: 'openai', name: 'openai', library: 'openai' },
  { provider: 'anthropic', name: 'anthropic', library: 'anthropic' },
  { provider: 'azure', name: 'azure-openai', library: 'azure-openai' },
  { provider: 'ollama', name: 'ollama', library: 'ollama' },
  { provider: 'mistral', name: 'mistralai', library: 'mistral-ai' },
  { provider: 'google', name: 'ai.gemini', library: 'ai-gemini' },
  { provider: 'google', name: 'vertexai.gemini', library: 'vertex-ai-gemini' },
  { provider: 'aws', name: 'bedrock', library: 'bedrock' },
  { provider: 'watsonx', name: 'watsonx', library: 'watsonx' },
].map(({ provider, name, library }) => ({
  ...{ provider, prefix: `quarkus.langchain4j.${name}`, library: new RegExp(`^quarkus-langchain4j-${library}$`) },
}));

const MODELS = ['model-name', 'model-id', 'deployment-name'];
const CAPS = ['max-tokens', 'max-completion-tokens', 'max-output-tokens', 'num-predict'];

/** What the settings say of one model that a framework makes. */
export interface MadeModel {
  readonly provider: string;
  readonly model: Value;
  readonly cap: Value | undefined;
}

/** The models that a framework may make for an object; several where neither build nor settings tell which. */
export function modelsBySettings(object: SdkObject, streams: boolean, { settingOf, libraries }: Surroundings): readonly MadeModel[] {
  const kind = object.kind === 'embeddings' || object.kind === 'ingestor' ? 'embedding-model' : 'chat-model';
  const named = textArgument(object, ['chatModel', 'streamingChatModel']);
  const key = textArgument(object, ['modelName']);
  const stated = settingOf(`quarkus.langchain4j.${key === undefined ? '' : `${key}.`}${kind}.provider`);
  const asked = stated?.kind === 'text' ? stated.text.text : undefined;
  const starters = [...SPRING, ...QUARKUS].filter(({ provider, prefix, bean }) => {
    if (object.provider !== undefined && object.provider !== provider) return false;
    if (named !== undefined && bean !== undefined && !named.startsWith(bean)) return false;
    return asked === undefined || !prefix.startsWith('quarkus.') || prefix === `quarkus.langchain4j.${asked}`;
  });
  const found = starters.flatMap(({ provider, prefix, library }) => {
    const sections = prefix.startsWith('quarkus.')
      ? key === undefined
        ? [`${prefix}.${kind}`, prefix]
        : [`${prefix}.${key}.${kind}`, `${prefix}.${key}`]
      : [streams && kind === 'chat-model' ? `${prefix}.streaming-chat-model` : `${prefix}.${kind}`];
    const say = (keys: readonly string[]) => sections.flatMap(section => keys.flatMap(each => settingOf(`${section}.${each}`) ?? []))[0];
    const model = say(MODELS);
    return model === undefined ? [] : [{ provider, model, cap: say(CAPS), library }];
  });
  // A section of the settings may stand there for a library that this build doesn't take.
  const built = found.filter(({ library }) => [...libraries()].some(name => library.test(name)));
  return built.length > 0 ? built : found;
}

/** `@AiService(chatModel = "openAiChatModel")`, `@RegisterAiService(modelName = "small")`. */
function textArgument({ layers }: SdkObject, names: readonly string[]): string | undefined {
  const value = layers.flatMap(layer => names.flatMap(name => argumentIn(layer, name) ?? []))[0];
  return value && plainText(value);
}
