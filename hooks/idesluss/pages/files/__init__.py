"""Files beside the pages: feeds, pictures for sharing, redirects, the problem page, the site map."""
