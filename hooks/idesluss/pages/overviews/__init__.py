"""Pages that tell of the catalogue as a whole: home, pipeline, calls, calendar, lessons and their like."""
