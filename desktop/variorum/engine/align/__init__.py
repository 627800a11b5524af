"""Which sentence became which: anchors, groups, decoding, moves."""
