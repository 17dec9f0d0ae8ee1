/** What the verification panel needs: a bundle of its own, loaded when it is first opened. */
export { VerifySession } from './verify-session';
