"""Files beside the pages: feeds, pictures for sharing, redirects, the site map."""
