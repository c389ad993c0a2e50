"""What all pages share: the published list, addresses, words, cards, and the frame round a page."""
