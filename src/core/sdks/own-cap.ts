import type { SdkObject } from './sdk-call';

/**
 * Anthropic's API wants a cap, so packages around it pass one of their own where the program states none, as LangChain does:
 * LangChain4j 1,024 tokens, LlamaIndex 512 or 4,096, Spring AI 500, from 2.0 on 4,096 (their sources, read on 2026-11-22). Which version is used
 * isn't known, so neither is the cap.
 */
export function withOwnCap(object: SdkObject, isAnthropics = object.provider === 'anthropic'): SdkObject {
  return isAnthropics ? { ...object, capsItself: true } : object;
}
