"""What all pages share: the published list, addresses, the frame, cards."""
