"""The pipeline, put together as its config says."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kaoju.errors import KaojuError

if TYPE_CHECKING:
    from spacy.language import Language

# what the article and the tokenizer bring before the first stage
_GIVEN = frozenset({"doc._.blocks", "doc._.notes", "doc._.markers", "token.tag"})
# characters; spaCy's own limit is for its parsers, whose memory grows faster than the text
_LONGEST = 10**9


@dataclass(frozen=True, slots=True)
class Setup:
    """What a pipeline is made from: a config in place of kaoju's own, and TSV files of the user's own names."""

    config: Path | None = None
    lexicon: tuple[Path, ...] = ()


def load_pipeline(setup: Setup | None = None) -> Language:
    """A spaCy ``Language`` made by a config file, kaoju's own where none is given.

    Raises:
        KaojuError: the config is no config, or a stage in it needs what no earlier one writes; a list of names
            cannot be read, or a line of it says nothing.
    """
    from spacy import util  # noqa: PLC0415  whoever asks for a setup alone need not wait for it

    setup = setup or Setup()
    names = {"nlp.tokenizer.names": [str(path.resolve()) for path in setup.lexicon]} if setup.lexicon else {}
    with resources.as_file(resources.files("kaoju") / "pipeline.cfg") as own:
        path = setup.config or own
        try:
            nlp = util.load_model_from_config(util.load_config(path, names, interpolate=False), auto_fill=True)
        except (OSError, ValueError) as error:
            raise KaojuError(f"{path}: not a pipeline config that spaCy can load: {error}") from error
    _check_needs(nlp, path)
    nlp.max_length = max(nlp.max_length, _LONGEST)
    return nlp


def _check_needs(nlp: Language, path: Path) -> None:
    """Every stage's needs are written by an earlier one."""
    problems = (nlp.analyze_pipes() or {}).get("problems", {})
    lacking = {name: left for name, needs in problems.items() if (left := [one for one in needs if one not in _GIVEN])}
    if lacking:
        said = "; ".join(f"{name} needs {', '.join(needs)}" for name, needs in lacking.items())
        raise KaojuError(f"{path}: {said}; put a stage that writes it before")
