import { hole } from '../../link/evaluation';
import { namedArguments } from '../../request/arguments';
import type { SdkCall } from '../sdk';

/**
 * Anthropic's API wants a cap, so packages around it pass one of their own where the program states none: LangChain4j 1,024 tokens,
 * Spring AI 500, from 2.0 on 4,096 (their sources, read on 2026-11-22). Which version is used isn't known, so neither is the cap.
 */
export function withOwnCap(call: SdkCall): SdkCall {
  const { object, shape } = call;
  const [first] = object.layers.flatMap(layer => layer.args);
  if (object.provider !== 'anthropic' || first === undefined) return call;
  const named = namedArguments(object.layers);
  const name = shape.cap.find(path => !path.includes('.'));
  if (name === undefined || named.open !== undefined || shape.cap.some(path => named.get([path]) !== undefined)) return call;
  const value = hole(first.at, name, 'the default of the package');
  return { ...call, object: { ...object, layers: [{ args: [{ name, value, at: first.at }], positional: [] }, ...object.layers] } };
}
