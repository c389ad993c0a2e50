// @ts-check
// A message of answers under their headings, as proposal/supplement.py reads it.

/** @typedef {{ heading: string, answer: string }} Answer */

/**
 * The text, with the lines' ends that a message has; what is not answered is left out.
 * @param {string} beginning
 * @param {Answer[]} answers
 */
export const messageOf = (beginning, answers) => {
  const given = answers.filter(({ answer }) => answer.trim());
  const parts = given.map(({ heading, answer }) => `### ${heading}\n\n${answer.trim()}`);
  return [beginning, ...parts].join("\n\n").replace(/\r\n?|\n/g, "\r\n");
};
