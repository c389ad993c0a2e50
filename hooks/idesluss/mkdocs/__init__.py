"""The site handed to MkDocs: its events in, the published list out. Nothing else imports MkDocs."""
