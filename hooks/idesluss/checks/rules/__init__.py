"""The rules: one rule, one module, with everything of its own in it; no rule leans on another's module.

The module's name is the rule's. What it says, why and how to put it right stands in `rules.toml` of each
language; the site and `idesluss explain` show it. A module has these names, and no others that are public:

- `GROUP`: where the rule is listed; one that judges what happened stands under `change`. The words of its
  messages stand in the file of that group, and their order there is the order in which rules are listed.
- `MAY_BE_EXEMPTED`: whether the list of exempted mistakes may name it; never where all that it finds is
  what happened, or warns, which no exemption reaches.
- `check_entry(entry, beside)`, which judges what an entry's files say by themselves, its settings and its day
  given: what is the same before and after a change is judged once. `check(catalogue)`, which judges the rest:
  calls, pages, settings, and what entries say of each other. `check_derived(derived, paths)`, which judges
  what follows from the whole and only warns; of the files at these paths alone, where some are given.
  `check_change(change)`, which judges what happened. A rule has one of them or several. They yield problems
  and do nothing else: they read no files, and know nothing of what other rules found.

and, where there is something to say:

- `MESSAGES`: what the keys of its messages begin with, if not with the rule's name.
- `MASKS_ITS_FILE`: that its problems hide a part of their line, which no other problem of it may show.
- `LEAVES_UNREAD`: that its problems leave a part of an idea without meaning to the process, so that whoever
  moves the idea on must put right those that were there before too.
- `MEANS`: what values of its problems are for a program that reads the report, where their names do not say
  so: `given` is what stands there, `choices` what would pass, `nearest` or `suggestion` what is likely meant,
  `of` the vocabulary and `key` a key of it.
- `may_wait(problem)`: which of its problems may be exempted, if not all of them.
- `covers(own, other)`: which other problems follow from one of its own, and are left out until that is put
  right. It is asked of its errors, about the same idea, or about all where its own stands in the settings.
  Here alone a rule names messages of other rules: what it makes needless is known by its cause, not by them.
- `check_exemptions(catalogue, covered, may_be_exempted)`: judges the list of exempted mistakes by how much
  of it is used, and by which rules let any wait.
"""
