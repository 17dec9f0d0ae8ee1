/** Exported constants that stand for a text, by name. Those of all releases are here; one that changed its meaning is left out. */
export type Constants = ReadonlyMap<string, string>;

function constants(list: string): Constants {
  return new Map(
    list
      .trim()
      .split(/\s+/)
      .map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** `openai.ChatModelGPT4o`: shared/shared.go, chat.go, embedding.go and responses/response.go of github.com/openai/openai-go up to 3.52.0 (2026-08-21). */
export const OPENAI_MODELS = constants(`
  ChatModelO3Mini=o3-mini ChatModelO3Mini2025_01_31=o3-mini-2025-01-31 ChatModelO1=o1 ChatModelO1_2024_12_17=o1-2024-12-17
  ChatModelO1Preview=o1-preview ChatModelO1Preview2024_09_12=o1-preview-2024-09-12 ChatModelO1Mini=o1-mini
  ChatModelO1Mini2024_09_12=o1-mini-2024-09-12 ChatModelGPT4_5Preview=gpt-4.5-preview
  ChatModelGPT4_5Preview2025_02_27=gpt-4.5-preview-2025-02-27 ChatModelGPT4o=gpt-4o ChatModelGPT4o2024_11_20=gpt-4o-2024-11-20
  ChatModelGPT4o2024_08_06=gpt-4o-2024-08-06 ChatModelGPT4o2024_05_13=gpt-4o-2024-05-13 ChatModelGPT4oAudioPreview=gpt-4o-audio-preview
  ChatModelGPT4oAudioPreview2024_10_01=gpt-4o-audio-preview-2024-10-01
  ChatModelGPT4oAudioPreview2024_12_17=gpt-4o-audio-preview-2024-12-17 ChatModelGPT4oMiniAudioPreview=gpt-4o-mini-audio-preview
  ChatModelGPT4oMiniAudioPreview2024_12_17=gpt-4o-mini-audio-preview-2024-12-17 ChatModelChatgpt4oLatest=chatgpt-4o-latest
  ChatModelGPT4oMini=gpt-4o-mini ChatModelGPT4oMini2024_07_18=gpt-4o-mini-2024-07-18 ChatModelGPT4Turbo=gpt-4-turbo
  ChatModelGPT4Turbo2024_04_09=gpt-4-turbo-2024-04-09 ChatModelGPT4_0125Preview=gpt-4-0125-preview
  ChatModelGPT4TurboPreview=gpt-4-turbo-preview ChatModelGPT4_1106Preview=gpt-4-1106-preview
  ChatModelGPT4VisionPreview=gpt-4-vision-preview ChatModelGPT4=gpt-4 ChatModelGPT4_0314=gpt-4-0314 ChatModelGPT4_0613=gpt-4-0613
  ChatModelGPT4_32k=gpt-4-32k ChatModelGPT4_32k0314=gpt-4-32k-0314 ChatModelGPT4_32k0613=gpt-4-32k-0613
  ChatModelGPT3_5Turbo=gpt-3.5-turbo ChatModelGPT3_5Turbo16k=gpt-3.5-turbo-16k ChatModelGPT3_5Turbo0301=gpt-3.5-turbo-0301
  ChatModelGPT3_5Turbo0613=gpt-3.5-turbo-0613 ChatModelGPT3_5Turbo1106=gpt-3.5-turbo-1106 ChatModelGPT3_5Turbo0125=gpt-3.5-turbo-0125
  ChatModelGPT3_5Turbo16k0613=gpt-3.5-turbo-16k-0613 ChatModelComputerUsePreview=computer-use-preview
  ChatModelComputerUsePreview2025_02_04=computer-use-preview-2025-02-04
  ChatModelComputerUsePreview2025_03_11=computer-use-preview-2025-03-11 ChatModelGPT4oSearchPreview=gpt-4o-search-preview
  ChatModelGPT4oMiniSearchPreview=gpt-4o-mini-search-preview ChatModelGPT4oSearchPreview2025_03_11=gpt-4o-search-preview-2025-03-11
  ChatModelGPT4oMiniSearchPreview2025_03_11=gpt-4o-mini-search-preview-2025-03-11 ResponsesModelO1Pro=o1-pro
  ResponsesModelO1Pro2025_03_19=o1-pro-2025-03-19 ResponsesModelComputerUsePreview=computer-use-preview
  ResponsesModelComputerUsePreview2025_03_11=computer-use-preview-2025-03-11 ChatModelGPT4_1=gpt-4.1 ChatModelGPT4_1Mini=gpt-4.1-mini
  ChatModelGPT4_1Nano=gpt-4.1-nano ChatModelGPT4_1_2025_04_14=gpt-4.1-2025-04-14 ChatModelGPT4_1Mini2025_04_14=gpt-4.1-mini-2025-04-14
  ChatModelGPT4_1Nano2025_04_14=gpt-4.1-nano-2025-04-14 ChatModelGPT4_1Mini_2025_04_14=gpt-4.1-mini-2025-04-14
  ChatModelGPT4_1Nano_2025_04_14=gpt-4.1-nano-2025-04-14 ChatModelO4Mini=o4-mini ChatModelO4Mini2025_04_16=o4-mini-2025-04-16
  ChatModelO3=o3 ChatModelO3_2025_04_16=o3-2025-04-16 ChatModelCodexMiniLatest=codex-mini-latest
  ChatModelGPT4oAudioPreview2025_06_03=gpt-4o-audio-preview-2025-06-03 ResponsesModelO3Pro=o3-pro
  ResponsesModelO3Pro2025_06_10=o3-pro-2025-06-10 ResponsesModelO3DeepResearch=o3-deep-research
  ResponsesModelO3DeepResearch2025_06_26=o3-deep-research-2025-06-26 ResponsesModelO4MiniDeepResearch=o4-mini-deep-research
  ResponsesModelO4MiniDeepResearch2025_06_26=o4-mini-deep-research-2025-06-26 ChatModelGPT5=gpt-5 ChatModelGPT5Mini=gpt-5-mini
  ChatModelGPT5Nano=gpt-5-nano ChatModelGPT5_2025_08_07=gpt-5-2025-08-07 ChatModelGPT5Mini2025_08_07=gpt-5-mini-2025-08-07
  ChatModelGPT5Nano2025_08_07=gpt-5-nano-2025-08-07 ChatModelGPT5ChatLatest=gpt-5-chat-latest ResponsesModelGPT5Codex=gpt-5-codex
  ResponsesModelGPT5Pro=gpt-5-pro ResponsesModelGPT5Pro2025_10_06=gpt-5-pro-2025-10-06 ChatModelGPT5_1=gpt-5.1
  ChatModelGPT5_1_2025_11_13=gpt-5.1-2025-11-13 ChatModelGPT5_1Codex=gpt-5.1-codex ChatModelGPT5_1Mini=gpt-5.1-mini
  ChatModelGPT5_1ChatLatest=gpt-5.1-chat-latest ResponsesModelGPT5_1CodexMax=gpt-5.1-codex-max ChatModelGPT5_2=gpt-5.2
  ChatModelGPT5_2_2025_12_11=gpt-5.2-2025-12-11 ChatModelGPT5_2ChatLatest=gpt-5.2-chat-latest ChatModelGPT5_2Pro=gpt-5.2-pro
  ChatModelGPT5_2Pro2025_12_11=gpt-5.2-pro-2025-12-11 ChatModelGPT5_4=gpt-5.4 ChatModelGPT5_3ChatLatest=gpt-5.3-chat-latest
  ChatModelGPT5_4Mini=gpt-5.4-mini ChatModelGPT5_4Nano=gpt-5.4-nano ChatModelGPT5_4Mini2026_03_17=gpt-5.4-mini-2026-03-17
  ChatModelGPT5_4Nano2026_03_17=gpt-5.4-nano-2026-03-17 ChatModelGPT5_6Sol=gpt-5.6-sol ChatModelGPT5_6Terra=gpt-5.6-terra
  ChatModelGPT5_6Luna=gpt-5.6-luna ChatModelGPT5_5=gpt-5.5 ResponsesModelGPTDaybreakBlueLatest=gpt-daybreak-blue-latest
  ResponsesModelGPTDaybreakRedLatest=gpt-daybreak-red-latest ResponsesModelGPT5_6Cyber=gpt-5.6-cyber
  ChatModelGPT5_5_2026_04_23=gpt-5.5-2026-04-23 ResponsesModelGPT5_5Pro=gpt-5.5-pro
  ResponsesModelGPT5_5Pro2026_04_23=gpt-5.5-pro-2026-04-23 ChatModelGPT4oRealtimePreview2024_10_01=gpt-4o-realtime-preview-2024-10-01
  ChatModelGPT4oRealtimePreview=gpt-4o-realtime-preview EmbeddingModelTextEmbeddingAda002=text-embedding-ada-002
  EmbeddingModelTextEmbedding3Small=text-embedding-3-small EmbeddingModelTextEmbedding3Large=text-embedding-3-large
`);

/** `anthropic.ModelClaudeSonnet4_5`: message.go of github.com/anthropics/anthropic-sdk-go, all releases up to 2026-07-23. */
export const ANTHROPIC_MODELS = constants(`
  ModelClaude_3_5_Sonnet_20240620=claude-3-5-sonnet-20240620 ModelClaude_3_Opus_20240229=claude-3-opus-20240229
  ModelClaude_3_Sonnet_20240229=claude-3-sonnet-20240229 ModelClaude_3_Haiku_20240307=claude-3-haiku-20240307 ModelClaude_2_1=claude-2.1
  ModelClaude_2_0=claude-2.0 ModelClaude_Instant_1_2=claude-instant-1.2 ModelClaude3_5SonnetLatest=claude-3-5-sonnet-latest
  ModelClaude3_5Sonnet20241022=claude-3-5-sonnet-20241022 ModelClaude3OpusLatest=claude-3-opus-latest
  ModelClaude3_5HaikuLatest=claude-3-5-haiku-latest ModelClaude3Haiku20241022=claude-3-haiku-20241022
  ModelClaude3_5Haiku20241022=claude-3-5-haiku-20241022 ModelClaude3_7SonnetLatest=claude-3-7-sonnet-latest
  ModelClaude3_7Sonnet20250219=claude-3-7-sonnet-20250219 ModelClaudeSonnet4_20250514=claude-sonnet-4-20250514
  ModelClaudeSonnet4_0=claude-sonnet-4-0 ModelClaude4Sonnet20250514=claude-4-sonnet-20250514 ModelClaudeOpus4_0=claude-opus-4-0
  ModelClaudeOpus4_20250514=claude-opus-4-20250514 ModelClaude4Opus20250514=claude-4-opus-20250514
  ModelClaudeOpus4_1_20250805=claude-opus-4-1-20250805 ModelClaudeSonnet4_5=claude-sonnet-4-5
  ModelClaudeSonnet4_5_20250929=claude-sonnet-4-5-20250929 ModelClaudeHaiku4_5=claude-haiku-4-5
  ModelClaudeHaiku4_5_20251001=claude-haiku-4-5-20251001 ModelClaudeOpus4_5_20251101=claude-opus-4-5-20251101
  ModelClaudeOpus4_5=claude-opus-4-5 ModelClaudeOpus4_6=claude-opus-4-6 ModelClaudeSonnet4_6=claude-sonnet-4-6
  ModelClaudeOpus4_1=claude-opus-4-1 ModelClaudeMythosPreview=claude-mythos-preview ModelClaudeOpus4_7=claude-opus-4-7
  ModelClaudeOpus4_8=claude-opus-4-8 ModelClaudeFable5=claude-fable-5 ModelClaudeMythos5=claude-mythos-5
  ModelClaudeSonnet5=claude-sonnet-5
`);

/** `openai.GPT4oMini`: completion.go, common.go and embeddings.go of github.com/sashabaranov/go-openai up to 2026-08-02. */
export const GO_OPENAI_MODELS = constants(`
  GPT3TextDavinci002=text-davinci-002 GPT3TextCurie001=text-curie-001 GPT3TextBabbage001=text-babbage-001 GPT3TextAda001=text-ada-001
  GPT3TextDavinci001=text-davinci-001 GPT3DavinciInstructBeta=davinci-instruct-beta GPT3Davinci=davinci
  GPT3CurieInstructBeta=curie-instruct-beta GPT3Curie=curie GPT3Ada=ada GPT3Babbage=babbage CodexCodeDavinci002=code-davinci-002
  CodexCodeCushman001=code-cushman-001 CodexCodeDavinci001=code-davinci-001 GPT3TextDavinci003=text-davinci-003
  GPT3Dot5Turbo0301=gpt-3.5-turbo-0301 GPT3Dot5Turbo=gpt-3.5-turbo GPT432K0314=gpt-4-32k-0314 GPT432K=gpt-4-32k GPT40314=gpt-4-0314
  GPT4=gpt-4 GPT3TextAdaEmbeddingV2=text-embedding-ada-002 GPT432K0613=gpt-4-32k-0613 GPT40613=gpt-4-0613
  GPT3Dot5Turbo0613=gpt-3.5-turbo-0613 GPT3Dot5Turbo16K=gpt-3.5-turbo-16k GPT3Dot5Turbo16K0613=gpt-3.5-turbo-16k-0613
  GPT3Dot5TurboInstruct=gpt-3.5-turbo-instruct GPT3Davinci002=davinci-002 GPT3Curie002=curie-002 GPT3Ada002=ada-002
  GPT3Babbage002=babbage-002 GPT4VisionPreview=gpt-4-vision-preview GPT3Dot5Turbo1106=gpt-3.5-turbo-1106 GPT4Turbo0125=gpt-4-0125-preview
  GPT4Turbo1106=gpt-4-1106-preview GPT3Dot5Turbo0125=gpt-3.5-turbo-0125 GPT4Turbo=gpt-4-turbo GPT4Turbo20240409=gpt-4-turbo-2024-04-09
  MistralSmall=mistral-small MistralMedium=mistral-medium MistralLarge=mistral-large MistralTiny=mistral-tiny GPT4o=gpt-4o GPT4O=gpt-4o
  GPT4o20240513=gpt-4o-2024-05-13 GPT4oMini=gpt-4o-mini GPT4oMini20240718=gpt-4o-mini-2024-07-18 GPT4o20240806=gpt-4o-2024-08-06
  GPT4oLatest=chatgpt-4o-latest GPTO1Preview=o1-preview GPTO1Preview20240912=o1-preview-2024-09-12 GPTO1Mini=o1-mini
  GPTO1Mini20240912=o1-mini-2024-09-12 O1Mini=o1-mini O1Mini20240912=o1-mini-2024-09-12 O1Preview=o1-preview
  O1Preview20240912=o1-preview-2024-09-12 GPT4o20241120=gpt-4o-2024-11-20 GPTO120241217=o1-2024-12-17 O1=o1 O120241217=o1-2024-12-17
  GPTO3MiniLatest=o3-mini GPTO3Mini20250131=o3-mini-2025-01-31 O3Mini=o3-mini O3Mini20250131=o3-mini-2025-01-31
  GPT4Dot5PreviewLatest=gpt-4.5-preview GPT4Dot5Preview20250227=gpt-4.5-preview-2025-02-27 GPT4Dot5Preview=gpt-4.5-preview
  GPT4Dot1=gpt-4.1 GPT4Dot120250414=gpt-4.1-2025-04-14 GPT4Dot1Mini=gpt-4.1-mini GPT4Dot1Mini20250414=gpt-4.1-mini-2025-04-14
  GPT4Dot1Nano=gpt-4.1-nano GPT4Dot1Nano20250414=gpt-4.1-nano-2025-04-14 GPTO3Latest=o3 GPTO320250416=o3-2025-04-16
  GPTO4MiniLatest=o4-mini GPTO4Mini20250416=o4-mini-2025-04-16 O3=o3 O320250416=o3-2025-04-16 O4Mini=o4-mini
  O4Mini2020416=o4-mini-2025-04-16 O4Mini20250416=o4-mini-2025-04-16 GPT5=gpt-5 GPT5Mini=gpt-5-mini GPT5Nano=gpt-5-nano
  GPT5ChatLatest=gpt-5-chat-latest GPTAudio=gpt-audio GPTAudio20250828=gpt-audio-2025-08-28 GPTAudioMini=gpt-audio-mini
  GPTAudioMini20251006=gpt-audio-mini-2025-10-06 GPT4oAudioPreview=gpt-4o-audio-preview
  GPT4oAudioPreview20241001=gpt-4o-audio-preview-2024-10-01 GPT4oAudioPreview20241217=gpt-4o-audio-preview-2024-12-17
  GPT4oAudioPreview20250603=gpt-4o-audio-preview-2025-06-03 GPT4oMiniAudioPreview=gpt-4o-mini-audio-preview
  GPT4oMiniAudioPreview20241217=gpt-4o-mini-audio-preview-2024-12-17 O3Pro=o3-pro O3DeepResearch=o3-deep-research
  O4MiniDeepResearch=o4-mini-deep-research GPT5Pro=gpt-5-pro GPT5Codex=gpt-5-codex GPT5Dot1=gpt-5.1
  GPT5Dot1ChatLatest=gpt-5.1-chat-latest GPT5Dot1Codex=gpt-5.1-codex GPT5Dot1CodexMini=gpt-5.1-codex-mini
  GPT5Dot1CodexMax=gpt-5.1-codex-max GPT5Dot2=gpt-5.2 GPT5Dot2ChatLatest=gpt-5.2-chat-latest GPT5Dot2Pro=gpt-5.2-pro
  GPT5Dot2Codex=gpt-5.2-codex GPT5Dot3ChatLatest=gpt-5.3-chat-latest GPT5Dot3Codex=gpt-5.3-codex GPT5Dot4=gpt-5.4
  GPT5Dot4Mini=gpt-5.4-mini GPT5Dot4Nano=gpt-5.4-nano GPT5Dot4Pro=gpt-5.4-pro GPT5Dot5=gpt-5.5 GPT5Dot5Pro=gpt-5.5-pro GPT5Dot6=gpt-5.6
  GPT5Dot6Sol=gpt-5.6-sol GPT5Dot6Terra=gpt-5.6-terra GPT5Dot6Luna=gpt-5.6-luna AdaSimilarity=text-similarity-ada-001
  BabbageSimilarity=text-similarity-babbage-001 CurieSimilarity=text-similarity-curie-001 DavinciSimilarity=text-similarity-davinci-001
  AdaSearchDocument=text-search-ada-doc-001 AdaSearchQuery=text-search-ada-query-001 BabbageSearchDocument=text-search-babbage-doc-001
  BabbageSearchQuery=text-search-babbage-query-001 CurieSearchDocument=text-search-curie-doc-001
  CurieSearchQuery=text-search-curie-query-001 DavinciSearchDocument=text-search-davinci-doc-001
  DavinciSearchQuery=text-search-davinci-query-001 AdaCodeSearchCode=code-search-ada-code-001 AdaCodeSearchText=code-search-ada-text-001
  BabbageCodeSearchCode=code-search-babbage-code-001 BabbageCodeSearchText=code-search-babbage-text-001
  AdaEmbeddingV2=text-embedding-ada-002 SmallEmbedding3=text-embedding-3-small LargeEmbedding3=text-embedding-3-large
`);
