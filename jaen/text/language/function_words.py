"""Function words by language: frequent, and frequent in no more than a few languages."""

_ENGLISH_WORDS = """
    the of and to in is that for it was on are as with his they at be this from have or had by not but what all
    were when we there can an your which their said if will each about how up out them then she many some so these
    would into has more her two him see could no than been who its now my over did down only may after most i you
    he us our me being does doing don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't
    wouldn't it's i'm i've you're we're they're that's there's what's let's he's she's just also any because
    before between both during few further here itself off once other own same such those through too under until
    very while where why again against should must might shall whose whom upon without within among across new
    says according
    """
ENGLISH = frozenset(_ENGLISH_WORDS.split())

# English, but frequent words of other languages too (Spanish no, Dutch over, Italian come): half a piece of evidence.
SHARED = ENGLISH.intersection(("no", "over", "come", "an", "in", "is", "was", "so", "on", "me", "do", "as", "he", "we",
    "us", "has", "had", "at", "i", "to", "were", "of", "her", "am", "or"))  # fmt: skip
ONLY_ENGLISH = ENGLISH - SHARED

# Whole pieces of evidence. A word that English has too is none (die, hat, war, plus, sin).
_FOREIGN_WORDS = {
    "de": """und der das ist nicht ein eine einen einem einer eines zu dem des mit sich auf für von im wird sind auch
        bei oder wie aus nach wurde werden haben sie ich wir ihr kann noch nur über wenn aber dass um zum zur durch
        sein ihre seine mehr gegen vom schon unter sehr""",
    "fr": """les des et est une du dans que qui pas au aux avec ce cette ces il elle ils elles nous vous ont été sont mais
        ou leur leurs être était fait comme tout selon après avait sa ses je ne""",
    "es": """una que y es por con para su sus se lo como más pero fue este esta estos entre cuando muy sobre también
        hasta hay donde desde todo nos les han ser está había porque""",
    "it": """il lo gli della delle dei degli nel nella che è per una con sono si alla alle dalla più anche ma hanno
        questo questa stato essere suo sua loro dopo ancora tra anni""",
    "pt": """um uma nas que não é em para com por se mais como mas foi ao aos pelo pela são seu sua ele ela também já
        está entre depois muito há ser tem quando sobre até isso""",
    "nl": """het een en dat niet zijn voor te wordt worden ook aan naar bij om maar heeft hebben deze dit werd
        uit als nog meer tot wel geen hun zij wij""",
    "sv": "och att det som är på av för den till inte har ett om jag kan från vi också eller ska",
    "da": "og det som er på af den til ikke har et om jeg fra vi også eller skal blev",
    "no": "og det som er på av den til ikke har et om jeg fra vi også eller skal ble",
    "fi": "ja ei että oli hän mutta myös ovat kun niin kuin joka tai sen tämä jos ole",
    "pl": "na nie się że jest od przez po jak za dla oraz jego są był było tym może przy",
    "cs": "na se je že jako jsou byl bylo které podle nebo při jeho také však",
    "ro": "și în cu nu este sunt pentru din că fost prin să după",
    "hu": "az és hogy nem egy volt ezt csak már mint még vagy",
    "tr": "ve bir bu için ile olarak çok daha gibi kadar olan ancak sonra ama değil",
    "id": "yang dengan untuk pada dari ini dalam tidak itu adalah oleh akan juga telah mereka karena",
    "vi": "và của có được trong không cho một với các người đã những này để khi đến cũng về",
}
# Half pieces: they are in English words of other kinds, or in names inside English text (de la Cruz, Los Angeles).
_WEAK_FOREIGN_WORDS = {
    "de": "die den in an war hat am so es man",
    "fr": "le la de en un à y a son plus par pour sans sur l d n s j c m qu",
    "es": "el los las de la en no un al a me son sin le del",
    "it": "la le di a al in un i ha come da dal no l d dell all nell sull un",
    "pt": "o a os as do da dos das no na de e",
    "nl": "de van in is was op over had",
}
FOREIGN: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _FOREIGN_WORDS.items()}
WEAK_FOREIGN: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _WEAK_FOREIGN_WORDS.items()
}
ANY_FOREIGN = frozenset[str]().union(*FOREIGN.values())
ANY_WEAK_FOREIGN = frozenset[str]().union(*WEAK_FOREIGN.values())
