// The form for a new idea: checks while one writes, keeps the draft, shows similar ideas, and writes the file.
(() => {
  const DRAFT = "proposal";
  const WAIT = 400;
  const SIMILAR = 3;
  const NEAR = 0.5;
  const { write, read, rewrite, name, line, markdown, length } = window.proposalFile;
  const element = document.getElementById("propose");
  const form = JSON.parse(document.getElementById("proposal").textContent);
  const words = element.dataset;
  const said = document.querySelector(".propose__said");
  const wrong = element.querySelector(".propose__wrong");
  const done = document.getElementById("done");
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const asked = new Map(form.questions.map((question) => [question.name, question]));
  const holder = (question) => element.querySelector(`[data-question="${CSS.escape(question.name)}"]`);
  const touched = new Set();
  let imported = null;
  let isKept = true;

  const fill = (pattern, values, count) => {
    const [one, other] = pattern.split("|");
    return (other && count === 1 ? one : other ?? one).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  };
  const pad = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  };
  const later = (what) => {
    let waiting;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(what, WAIT);
    };
  };

  const answerTo = (question) => {
    const held = holder(question);
    if (question.kind === "choices") return [...held.querySelectorAll(":checked")].map((box) => box.value);
    return held.value;
  };
  const answers = () => Object.fromEntries(form.questions.map((question) => [question.name, answerTo(question)]));
  const answer = (question, told) => {
    const held = holder(question);
    if (question.kind === "choices") for (const box of held.querySelectorAll("[type=checkbox]")) box.checked = (told ?? []).includes(box.value);
    else held.value = told ?? "";
    recount(question);
  };

  // What the check would say of an answer, or nothing.
  const complaint = (question) => {
    const told = answerTo(question);
    const messages = holder(question).dataset;
    if (question.kind === "choices") return told.length > question.most ? fill(messages.many, { length: told.length }) : "";
    const clean = question.kind === "section" ? markdown(told, form) : line(told, form);
    const size = length(clean);
    if (!size) return question.required ? messages.empty : "";
    if (size < question.shortest) return fill(messages.short, { length: size });
    if (question.longest && size > question.longest) return fill(messages.long, { length: size });
    if (question.name === "contact" && !new RegExp(`^(?:${form.mail})$`).test(clean)) return fill(messages.mail, { given: clean });
    if (question.name === "title" && !name(clean)) return words.unnamed;
    return "";
  };
  const show = (question) => {
    const held = holder(question);
    const told = complaint(question);
    const place = document.getElementById(`${held.id}-wrong`);
    place.textContent = told;
    place.hidden = !told;
    if (told) held.setAttribute("aria-invalid", "true");
    else held.removeAttribute("aria-invalid");
    return told;
  };
  const recount = (question) => {
    const place = document.getElementById(`${holder(question).id}-count`);
    if (!place) return;
    const size = length(question.kind === "section" ? markdown(answerTo(question), form) : line(answerTo(question), form));
    place.textContent = fill(place.dataset.pattern, { length: numbers.format(size), limit: numbers.format(question.longest) }, size);
    place.classList.toggle("ask__count--over", size > question.longest);
  };

  // The draft lies in the browser, and an imported file with it.
  const keep = () => {
    isKept = true;
    try {
      localStorage.setItem(DRAFT, JSON.stringify({ answers: answers(), imported }));
      said.textContent = words.saved;
    } catch {
      // Storage is off or full: the form works, and what is written is gone with the page.
    }
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(DRAFT));
      if (!kept) return;
      imported = kept.imported;
      for (const question of form.questions) answer(question, kept.answers[question.name]);
      if (form.questions.some((question) => question.kind !== "choices" && answerTo(question))) said.textContent = words.kept;
      unfold();
    } catch {
      // No draft, or one that another version of the form has written.
    }
  };
  const forget = () => {
    imported = null;
    isKept = true;
    touched.clear();
    element.reset();
    for (const question of form.questions) {
      answer(question, undefined);
      holder(question).removeAttribute("aria-invalid");
      document.getElementById(`${holder(question).id}-wrong`).hidden = true;
    }
    for (const part of [wrong, done, similar]) part.hidden = true;
    try {
      localStorage.removeItem(DRAFT);
    } catch {
      // Storage is off: there is no draft.
    }
    said.textContent = words.forgotten;
    holder(form.questions[0]).focus();
  };
  const unfold = () => {
    const more = element.querySelector(".propose__more");
    const isAnswered = [...more.querySelectorAll("[data-question]")].some((held) => length(String(answerTo(asked.get(held.dataset.question)))));
    if (isAnswered) more.open = true;
  };

  // Ideas that the search finds for the title and the summary.
  const similar = element.querySelector(".propose__similar");
  let finder;
  let asking = 0;
  const findSimilar = async () => {
    const question = line(`${answerTo(asked.get("title"))} ${answerTo(asked.get("summary"))}`, form);
    asking += 1;
    const mine = asking;
    if (length(question) < 8) {
      similar.hidden = true;
      return;
    }
    try {
      const link = document.querySelector(".top__search");
      const at = (address) => new URL(address, document.baseURI).href;
      finder ??= import(at(link.dataset.find)).then(({ Finder }) => new Finder(at(link.dataset.index), at(link.dataset.home)));
      const found = await (await finder).find(question, { kind: "idea" });
      // What the search has had to look wider for is like the question only where it is nearly as good.
      const best = Math.max(...found.results.map((result) => result.score));
      const near = found.results.filter((result) => result.score >= best * NEAR).slice(0, SIMILAR);
      const ideas = await Promise.all(near.map(async (one) => (await finder).load(one)));
      if (mine !== asking) return;
      listSimilar(ideas);
      // What they are similar to: tests wait for it.
      similar.dataset.question = question;
    } catch {
      similar.hidden = true;
    }
  };
  const listSimilar = (ideas) => {
    const rows = ideas.map((idea) => {
      const link = document.createElement("a");
      link.href = idea.url;
      link.textContent = idea.title;
      if (idea.lang) link.lang = idea.lang;
      const note = document.createElement("span");
      note.textContent = ` ${idea.note}`;
      const row = document.createElement("li");
      row.append(link, note);
      return row;
    });
    similar.querySelector("ul").replaceChildren(...rows);
    similar.hidden = !rows.length;
  };
  const lookSoon = later(findSimilar);

  const open = (held) => {
    const folded = held.closest("details");
    if (folded) folded.open = true;
    const target = held.matches("fieldset") ? held.querySelector("[type=checkbox]") : held;
    target.focus();
  };
  const complain = (found) => {
    const links = found.map(([question, told]) => {
      const link = document.createElement("a");
      link.href = `#${holder(question).id}`;
      link.textContent = told;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        open(holder(question));
      });
      const row = document.createElement("li");
      row.append(link);
      return row;
    });
    wrong.querySelector("h2").textContent = fill(words.wrong, { count: found.length }, found.length);
    wrong.querySelector("ul").replaceChildren(...links);
    wrong.hidden = false;
    done.hidden = true;
    wrong.focus();
  };

  let address;
  const present = () => {
    const told = answers();
    const title = line(told.title, form);
    const content = imported ? rewrite(imported, told, form) : write(told, form, today());
    const path = `ideas/${today().slice(0, 4)}/${name(title)}/idea.md`;
    done.querySelector(".propose__path").textContent = path;
    done.querySelector(".propose__file").textContent = content;
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([content], { type: "text/markdown" }));
    done.querySelector("[data-download]").href = address;
    onGitHub(path, content);
    byMail(title, content);
    wrong.hidden = true;
    done.hidden = false;
    said.textContent = words.ready;
    done.focus();
  };
  const onGitHub = (path, content) => {
    const link = done.querySelector("[data-github]");
    if (!link) return;
    const place = `${form.repository}/new/${form.branch}?filename=${encodeURIComponent(path)}`;
    const whole = `${place}&value=${encodeURIComponent(content)}`;
    const isLong = whole.length > form.longest_address;
    link.href = isLong ? place : whole;
    done.querySelector("[data-short]").hidden = isLong;
    done.querySelector("[data-long]").hidden = !isLong;
  };
  const byMail = (title, content) => {
    const link = done.querySelector("[data-mail]");
    if (!link) return;
    const start = `mailto:${form.contact}?subject=${encodeURIComponent(title)}`;
    const whole = `${start}&body=${encodeURIComponent(content)}`;
    link.href = whole.length > form.longest_mail ? start : whole;
  };

  const bringIn = async (file) => {
    const found = file.size < 300_000 ? read(await file.text(), form) : null;
    if (!found) {
      said.textContent = words.notImported;
      return;
    }
    imported = found;
    for (const question of form.questions) answer(question, found.answers[question.name]);
    // What the form shows is what later answers are compared with.
    imported.answers = answers();
    unfold();
    keep();
    said.textContent = words.imported;
    lookSoon();
  };

  element.hidden = false;
  recall();
  for (const question of form.questions) recount(question);
  const keepSoon = later(() => isKept || keep());
  addEventListener("pagehide", () => isKept || keep());
  element.addEventListener("input", (event) => {
    const question = asked.get(event.target.closest("[data-question]")?.dataset.question);
    if (!question) return;
    recount(question);
    if (touched.has(question.name)) show(question);
    if (question.name === "title" || question.name === "summary") lookSoon();
    done.hidden = true;
    isKept = false;
    keepSoon();
  });
  element.addEventListener("focusout", (event) => {
    const question = asked.get(event.target.closest("[data-question]")?.dataset.question);
    if (!question || (question.kind !== "choices" && !answerTo(question))) return;
    touched.add(question.name);
    show(question);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const question of form.questions) touched.add(question.name);
    const found = form.questions.map((question) => [question, show(question)]).filter(([, told]) => told);
    keep();
    if (found.length) complain(found);
    else present();
  });
  // A long list shows what is chosen, and what holds the letters that are typed; å, ä and ö are letters of their own.
  const folded = (text) => text.normalize("NFC").toLowerCase();
  for (const narrow of element.querySelectorAll(".ask__narrow")) {
    narrow.hidden = false;
    const field = narrow.querySelector("input");
    const rows = [...narrow.closest("fieldset").querySelectorAll(".ask__choices li")];
    field.addEventListener("input", () => {
      const wanted = folded(field.value.trim());
      for (const row of rows) row.hidden = !row.querySelector("input").checked && !folded(row.textContent).includes(wanted);
    });
    field.addEventListener("keydown", (event) => {
      // Return would send the form.
      if (event.key === "Enter") event.preventDefault();
    });
  }
  element.querySelector("[data-forget]").addEventListener("click", forget);
  document.getElementById("import").addEventListener("change", (event) => {
    if (event.target.files.length) bringIn(event.target.files[0]);
  });
  done.querySelector("[data-copy]").addEventListener("click", async () => {
    said.textContent = "";
    const file = done.querySelector(".propose__file");
    try {
      await navigator.clipboard.writeText(file.textContent);
      said.textContent = words.copied;
    } catch {
      // An old browser, or a page that is not served safely: copy what is selected.
      getSelection().selectAllChildren(file);
      said.textContent = document.execCommand("copy") ? words.copied : words.notCopied;
    }
  });
})();
