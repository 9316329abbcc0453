"""Closed lists of English words that decide where a capitalized name begins, ends and what it names."""

from jaen.words import english_lists as words

__all__ = [
    "BODIES",
    "CALENDAR",
    "FORMS_OF_ADDRESS",
    "GATHERINGS",
    "MINISTRIES",
    "NATIONS",
    "PLACES",
    "ROLES",
    "STOP_WORDS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",") if name.strip())


STOP_WORDS = frozenset().union(
    words.DETERMINERS, words.PRONOUNS, words.ADPOSITIONS, words.CONJUNCTIONS, words.SUBORDINATORS, words.CLAUSE_OPENERS,
    words.BE, words.HAVE_DO, words.MODALS, words.ADVERBS, words.INTERJECTIONS, words.NUMBER_WORDS, words.ORDINAL_WORDS,
    words.NOMINATIVES,
    _words(
        """such other many most much more few several own same to not according due despite based given earlier later long
        early late recent recently additionally meanwhile today yesterday tomorrow unlike among between as well new old
        good great please note former born known let people officials experts critics analysts government"""
    ),
)  # fmt: skip
"""Words, in lower case, that open a sentence and no name."""

CALENDAR = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Christmas Easter AD BC BCE CE AM PM
    GMT UTC JST EST"""
)

FORMS_OF_ADDRESS = _words(
    """Mr Mrs Ms Mx Miss Dr Prof Sir Dame Lord Lady Rev St Mr. Mrs. Ms. Dr. Prof. Rev. Gov Sen Rep Gen Lt Col Capt Maj
    Sgt Adm Cmdr Supt Gov. Sen. Rep. Gen. Lt. Col. Capt. Maj. Sgt. Adm. Cmdr. Supt."""
)

ROLES = _words(
    """minister secretary president chairman chairwoman chairperson chair director governor mayor premier chancellor senator
    representative ambassador commissioner chief officer ceo coo cfo cto general admiral colonel captain professor judge
    justice king queen emperor empress prince princess pope spokesman spokeswoman spokesperson treasurer speaker
    sheriff coach analyst economist strategist researcher head leader founder cofounder chairperson executive
    manager adviser advisor lawmaker deputy undersecretary envoy counselor attorney prosecutor lawyer bishop"""
)
"""What a person is called by office, in lower case."""

BODIES = _words(
    """agency ministry office secretariat bureau department commission committee council board authority administration
    center centre institute institution university college school hospital museum library bank group inc inc. ltd ltd. corp
    corp. corporation company co co. llc plc holdings party association federation union foundation society league
    organization organisation court parliament congress senate cabinet treasury army navy force forces police press news
    times journal post club team studio studios industries electric motors airlines airways railway network trust fund
    alliance coalition consortium lab labs laboratory laboratories"""
)
"""Last words of an organization's name, in lower case."""

GATHERINGS = _words(
    "summit olympics conference cup election festival forum expo games championship championships meeting dialogue talks"
)
"""Last words of an event's name, in lower case."""

MINISTRIES = _words(
    """ministry minister department secretary committee commission bureau institute faculty school office council center centre
    agency college subcommittee"""
)
"""Heads after which "of A, B and C" is one name: Ministry of Economy, Trade and Industry."""

PLACES = _words(
    """prefecture city ward county province state island islands river lake mountain mount sea ocean bay street avenue road
    station airport park bridge district valley peninsula town village"""
)

NATIONS = _names(
    """American, British, English, French, German, Italian, Spanish, Portuguese, Dutch, Belgian, Swiss, Austrian, Swedish,
    Norwegian, Danish, Finnish, Icelandic, Irish, Scottish, Welsh, Polish, Czech, Slovak, Hungarian, Romanian, Bulgarian,
    Greek, Turkish, Russian, Ukrainian, Belarusian, Serbian, Croatian, Japanese, Chinese, Korean, South Korean,
    North Korean, Taiwanese, Vietnamese, Thai, Indonesian, Malaysian, Singaporean, Filipino, Philippine, Indian,
    Pakistani, Bangladeshi, Iranian, Iraqi, Israeli, Palestinian, Saudi, Syrian, Egyptian, Arab, African, South African,
    Nigerian, Kenyan, Ethiopian, Canadian, Mexican, Brazilian, Argentine, Argentinian, Chilean, Colombian, Peruvian,
    Venezuelan, Cuban, Australian, European, Asian, Latin American, Western, Eastern, Northern, Southern, Roman, Latin,
    Soviet, Ottoman, Byzantine, Persian, Jewish, Christian, Muslim, Islamic, Catholic, Protestant, Buddhist, Hindu,
    Californian, Americans, Germans, Russians, Jews, Christians, Muslims, Greeks, Romans, Europeans, Asians,
    Africans, Arabs, Indians, Christianity, Islam, Buddhism,
    U.S., US, U.K., UK, E.U., EU, U.N., UN, USA, U.S.A., America, United States, United Kingdom, Britain, Great Britain,
    England, Scotland, Wales, Ireland, Northern Ireland, France, Germany, Italy, Spain, Portugal, Netherlands, Belgium,
    Switzerland, Austria, Sweden, Norway, Denmark, Finland, Iceland, Poland, Czech Republic, Slovakia, Hungary, Romania,
    Bulgaria, Greece, Turkey, Russia, Soviet Union, Ukraine, Belarus, Serbia, Croatia, Japan, China, Korea, South Korea,
    North Korea, Taiwan, Hong Kong, Vietnam, Thailand, Indonesia, Malaysia, Singapore, Philippines, India, Pakistan,
    Bangladesh, Iran, Iraq, Israel, Palestine, Saudi Arabia, Syria, Egypt, Nigeria, Kenya, Ethiopia, South Africa,
    Canada, Mexico, Brazil, Argentina, Chile, Colombia, Peru, Venezuela, Cuba, Australia, New Zealand, European Union,
    United Nations, Europe, Asia, Africa, Americas, North America, South America, Latin America, Middle East, Western Europe,
    Eastern Europe, Southeast Asia, East Asia, Pacific, Atlantic, Asia-Pacific, Mediterranean"""
)
"""Countries, continents, peoples and their adjectives: everybody knows how to translate them."""
