"""Evidence: how far the words of a note bear out the words of the text, whatever the links say."""
