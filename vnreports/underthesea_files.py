"""What the words need of the installed underthesea: found without importing it, and known byte by byte.

Importing underthesea takes most of a second, and its word segmentation most of its time for what can be added up once a
syllable. Our own route gives the same words only if it does what underthesea does, so it is for the releases whose
files it was compared with: each file that decides about a word has its digest here.
"""

import ast
import dataclasses
import hashlib
import importlib.metadata
import importlib.util
import pickle
import re
from pathlib import Path

from vnreports.crfsuite import CrfModel, read_crfsuite

RELEASE = "underthesea==9.5.0"
CORE = "underthesea_core==3.3.2"  # compiled, so it differs from one machine to another: known by its version
_MODEL = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
_PATTERN = "pipeline/word_tokenize/regex_tokenize.py"
_NORMALIZE = "pipeline/text_normalize"
_RULES = f"{_NORMALIZE}/tn_rules_2023_07_14.bin"
_DICTIONARY, _FEATURES, _CRF = (f"{_MODEL}/{name}.bin" for name in ("dictionary", "features", "models"))
DIGESTS = {  # SHA-256
    "models/fast_crf_sequence_tagger.py": "2f7dba214c3e4ea31221a328e759c5a11deff902c9768581a061e8a4a28d8762",
    f"{_NORMALIZE}/__init__.py": "1b11d69a834925e769f4d89ce69fac3f0df89d0acf68626b0d2c75a0abee3233",
    f"{_NORMALIZE}/character_normalize.py": "f10727cca09ec90c88abaaa6b697ad3a1205ab783066ad0b59fa31ecdaa792d1",
    f"{_NORMALIZE}/text_normalizer.py": "f35f6d22e7b1c4f916bc0f832222496ff3993be4f31d34dee2c8fed4565b4c2d",
    _RULES: "a8ef96ef9837f6a377154fdfc970b9b88351d39f9353fa693d53ab49798817f9",
    f"{_NORMALIZE}/token_normalize.py": "e3dfaccc016417d181260234db2573f2c2c349e403e6566d9f35022633d9c50e",
    "pipeline/word_tokenize/__init__.py": "65b26025dfd44e2e1ddb03b98b1a25a26fe703596b22730e0c16f79a7f0fbb5d",
    _PATTERN: "5cb4fdc04fc806ac51842d9ec96834e9647262361bf865bacc164e96dc898a76",
    _DICTIONARY: "ec8c62b3881c6682c18959988e1fe08800cc835777778845bded470ca02745d9",
    _FEATURES: "cf93263c7c7973bf50122b0be76a394443ff61be00c1368713dee1b7d5b8a435",
    _CRF: "c3a64c64349f1d73304f89babacaa8f8cd6078b1ec1a1b2c104e9e411ac1d2c3",
}


class UnknownFilesError(Exception):
    """The installed underthesea is another than the one that we know."""


@dataclasses.dataclass(frozen=True, slots=True)
class UndertheseaFiles:
    """The pattern of its tokens, the letters and syllables that it rewrites, its dictionary and its model."""

    pattern: re.Pattern[str]
    letters: dict[str, str]
    syllables: dict[str, str]
    features: list[str]
    dictionary: set[str]
    model: CrfModel


def read_files() -> UndertheseaFiles:
    """The files of the installed underthesea; an UnknownFilesError where one is not as expected."""
    spec = importlib.util.find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise UnknownFilesError("underthesea is not installed")
    try:
        core = f"underthesea_core=={importlib.metadata.version('underthesea_core')}"
    except importlib.metadata.PackageNotFoundError as error:
        raise UnknownFilesError("underthesea_core is not installed") from error
    if core != CORE:
        raise UnknownFilesError(f"{core} is not {CORE}")
    folder = Path(spec.origin).parent
    for name in DIGESTS.keys() - {_PATTERN, _RULES, _FEATURES, _DICTIONARY, _CRF}:
        _read(folder, name)
    rules = pickle.loads(_read(folder, _RULES))
    return UndertheseaFiles(  # one after another: the model takes 5 MB
        pattern=_read_pattern(_read(folder, _PATTERN)),
        letters=rules["character"],
        syllables=rules["token"],
        model=read_crfsuite(_read(folder, _CRF)),
        features=pickle.loads(_read(folder, _FEATURES)),
        dictionary=pickle.loads(_read(folder, _DICTIONARY)),
    )


def _read(folder: Path, name: str) -> bytes:
    """The bytes of a file with the digest that we know; pickles are opened on the strength of it."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise UnknownFilesError(f"{folder / name} can't be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != DIGESTS[name]:
        raise UnknownFilesError(f"{folder / name} is not the file of {RELEASE}")
    return data


def _read_pattern(source: bytes) -> re.Pattern[str]:
    """The pattern of underthesea's tokens: its module, run without the imports that would load the whole package."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not isinstance(node, ast.ImportFrom)]
    names: dict[str, re.Pattern[str]] = {}
    exec(compile(tree, _PATTERN, "exec"), names)
    return names["patterns"]
