import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { Edit, Refusal } from '../source/edit';
import type { Writers } from './writers';

const PARAMETER = 'cache_control_injection_points';

/** LiteLLM puts the marker itself behind messages that the call names, so that it needn't be written where they are made. */
export function addInjectionPoint(site: CallSite, segment: Segment, writers: Writers): readonly Edit[] | Refusal {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (text === undefined || printer === undefined || site.call === undefined) return { refused: 'This file can’t be edited.' };
  if (site.parameters[PARAMETER] !== undefined) return { refused: `${PARAMETER} is set already. Add another point there.` };
  const system = site.request.segments.filter(({ role }) => role === 'system');
  // A point for a role stands behind each of its messages, at their ends.
  if (system.filter(({ startsMessage }) => startsMessage).length !== 1 || system[system.length - 1] !== segment)
    return { refused: `Only a system message can be named by ${PARAMETER} here. Give the message a content part with a breakpoint.` };
  return printer.insertArgument(text, site.call, PARAMETER, {
    list: [
      {
        record: [
          ['location', 'message'],
          ['role', 'system'],
        ],
      },
    ],
  });
}
