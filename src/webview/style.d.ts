/** Style sheets go into a file beside the bundle. */
declare module '*.css';
