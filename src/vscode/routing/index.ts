/** What the routing panel and its export need: a bundle of its own, loaded with the first of them. */
export { exportRouting } from './export-routing';
export { RoutingSession } from './routing-session';
