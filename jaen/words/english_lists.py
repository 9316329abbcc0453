"""Closed lists of English words: function words, irregular forms, spelling exceptions of regular ones, months.

Written for this project from a grammar's closed classes; nothing here comes from a corpus or a dictionary file.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    """`form=base` items."""
    return dict(item.split("=") for item in text.split())


# --- closed classes, by Universal Dependencies part of speech -------------------------------------------------------

DETERMINERS = _words("the a an this that these those each every some any no all both either neither another which what")
PRONOUNS = _words(
    """anybody anyone anything everybody everyone everything he her hers herself him himself his i it its itself me
    mine my myself nobody none nothing one's oneself our ours ourselves she somebody someone something their theirs
    them themselves they us we who whom whose you your yours yourself yourselves"""
)
ADPOSITIONS = _words(
    """aboard about above across after against ago along alongside amid amidst among amongst around as at before behind
    below beneath beside besides between beyond by concerning despite down during except for from in including
    inside into like near of off on onto out outside over per regarding since than through throughout till toward
    towards under unlike until up upon versus via vs vs. with within without"""
)
CONJUNCTIONS = _words("and or but nor & yet")
SUBORDINATORS = _words("if because while although though whether unless whereas lest that")
# Prepositions that also open a clause: "before he left", "as officials said".
CLAUSE_OPENERS = _words("as before after since until till than like")
BE = _words("be am is are was were been being isn't aren't wasn't weren't")
HAVE_DO = _words("have has had having do does did haven't hasn't hadn't don't doesn't didn't")
MODALS = _words(
    """can can't cannot could couldn't may mayn't might mightn't must mustn't needn't ought shall shan't should
    shouldn't will won't would wouldn't"""
)
ADVERBS = _words(
    """abroad afterward afterwards again ago ahead almost alone aloud already also altogether always anyway apart aside
    away back backward downward else elsewhere enough even ever forever forward furthermore hence here how however
    indeed instead just late later least less likewise maybe meanwhile moreover nearby never nevertheless
    nonetheless now nowadays nowhere often once only otherwise overnight overseas perhaps quite rather really
    regardless seldom so sometimes somewhat somewhere soon still straight then there thereafter thereby therefore
    thus together too twice upward very well when whenever where wherever why worldwide"""
)
INTERJECTIONS = _words("yes hello hi oh ah ok okay please thanks wow hey yeah")

NUMBER_WORDS = _words(
    """billion eight eighteen eighty eleven fifteen fifty five forty four fourteen hundred million nine nineteen ninety
    one seven seventeen seventy six sixteen sixty ten thirteen thirty thousand three trillion twelve twenty two zero"""
)
ORDINAL_WORDS = _words(
    """eighteenth eighth eleventh fifteenth fifth first fourteenth fourth hundredth last next nineteenth ninth second
    seventeenth seventh sixteenth sixth tenth third thirteenth thirtieth twelfth twentieth"""
)

# --- open classes: what a suffix does not tell ---------------------------------------------------------------------

ADJECTIVES = _words(
    """able absent active actual acute additional adequate advanced ambitious ample ancient angry annual apparent
    artificial available aware bad bare basic best better big bilateral bitter black blue bold brief bright brisk
    broad brown busy calm capable central certain cheap chief civil clean clear close cold common complete complex
    concrete constant cool correct critical crucial current cutting-edge cyber daily damp dangerous dark dead deaf
    dear deep dense different difficult digital direct dirty disabled distant diverse domestic double dry dual due
    dull eager early eastern easy economic elderly eligible empty enormous entire equal essential eventual exact
    excellent extra extreme fair false familiar famous fellow female few fierce final financial fine firm fiscal
    flat foreign formal former fragile free frequent fresh frontier full fundamental further future general
    generative gentle genuine giant global gold golden good grand gray great green gross guilty half happy hard
    harsh healthy heavy high historic holy honest hot huge human humble ideal ill immediate imperial independent
    individual industrial inner innocent intense interim internal joint junior keen key kind known large last late
    latest latter lead leading least legal less likely limited little live local lone lonely long loose loud low
    lower loyal lucky mad main major male many massive mature mean medical mental mere mild military minor mobile
    moderate modern modest monthly moral more most much multiple mutual naive narrow national native natural naval
    near neat necessary negative nervous net neutral new next nice noble normal northern notable novel nuclear
    numerous odd official okay old on-site only open opposite ordinary original other outer outright overall own
    pale parallel partial past peaceful perfect permanent personal physical plain poor popular positive possible
    potential powerful practical precise pregnant premature present previous primary prime principal prior private
    probable proper proud public pure quick quiet radical random rapid rare raw ready real recent red regional
    regular related relevant remote responsible rich right rigid robust rough round royal rude rural sacred sad safe
    same scarce secret secure senior separate serious several severe shallow sharp short sick significant silent
    silver similar simple single slight slow small smart smooth so-called social soft sole solid sophisticated
    southern special specific stable steady steep stern still strategic strict strong subject subtle successful such
    sudden sufficient suitable super supreme sure sweet swift tall technical temporary tender tense terrible thick
    thin thorough tight tiny top total tough toxic traditional tropical true typical ultimate unable unanimous
    unclear unified unique united universal unknown unlikely unprecedented unusual upcoming upper urban urgent
    useful usual vague valid valuable vast viable violent virtual visible vital vulnerable warm weak wealthy weekly
    western wet white whole wide widespread wild willing wise wonderful worse worst worth wrong yellow young"""
)

NOMINATIVES = _words("i you he she it we they who which that there")
VERBS = _words(
    """abandon abolish absorb accelerate accept access accompany accomplish accuse achieve acknowledge acquire act
    adapt add address adjust admit adopt advance advise affect agree aim allege alleviate allocate allow alter amend
    amount analyze announce anticipate apologize appeal appear apply appoint appreciate approach approve argue arise
    arrange arrest arrive ask assemble assert assess assign assist associate assume assure attach attack attempt
    attend attract authorize avoid await award ban base be beat become beg begin behave believe belong benefit bid
    bind blame block boost borrow break bring broadcast build burn buy calculate call cancel capture carry cast
    catch cause cease celebrate challenge change charge check choose cite claim clarify clash clean clear climb
    close coincide collaborate collapse collect combine come comment commit communicate compare compete compile
    complain complete comply compose compromise conceal concede concentrate conclude condemn conduct confirm
    confront connect consider consist constitute construct consult consume contact contain contend continue contract
    contribute control convene convert convey convict convince cooperate coordinate cope copy correct cost cover
    crack crash create criticize cross cut damage deal decide declare decline decrease deepen defeat defend defer
    define delay delegate delete deliver demand demonstrate deny depart depend deploy derive describe deserve design
    designate destroy detain detect deteriorate determine develop devote die differ digest diminish direct disagree
    disappear disclose discover discuss dismiss display disrupt dissolve distribute divide dominate donate double
    draft draw drive drop earn ease eat edit elect eliminate embrace emerge emphasize employ enable enact encounter
    encourage end endorse endure enforce engage enhance enjoy enlist ensure enter entitle equip escape establish
    estimate evacuate evade evaluate evolve examine exceed exchange exclude execute exempt exercise exist expand
    expect experience expire explain exploit explore export expose express extend face facilitate fail fall favor
    fear feature feed feel fight file fill finalize finance find finish fire fit fix flee float flow fly focus
    follow forbid force forecast foresee forget form formulate foster found frame freeze fulfill function fund gain
    gather generate get give go govern grant grasp grow guarantee guard guide halt hand handle hang happen harm head
    hear heighten help hesitate hide highlight hinder hire hit hold honor hope host hurt identify ignore illustrate
    imagine impact implement imply import impose improve include incorporate increase incur indicate induce inflict
    influence inform inherit initiate injure insist inspect install instruct integrate intend intensify interpret
    interrupt intervene interview introduce invade invest investigate invite involve issue join judge jump justify
    keep kick kill knock know label lack land last launch lay lead leak lean learn lease leave lend let leverage lie
    lift limit link list listen live load locate lock look lose love lower maintain make manage manufacture march
    mark marry match matter mean measure meet mention merge migrate mislead miss mitigate mobilize modify monitor
    motivate move name narrow need negotiate nominate note notice notify number obey object oblige observe obtain
    occupy occur offer offset open operate oppose opt order organize originate outline overcome overhaul oversee
    overtake overturn owe own participate pass pave pay penetrate perceive perform permit persist persuade place
    plan play plead pledge plummet plunge point ponder pose position possess postpone praise predict prefer prepare
    prescribe present preserve press prevail prevent probe proceed process procure produce prohibit project prolong
    promise promote prompt propose prosecute protect protest prove provide provoke publish pull punish purchase
    pursue push put qualify question quit quote rain raise range rank rate ratify reach react read realize rebound
    rebuild recall receive recognize recommend reconsider record recover recruit reduce refer refine reflect reform
    refrain refuse regain regard register regulate reinforce reiterate reject relate release relieve rely remain
    remark remember remind remove renew rent reopen repair repeat replace reply report represent request require
    rescue research reserve reshape reside resign resist resolve respect respond rest restore restrict restructure
    result resume retain retire retreat retrieve return reveal reverse review revise revive revoke rise risk roll
    rule run rush sack safeguard sail save say scale scrap scrutinize search secure see seek seem seize select sell
    send sense separate serve set settle shape share shed shift ship shoot show shrink shut sign signal simulate
    sink sit skip slash slip slow soar solve spark speak specify speculate spend spill split sponsor spot spread
    spur stabilize stand start state stay steal stem step stick stipulate stop store strengthen stress strike strip
    strive struggle study submit succeed suffer suggest sum summon supervise supply support suppose surface surge
    surpass surprise surrender surround survey survive suspect suspend sustain swear switch symbolize tackle take
    talk target teach tear tell tend terminate test testify thank think threaten throw tie tighten touch track trade
    train transfer transform translate transmit travel treat trigger try turn uncover undergo undermine underscore
    understand undertake unify unite unveil update upgrade uphold urge use utilize vary verify view violate visit
    voice vote wait walk want warn wash waste watch weaken wear weigh welcome widen win wish withdraw withhold
    withstand witness work worry wound write yield"""
)
# Verbs of the list above that are at least as often nouns: a verb only after "to", a modal or a subject.
NOUN_OR_VERB = _words(
    """access act address advance aim amount appeal approach arrest attack attempt award ban base benefit bid blame
    block boost break broadcast burn call cast cause challenge change charge check claim clash comment compromise
    conduct contact contract control copy cost cover crack crash damage deal decline decrease defeat delay delegate
    demand design display double draft draw drive drop end escape estimate exchange exercise experience export face
    fear feature feed fight file finance fire fix flow focus force forecast form frame function fund gain grant
    guarantee guard guide halt hand harm head help highlight hope host impact import increase influence interview
    issue judge jump kick label lack land launch lead leak lease leverage lie lift limit link list load lock look
    love march mark match matter measure mention merge move name need note notice number object offer order outline
    overhaul pass pay place plan play pledge point position praise present press probe process produce project
    promise prompt protest pull purchase push question quote rain raise range rank rate reach read rebound recall
    record reform regard register release remark rent repair reply report request rescue research reserve respect
    rest result retreat return reverse review revise rise risk roll rule run rush sack safeguard sail scale scrap
    search sense set shape share shift ship show sign signal slip spark split sponsor spot spread spur stand start
    state stay stem step stick stop store stress strike strip struggle study supply support surface surge surprise
    survey suspect switch talk target test tie touch track trade train transfer travel trigger try turn update
    upgrade use view visit voice vote wait walk waste watch welcome win wish witness work worry wound yield"""
)
NOUNS_IN_ING = _words(
    """anything banking bearing beginning briefing building ceiling clothing drawing evening everything feeling filing
    finding funding gathering greeting hearing holding housing killing king landing lending lighting manufacturing
    marketing meeting morning nothing nursing offspring opening outing painting parking planning pricing pudding
    rating recording ring ruling saying setting sewing shipping shopping sibling sightseeing sitting sling something
    spending spring staffing sting string summing swing talking testing thing timing trading training understanding
    upbringing warning wedding wing writing"""
)
NOUNS_IN_LY = _words("family assembly reply supply anomaly ally italy july monopoly belly bully rally")
ADJECTIVES_IN_LY = _words(
    "early daily weekly monthly yearly friendly likely unlikely elderly costly deadly orderly timely only"
)

ADJECTIVES_AS_NOUNS = _words(
    """advance alternative annual artificial black capital chemical chief cold common criminal critical daily double
    elderly equal executive extreme female final firm future general giant gold good green half head human ideal
    individual initiative intelligence junior key leading local lot major male material maximum medical military
    mobile national native net novel objective official open original past poor potential present principal private
    pro public relative representative right round secret senior separate several silver single subject superior
    supreme top total weekly west white whole wrong young"""
)
# Frequent nouns without a telling suffix: a capital at the start of a sentence makes no name of them.
NOUNS = _words(
    """agency air army article attacker author authority autumn bank bear birthday board body bond book border boy
    budget building business cabinet candidate car case center century chair chance chapter child city clerk client
    club coast code committee community company country county couple court crew crime crisis critic crowd customer
    data date daughter day death debt deputy desk detail diplomat district doctor dollar earthquake economy emperor
    employee energy engineer evidence executive expert eye factory faculty family farm father figure film fish
    flight food friend game girl goal gold government group guest gun hacker health heart hill home hospital hotel
    hour house husband idea industry infrastructure island item job journalist key king lab lake law lawmaker lawyer
    leader leadership life line loan machine man manager map mayor measure media meeting member message minister
    ministry minute model money month mother mountain mouse movie museum music network news newspaper night north
    number ocean office officer oil operator page parent park part partner party patient people percent person phone
    photo pilot player police policy politics port president price priest prime prince prisoner problem product
    professor profit program public queen reader reason researcher rice river road room school sea season secretary
    sector seller series session shareholder shop side site sky snow society soldier son song source south space
    spokesman spokeswoman staff star station strategist street student summer sun supplier system tax teacher team
    technology term thing tool tower town truck union user value vehicle vendor victim village voter wall war water
    way weakness weapon weather week west wife wind window winter woman word work worker world writer yard year yen
    youth zone"""
)

# --- irregular forms ------------------------------------------------------------------------------------------------

# Strong verbs, forms first: several bases where the form is ambiguous would be wrong half the time, so one each.
VERB_FORMS = _pairs(
    """am=be freed=free is=be are=be was=be were=be been=be being=be has=have had=have having=have does=do did=do
    done=do goes=go went=go gone=go arose=arise arisen=arise ate=eat eaten=eat awoke=awake awoken=awake beaten=beat
    became=become began=begin begun=begin bent=bend bit=bite bitten=bite bled=bleed blew=blow blown=blow bore=bear
    borne=bear born=bear bought=buy bound=bind bred=breed broke=break broken=break brought=bring built=build
    burnt=burn came=come caught=catch chose=choose chosen=choose clung=cling crept=creep dealt=deal dug=dig
    drawn=draw drew=draw drank=drink drunk=drink driven=drive drove=drive dwelt=dwell fallen=fall fell=fall fed=feed
    felt=feel fled=flee flew=fly flown=fly flung=fling forbade=forbid forbidden=forbid foresaw=foresee
    foreseen=foresee forgave=forgive forgiven=forgive forgot=forget forgotten=forget fought=fight found=find
    froze=freeze frozen=freeze gave=give given=give got=get gotten=get grew=grow grown=grow ground=grind heard=hear
    held=hold hid=hide hidden=hide hung=hang kept=keep knelt=kneel knew=know known=know laid=lay lain=lie
    learnt=learn led=lead left=leave lent=lend lit=light lost=lose made=make meant=mean met=meet misled=mislead
    mistook=mistake misunderstood=misunderstand overcame=overcome overran=overrun oversaw=oversee overseen=oversee
    overtaken=overtake overthrew=overthrow overthrown=overthrow overtook=overtake paid=pay proven=prove ran=run
    rang=ring rebuilt=rebuild ridden=ride risen=rise rode=ride rose=rise rung=ring said=say sang=sing sank=sink
    sat=sit saw=see seen=see sent=send shaken=shake shone=shine shook=shake shot=shoot shown=show shrank=shrink
    shrunk=shrink slept=sleep slid=slide sold=sell sought=seek sped=speed spent=spend spoke=speak spoken=speak
    sprang=spring sprung=spring stood=stand stole=steal stolen=steal struck=strike strove=strive striven=strive
    stuck=stick stung=sting sung=sing sunk=sink swam=swim swum=swim swept=sweep swore=swear sworn=swear
    swollen=swell swung=swing taken=take taught=teach thought=think threw=throw thrown=throw told=tell took=take
    tore=tear torn=tear undergone=undergo understood=understand undertaken=undertake undertook=undertake
    underwent=undergo unsold=unsell upheld=uphold withdrawn=withdraw withdrew=withdraw withheld=withhold
    withstood=withstand woke=wake woken=wake won=win wore=wear worn=wear wound=wind wove=weave woven=weave
    written=write wrote=write dying=die lying=lie tying=tie dies=die lies=lie ties=tie vying=vie untying=untie
    dyed=dye dyeing=dye panicked=panic panicking=panic mimicked=mimic mimicking=mimic trafficked=traffic
    trafficking=traffic picnicked=picnic picnicking=picnic isn't=be aren't=be wasn't=be weren't=be haven't=have
    hasn't=have hadn't=have don't=do doesn't=do didn't=do can't=can cannot=can won't=will wouldn't=would
    couldn't=could shouldn't=should mustn't=must mightn't=might needn't=need"""
)
NOUN_FORMS = _pairs(
    """men=man women=woman children=child people=person feet=foot teeth=tooth geese=goose mice=mouse lice=louse oxen=ox
    halves=half knives=knife lives=life wives=wife leaves=leaf loaves=loaf thieves=thief shelves=shelf wolves=wolf
    selves=self calves=calf elves=elf scarves=scarf hooves=hoof analyses=analysis crises=crisis bases=base
    theses=thesis hypotheses=hypothesis emphases=emphasis diagnoses=diagnosis parentheses=parenthesis
    synopses=synopsis oases=oasis axes=axis criteria=criterion phenomena=phenomenon data=datum media=medium
    bacteria=bacterium strata=stratum memoranda=memorandum referenda=referendum curricula=curriculum errata=erratum
    alumni=alumnus nuclei=nucleus stimuli=stimulus fungi=fungus cacti=cactus radii=radius indices=index
    matrices=matrix vertices=vertex appendices=appendix quizzes=quiz buses=bus gases=gas viruses=virus bonuses=bonus
    campuses=campus censuses=census statuses=status choruses=chorus surpluses=surplus consensuses=consensus
    lenses=lens biases=bias atlases=atlas canvases=canvas aliases=alias irises=iris focuses=focus menaces=menace
    shoes=shoe toes=toe canoes=canoe foes=foe movies=movie cookies=cookie zombies=zombie rookies=rookie
    calories=calorie pies=pie ties=tie lies=lie dies=die selfies=selfie genies=genie hippies=hippie hoodies=hoodie
    smoothies=smoothie prairies=prairie sorties=sortie eyries=eyrie aches=ache headaches=headache
    avalanches=avalanche caches=cache niches=niche waltzes=waltz passers-by=passer-by"""
) | {"data": "data", "media": "media"}
# Nouns whose plural is themselves, or whose -s is no plural.
INVARIANT = _words(
    """across afterwards aids aircraft alias always arkansas athletics atlas barracks belongings besides bias bus
    canvas chaos charles chinese christmas clothes cosmos crossroads deer des diabetes diplomatics downstairs
    dynamics earnings economics electronics ethics ethos fish gallows gas genetics has headquarters hers indoors is
    its james japanese kansas kudos las lens less logistics los mathematics means measles mechanics news nowadays
    offspring olympics ours outdoors overseas paralympics paris pathos perhaps physics plus politics premises
    proceeds remains robotics salmon savings semantics series sheep shrimp sometimes spacecraft species statistics
    surroundings swiss texas theirs this thomas thus towards unless upstairs us versus vietnamese wales was
    whereabouts whereas yes yours"""
)
ADJECTIVE_FORMS = _pairs(
    """better=good best=good worse=bad worst=bad further=far furthest=far farther=far farthest=far elder=old eldest=old
    less=little least=little more=more most=most latest=late later=late"""
)

# --- where regular spelling forgets something -----------------------------------------------------------------------

# Stems (form without -ed/-ing) that take no -e although they end like those that do, or the other way round.
STEMS_WITHOUT_E = _words(
    """abandon abet anchor armor author ballot bias bulletin bus canvas censor debut develop echo envelop error factor
    favor focus gallop gas gossip harbor honor labor margin mastermind mentor mirror monitor murmur orphan pardon
    pilot pivot poison prison reason ruin rumor season sponsor tailor tutor vapor veto wallop worship"""
)
STEMS_WITH_E = _words(
    """ador appetit arrang aveng awak bak bal bath becom blam blockad brak breath cajol cascad challeng chang chok
    chrom cloth com compar compet compil complet conced condon consol controvert creat cring crusad decad declar
    degrad delet deplor dom downgrad erod escap evad evok exchang excit exhal exil expedit explod explor fad fil
    flam fram gam grad handl hast hik hing hom ignit ignor impal imped incit infring inhal interced invad invit
    invok jok landscap lik loath lung mak mistak nam obsolet overcom overtak parad parol partak past persuad pip
    plung pok pol polit postpon preced prepar prob profil provok prun rang rap rearrang reced recit reconcil regal
    restor reveng revok rewrit rol rul sal scal schedul seeth shad shak sham shap sheath smil smok som sooth spik
    stal stockpil strik strok styl suped supersed swip tak tam tast telephon tim trad typ undertak unit upgrad wak
    wast welcom whil wip writ"""
)
# Stems that end in a doubled consonant of their own: add, call, kill.
DOUBLE_L_DROPPED = _words(
    """annul cancel channel compel control counsel dial dispel distil duel enrol equal excel expel fuel fulfil funnel
    gruel impel initial instil jewel label level libel marvel model panel parcel patrol pedal pencil propel quarrel
    rebel repel rival shovel signal spiral stencil swivel total towel travel tunnel unravel"""
)
DOUBLED_BASES = _words("add odd err ebb egg butt purr putt boycott mutt watt jazz buzz fizz whizz")
NOUNS_IN_O_WITH_ES = _words(
    "hero potato tomato echo veto torpedo embargo volcano cargo mosquito tornado domino motto buffalo"
)

# --- the calendar -----------------------------------------------------------------------------------------------------

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
