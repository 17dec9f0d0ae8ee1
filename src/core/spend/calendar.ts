/** Hours of a day in which calls come, where nobody states them. */
export const HOURS_PER_DAY = 24;

/** Days of a month on which calls are made, where nobody states them. */
export const DAYS_PER_MONTH = 30;
