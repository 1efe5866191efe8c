"""Names and words in Chinese and English, from the dictionaries that our dependencies ship and a list of our own."""

from kaoju.lexicon.lookup import Lexicon, Name, open_lexicon
from kaoju.lexicon.place import Segmentation

__all__ = ["Lexicon", "Name", "Segmentation", "open_lexicon"]
