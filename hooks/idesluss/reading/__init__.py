"""From files to records: strict YAML and safe Markdown in; typed records and problems out."""
