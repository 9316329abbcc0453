"""English words that are written with a full stop, and words that begin sentences.

Sources: the abbreviations of the Associated Press and Chicago stylebooks that occur in running text. All are in
lower case and without their last full stop.
"""

__all__ = [
    "BEFORE_NAME",
    "BEFORE_NUMBER",
    "BRANDS",
    "MAY_END",
    "REPORTING",
    "SHORT_WORDS",
    "STARTERS",
    "TIMES",
    "WEEKDAYS_AND_ZONES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or an example follows: never the end of a sentence.
BEFORE_NAME = _words(
    "mr mrs ms mx dr prof gen sen rep reps sens gov govs lt col capt cpt cmdr comdr sgt maj adm brig cpl pvt rev fr hon "
    "pres supt insp messrs mmes mme mlle mt vs e.g i.e eg ie cf viz f.e approx ibid p.s ps drs"
)

# A number follows: no end before a figure or a single letter, an ordinary word before anything else.
BEFORE_NUMBER = _words(
    "no nos vol vols p pp fig figs art arts sec ch chap eq op para pt rs n° nº № ver ext tel room rm"
)

# May end a sentence; it does when the next word begins sentences (STARTERS).
MAY_END = _words(
    "inc corp co cos ltd llc plc bros jr sr esq st ave blvd rd hwy bldg dept univ assn assoc gov't govt intl int'l nat'l "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "ala ariz ark calif colo conn del fla ga ill ind kan kans ky mass md mich minn miss mo mont neb nev okla ore "
    "penn tenn tex va vt wash wis wyo ont que alta est incl misc max mfg mktg natl orig "
    "ph.d m.d b.a m.a b.sc m.sc ll.b u.s u.k u.n e.u d.c l.a n.y u.s.a u.s.s.r p.o i.v"
)

TIMES = _words("a.m p.m am pm")

WEEKDAYS_AND_ZONES = _words(
    "monday tuesday wednesday thursday friday saturday sunday eastern pacific central mountain est edt pst pdt cst cdt "
    "mst mdt gmt utc bst jst cet cest et pt ct local"
)

# Words that begin a sentence but hardly ever go on a name after an abbreviation.
STARTERS = _words(
    "the this that these those it he she they we you i i'm i've i'd i'll it's that's there there's here what what's when "
    "where who why how but and so or nor yet however if in on at as for from to of with by after before during while "
    "since although though because unless until once under over according meanwhile moreover therefore thus then now "
    "today yesterday tomorrow also still even his her its their our my your is are was were do does did has have had can "
    "could will would should may might must let let's please some many most all both each every another other others one "
    "two three several few millions thousands hundreds dozens an a not only just about despite among between within "
    "without instead nevertheless nonetheless furthermore additionally later earlier finally such maybe perhaps"
)

# Short words that are no abbreviation when a full stop and a small letter follow ("… like it. and then").
SHORT_WORDS = _words(
    "all also and any are as ask at away back bad be been best big but buy by call came can car care city come cost "
    "day days did do done down due easy else ever far fast few fine food for free from fun game get girl give go god gone "
    "good got guy guys had hand hard has hate have he head hear help her here high him his home hope hour how i idea if "
    "in is it job just keep kids kind know last late left less life like line list live long lot lots love mad made make "
    "man many me meal men mind mine more most much must my name near need new news next nice not now of off oil ok okay "
    "old on once one only open or our out over own part past pay plan play poor post put real rest rich ride right road "
    "room same save say see seen sell set she show side site so some son soon sore stay stop such sure take talk team "
    "tell than that them then they this time to told too took town trip true try turn two up use used very wait walk want "
    "war was way ways we week well went were what when who why will wish with word work year years yes yet you your"
)

# Names that are written with an exclamation mark.
BRANDS = _words("yahoo y jeopardy yum joomla hey say mamma oklahoma")

# "…?" Smith asked: the quotation goes on into its report.
REPORTING = _words(
    "said says say saying asked asks told tells wrote writes added adds replied replies answered explained explains noted "
    "notes warned warns shouted yelled cried whispered tweeted insisted argued claimed declared announced stated stressed "
    "recalled concluded continued remarked thought wondered exclaimed joked admitted acknowledged"
)
