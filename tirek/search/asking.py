"""Words with which people ask, and that say little of what is looked for: «ООП дегеніміз не».

They are rare in texts that answer, so rarity alone would make much of them. Both languages stand
in one list, for both are typed on either's pages.
"""

from typing import Final

from tirek.search.words import folded

_KAZAKH: Final = """
не нені неге неліктен немене қалай қайда қайдан қайсы қандай қашан қанша неше кім кімге кімдер
кімдерге деген дегеніміз дейміз дейді анықтамасы мағынасы ма ме ба бе па пе және мен пен үшін
туралы жайлы жайында бойынша бұл осы болады бола керек бар жоқ менің маған
"""
_RUSSIAN: Final = """
что чего чему это этот эта эти такое такой такая такие как какой какая какое какие где куда откуда
когда сколько зачем почему кто кого кому чем ли расшифровка расшифровать определение значение
значит означает можно нужно надо мне мой моя моего моему если для об обо про при со во на по из
или от до за под не у к и а о в с
"""


def asking() -> list[str]:
    """Return the words as they are compared with those of a query: folded, each once."""
    return sorted({folded(word) for word in (_KAZAKH + _RUSSIAN).split()})
