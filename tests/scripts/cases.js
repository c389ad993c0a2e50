// @ts-check

/**
 * Cases that Python and the scripts are both held to; test_same_cases.py writes them.
 * @param {"fold" | "formats" | "ideas"} name
 */
export const casesOf = (name) =>
  JSON.parse(Deno.readTextFileSync(new URL(`./cases/${name}.json`, import.meta.url)));
