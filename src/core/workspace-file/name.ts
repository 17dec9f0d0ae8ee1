/** The file's name, at the root of a workspace folder. */
export const WORKSPACE_FILE_NAME = 'promptfare.json';
/** The file of verification results, beside it. */
export const VERIFICATION_FILE_NAME = 'promptfare.verify.json';
/** Raised when a meaning changes; what is only added leaves it as it is. */
export const WORKSPACE_FILE_VERSION = 1;
