// An idea's file from answers, and answers from a file. Writes what proposal/written.py writes.
(() => {
  const LONGEST_NAME = 80;
  const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const FENCE = /^---[ \t]*$/;
  const KEY = /^([A-Za-z_]\w*):/;

  const ruled = (typed, rules) =>
    rules.reduce(
      (told, [pattern, replacement, hasLines]) => told.replace(new RegExp(pattern, hasLines ? "gm" : "g"), replacement),
      typed.replace(LONE, "").normalize("NFC"),
    );
  const line = (typed, form) => ruled(typed, form.rules.slice(0, form.line_rules)).split(/\s+/).filter(Boolean).join(" ");
  const markdown = (typed, form) => ruled(typed, form.rules);
  const length = (told) => [...told].length;

  // `Behov på sikt` becomes `behov-pa-sikt`, as text.slugify has it.
  const name = (title) => {
    const plain = title.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
    const parts = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return parts.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, "");
  };

  const value = (question, answer, form) => {
    if (question.kind === "choices") return answer.length ? `[${answer.join(", ")}]` : "";
    const told = line(answer, form);
    return told && question.kind !== "choice" ? JSON.stringify(told) : told;
  };
  const written = (answers, form) => {
    const pairs = form.questions
      .filter((question) => question.kind !== "section" && question.name in answers)
      .map((question) => [question.name, value(question, answers[question.name], form)]);
    return new Map(pairs.filter(([, told]) => told));
  };
  // The section's heading in the file's language, or in the catalogue's where that is not known.
  const headingOf = ({ name }, language, form) => form.sections[name][language] ?? form.sections[name][form.main];

  const sectionsOf = (answers, form, language) =>
    form.questions
      .filter((question) => question.kind === "section")
      .map((question) => [question.name, headingOf(question, language, form), markdown(answers[question.name] ?? "", form)]);

  // A new file.
  const write = (answers, form, day) => {
    const fields = new Map([...Object.entries(form.given), ["submitted", day], ...written(answers, form)]);
    const lines = form.order.filter((key) => fields.has(key)).map((key) => `${key}: ${fields.get(key)}`);
    const parts = sectionsOf(answers, form, form.given.language)
      .filter(([, , told]) => told)
      .map(([, heading, told]) => `\n## ${heading}\n\n${told}`);
    return `${["---", ...lines, "---", ...parts].join("\n")}\n`;
  };

  // A field's value where it is written in one of the usual ways; undefined where it is not.
  const scalar = (raw) => {
    const told = raw.trim();
    if (told.startsWith('"')) {
      try {
        return JSON.parse(told);
      } catch {
        return undefined;
      }
    }
    if (/^'(?:[^']|'')*'$/.test(told)) return told.slice(1, -1).replaceAll("''", "'");
    return /^[[\]{}&*!|>%@`'"#,?-]|: | #/.test(told) ? undefined : told;
  };
  const list = (first, rest) => {
    const flow = /^\[([^[\]{}"']*)\]$/.exec(first.trim());
    if (flow) return flow[1].split(",").map((item) => item.trim()).filter(Boolean);
    const items = rest.filter((row) => row.trim()).map((row) => /^\s*-\s+(.*)$/.exec(row)?.[1]);
    const told = items.map((item) => (item === undefined ? undefined : scalar(item)));
    return first.trim() || told.includes(undefined) ? undefined : told;
  };
  const text = (first, rest) => {
    if (/^[|>][-+]?$/.test(first.trim())) return rest.map((row) => row.trim()).join(first.includes("|") ? "\n" : " ").trim();
    return scalar([first, ...rest.map((row) => row.trim())].join(" "));
  };

  // The file as blocks, so that what is not changed stays as it stands; null for what is no idea.
  const read = (content, form) => {
    const rows = content.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
    const end = rows.findIndex((row, at) => at > 0 && FENCE.test(row));
    if (!FENCE.test(rows[0]) || end < 0) return null;
    const blocks = [];
    for (const row of rows.slice(1, end)) {
      const key = KEY.exec(row)?.[1];
      if (key || !blocks.length) blocks.push({ key, rows: [row] });
      else blocks.at(-1).rows.push(row);
    }
    const body = { parts: [{ heading: null, rows: [] }] };
    for (const row of rows.slice(end + 1)) {
      const heading = /^##[ \t]+(.*?)[ \t#]*$/.exec(row);
      if (heading) body.parts.push({ heading: heading[1], rows: [row] });
      else body.parts.at(-1).rows.push(row);
    }
    const file = { blocks, parts: body.parts };
    return { file, answers: answersOf(file, form) };
  };
  const answersOf = (file, form) => {
    const answers = {};
    for (const question of form.questions) {
      const told = question.kind === "section" ? sectionOf(file, question, form)?.told : fieldOf(file, question);
      if (told !== undefined) answers[question.name] = told;
    }
    return answers;
  };
  const fieldOf = (file, question) => {
    const block = file.blocks.find(({ key }) => key === question.name);
    if (!block) return undefined;
    const [head, ...rest] = block.rows;
    const first = head.slice(question.name.length + 1);
    return question.kind === "choices" ? list(first, rest) : text(first, rest);
  };
  const sectionOf = (file, question, form) => {
    const headings = Object.values(form.sections[question.name]).map((heading) => heading.toLowerCase());
    const part = file.parts.find(({ heading }) => heading && headings.includes(heading.trim().toLowerCase()));
    return part && { part, told: part.rows.slice(1).join("\n").trim() };
  };

  // The file with the answers that differ from what was read of it; all else as it was.
  const rewrite = ({ file, answers: before }, answers, form) => {
    const now = written(answers, form);
    const isSame = (question) => JSON.stringify(answers[question.name] ?? "") === JSON.stringify(before[question.name] ?? (question.kind === "choices" ? [] : ""));
    const blocks = file.blocks.map((block) => ({ ...block }));
    for (const question of form.questions.filter((one) => one.kind !== "section" && !isSame(one))) {
      const at = blocks.findIndex(({ key }) => key === question.name);
      const rows = now.has(question.name) ? [`${question.name}: ${now.get(question.name)}`] : [];
      if (at >= 0) blocks.splice(at, 1, { key: question.name, rows });
      else blocks.push({ key: question.name, rows });
    }
    const language = /^language:\s*([a-z-]+)/m.exec(file.blocks.flatMap(({ rows }) => rows).join("\n"))?.[1];
    const parts = file.parts.map((part) => ({ ...part }));
    for (const question of form.questions.filter((one) => one.kind === "section" && !isSame(one))) {
      const held = sectionOf(file, question, form);
      const told = markdown(answers[question.name] ?? "", form);
      const rows = told ? [`## ${held?.part.heading ?? headingOf(question, language, form)}`, "", ...told.split("\n"), ""] : [];
      const at = held ? file.parts.indexOf(held.part) : -1;
      if (at >= 0) parts[at] = { rows };
      else parts.push({ rows: rows.length ? ["", ...rows] : rows });
    }
    const lines = ["---", ...blocks.flatMap(({ rows }) => rows), "---", ...parts.flatMap(({ rows }) => rows)];
    return `${lines.join("\n").trimEnd()}\n`;
  };

  window.proposalFile = { write, read, rewrite, name, line, markdown, length };
})();
