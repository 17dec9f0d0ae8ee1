import type { Maker } from './sdk';

/** A provider's package: its ready-made provider, and the function that makes one. */
function packaged(
  provider: string | undefined,
  instances: readonly string[],
  functions: readonly string[],
): Readonly<Record<string, Maker>> {
  const whose = provider === undefined ? {} : { provider };
  return Object.fromEntries([
    ...instances.map(name => [name, { is: 'provider', ...whose }]),
    ...functions.map(name => [name, { makes: 'provider', ...whose }]),
  ]);
}

/** The providers' packages, by what they export. */
export const PROVIDERS: Readonly<Record<string, Maker>> = {
  ...packaged('openai', ['openai'], ['createOpenAI']),
  ...packaged('anthropic', ['anthropic'], ['createAnthropic']),
  ...packaged('google', ['google'], ['createGoogleGenerativeAI', 'createGoogle']),
  ...packaged('google', ['vertex', 'googleVertex'], ['createVertex', 'createGoogleVertex']),
  ...packaged('google', ['vertexAnthropic', 'googleVertexAnthropic'], ['createVertexAnthropic', 'createGoogleVertexAnthropic']),
  ...packaged('aws', ['bedrock', 'amazonBedrock'], ['createAmazonBedrock']),
  ...packaged('aws', ['bedrockAnthropic', 'anthropicAws'], ['createBedrockAnthropic', 'createAnthropicAws']),
  ...packaged('aws', ['bedrockMantle'], ['createBedrockMantle']),
  ...packaged('azure', ['azure'], ['createAzure']),
  ...packaged('mistral', ['mistral'], ['createMistral']),
  ...packaged('x-ai', ['xai'], ['createXai']),
  ...packaged('groq', ['groq'], ['createGroq']),
  ...packaged('cohere', ['cohere'], ['createCohere']),
  ...packaged('deepseek', ['deepseek'], ['createDeepSeek']),
  ...packaged('together', ['togetherai'], ['createTogetherAI']),
  ...packaged('fireworks', ['fireworks'], ['createFireworks']),
  ...packaged('perplexity', ['perplexity'], ['createPerplexity']),
  ...packaged('cerebras', ['cerebras'], ['createCerebras']),
  ...packaged('deepinfra', ['deepinfra'], ['createDeepInfra']),
  ...packaged('moonshotai', ['moonshotai'], ['createMoonshotAI']),
  ...packaged('alibaba', ['alibaba'], ['createAlibaba']),
  ...packaged('baseten', ['baseten'], ['createBaseten']),
  ...packaged('huggingface', ['huggingface'], ['createHuggingFace']),
  ...packaged('replicate', ['replicate'], ['createReplicate']),
  ...packaged('vercel', ['vercel'], ['createVercel']),
  ...packaged('fal', ['fal'], ['createFal']),
  ...packaged('luma', ['luma'], ['createLuma']),
  ...packaged('elevenlabs', ['elevenLabs', 'elevenlabs'], ['createElevenLabs']),
  ...packaged('deepgram', ['deepgram'], ['createDeepgram']),
  ...packaged('voyage', ['voyage'], ['createVoyage']),
  ...packaged('minimax', ['minimax'], ['createMiniMax']),
  ...packaged('assemblyai', ['assemblyai'], ['createAssemblyAI']),
  ...packaged('cartesia', ['cartesia'], ['createCartesia']),
  ...packaged('fish-audio', ['fishAudio'], ['createFishAudio']),
  ...packaged('gladia', ['gladia'], ['createGladia']),
  ...packaged('hume', ['hume'], ['createHume']),
  ...packaged('lmnt', ['lmnt'], ['createLMNT']),
  ...packaged('revai', ['revai'], ['createRevai']),
  ...packaged('black-forest-labs', ['blackForestLabs'], ['createBlackForestLabs']),
  ...packaged('bytedance', ['byteDance'], ['createByteDance']),
  ...packaged('gmicloud', ['gmicloud'], ['createGmicloud']),
  ...packaged('klingai', ['klingai'], ['createKlingAI']),
  ...packaged('prodia', ['prodia'], ['createProdia']),
  ...packaged('quiverai', ['quiverai'], ['createQuiverAI']),
  ...packaged('openrouter', ['openrouter'], ['createOpenRouter']),
  ...packaged('cloudflare', [], ['createWorkersAI']),
  ...packaged('ollama', ['ollama'], ['createOllama']),
  // Models of a gateway are priced as their makers price them, and named `openai/gpt-5.4`.
  ...packaged(undefined, ['gateway'], ['createGateway', 'createGatewayProvider', 'createOpenAICompatible', 'createOpenResponses']),
};
