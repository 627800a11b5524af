"""What a text is made of: paragraphs, sentences, words, and the keys they are compared by."""
