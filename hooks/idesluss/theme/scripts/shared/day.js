// @ts-check

/** @param {number} number */
const pad = (number) => String(number).padStart(2, "0");

/**
 * The reader's day as files have it: 2026-11-23.
 * @param {Date} date
 */
export const isoDay = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
