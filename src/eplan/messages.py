"""Words for people: an English sentence with named gaps, put into the reader's language at the very end.

A `Message` is a value. Nothing below the command line knows which language the reader wants.
"""

import gettext
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "zh-CN")
WORD = "word:"
"""Opens the msgid of a word of a closed list; in English the word itself is what people read."""


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with `{named}` gaps, and what goes into them: text, numbers, dates, messages, lists."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return translator(SOURCE_LANGUAGE)(self)


def say(text: str, /, **values: Any) -> Message:
    """A message; `text` is what the catalogues translate, so it must be a literal."""
    return Message(text, values)


class Refusal(Exception):  # noqa: N818 - not an error of eplan: what was asked cannot be done
    """What was asked cannot be done; the message says why and what to do. The command line exits with 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Translator:
    """Turns messages into text of one language."""

    language: str
    catalogue: gettext.NullTranslations

    def __call__(self, message: "Message | str", **values: Any) -> str:
        """The sentence in this language. A plain string is a msgid without gaps or with `values` for them."""
        if isinstance(message, Message):
            text, values = message.text, dict(message.values)
        else:
            text = message
        sentence = self.catalogue.gettext(text) if text else ""
        if sentence.startswith(WORD):
            return sentence.removeprefix(WORD).replace("-", " ")
        return sentence.format_map({name: self._shown(value) for name, value in values.items()}) if values else sentence

    def paragraphs(self, text: str) -> str:
        """A long text, translated paragraph by paragraph (manual pages)."""
        return "\n\n".join(self(part) if part.strip() else part for part in text.split("\n\n"))

    @property
    def joiner(self) -> str:
        return "、" if self.language.startswith("zh") else ", "

    def _shown(self, value: Any) -> Any:
        match value:
            case Message():
                return self(value)
            case str() | int() | float():
                return value
            case date():
                return value.isoformat()
            case Iterable():
                return self.joiner.join(str(self._shown(item)) for item in value)
            case _:
                return str(value)


@cache
def translator(language: str) -> Translator:
    """The translator of `language` (`en`, `zh-CN`); an unknown language falls back to English."""
    catalogue = gettext.translation(
        "eplan", localedir=str(LOCALE), languages=[language.replace("-", "_")], fallback=True
    )
    return Translator(language, catalogue)


def chosen_language(asked: str | None, folder: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The reader's language: `--lang`, then `EPLAN_LANG`, then the folder's `eplan.yaml`, then the locale."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    for wish in (asked, environment.get("EPLAN_LANG"), folder, locale):
        if wish:
            return _known(wish)
    return SOURCE_LANGUAGE


def _known(wish: str) -> str:
    return "zh-CN" if wish.lower().replace("_", "-").startswith("zh") else SOURCE_LANGUAGE
