import type { RoutingData } from '../../core/present/routing/data';
import type { RoutingView } from '../../core/present/routing/routing-view';
import type { RoutingState } from '../../core/present/routing/state';
import type { FromRouting } from '../../protocol/routing';

/** What the page is drawn of, and what it can do. */
export interface Shown {
  readonly data: RoutingData;
  readonly state: RoutingState;
  readonly view: RoutingView;
  change(changed: Partial<RoutingState>): void;
  send(message: FromRouting): void;
}

/** What stands in the field, or is chosen in the list, that an event came from. */
export function writtenIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
