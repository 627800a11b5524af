"""Words that end in a full stop without ending a sentence, by language.

Data only, imports nothing. Written without the last full stop. A word in small letters stands for
itself with a capital too; one with a capital only for itself (`No` the number, not the answer).
Letters with full stops between them are written closed up (`z.b`), whatever spaces the text has.

Kinds, by what they say about the sentence:

- `never`: something always follows (titles, "for example"); no sentence ends here.
- `soft`: ends a sentence only before a capitalised word that begins sentences ("in the U.S. The");
  in scripts without capitals never.
- `number`: an abbreviation before a number only ("No. 5", "fig. 2"); a plain word otherwise.

What is a word, too, and may well end a sentence ("mar" is March and the sea in Spanish) is in no
list, or only where a number follows. What mostly ends its sentence when a capital follows ("etc.")
is in no list on purpose: before a small letter nothing breaks anyway.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Abbreviations(NamedTuple):
    """The abbreviations of one language, each kind a string of words."""

    never: str
    soft: str = ""
    number: str = ""
    suffix: str = ""
    """Ends of compound words that count as `number`."""


_ENGLISH_TITLES: Final = "dr mr mrs ms prof st vs e.g i.e"
"""What stands in texts of East Asia, too."""

ABBREVIATIONS: Final[dict[str, Abbreviations]] = {
    "en": Abbreviations(
        never="""
            mr mrs ms messrs mmes mx dr drs prof Rev Revd Fr Hon Gov Sen Rep Gen Maj Col Lt Cmdr
            Capt Sgt Cpl Pvt Adm Brig Supt Insp Det Pres Amb vs viz cf e.g i.e eg ie aka ca
            approx esp incl Mt Ft asst assoc Rt a.k.a""",
        soft="""
            st ave blvd rd Inc ltd Co corp bros jr sr esq dept univ est a.m p.m Tue Tues Wed Thu
            Thur Thurs Fri u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a b.sc m.sc a.d b.c Ala Ariz
            Ark Calif Colo Conn Fla Ga Kan Ky La Mich Minn Mo Mont Neb Nev Okla Pa Penn Tenn Tex
            Va Vt Wis Wyo Assn Bldg Govt Intl al""",
        number="""
            No Nos no p pp vol vols fig figs ch chap sec sect art par para eq eqs app ex v vv l
            ll n nn fol pt ft oz lb lbs Op Ps Exod Matt Cor Rom Heb Jan Feb Mar Apr Jun Jul Aug
            Sep Sept Oct Nov Dec Mon Sat Sun tel ext cl amend subsec reg sched ed""",
        suffix="str",
    ),
    "de": Abbreviations(
        never="""
            dr prof Fa Hr Fr Frl dipl Ing hl st z.b d.h i.d.r i.d i.e z.t z.zt bzw vgl sog insbes
            ca evtl ggf inkl zzgl exkl bspw d.i m.e u.u v.a s.o s.u gem Lt hrsg verf dt engl frz
            lat griech ev kath Mag med jur phil rer nat i.s.v i.v i.a lt ehem mind bzgl ggü urspr
            Abt bes versch jew div einschl allg u v überarb erw z.Hd""",
        soft="""
            usw etc u.a o.ä u.ä v.chr n.chr chr jh jhd jahrh mio mrd tsd std min sek co gmbh e.v
            a.d a.m o.g geb gest verh aufl""",
        number="""
            Nr nrn s ss f ff bd bde art abs abb tab kap ziff anm fn aufl kl Jan Feb Apr Aug Sept
            Okt Nov Dez Pos Az Tel Rn Rz Abschn Anl Postf""",
        suffix="str",
    ),
    "fr": Abbreviations(
        never="""
            MM mme mmes mlle mlles dr drs pr prof Me st ste mgr cf p.ex c.-à-d c.à.d env apr dir
            éd boul Gal Lt Sgt cass bull Ch""",
        soft="av j.-c jc bd cie sté ltd s.a s.a.r.l n.d.l.r hab trad coll",
        number="""
            no nos n p pp vol t fig chap art al v éd sect par ann janv févr avr juil sept oct nov
            déc tél app bât civ crim""",
    ),
    "es": Abbreviations(
        never="""
            ee sr sra sres sras srta srtas dr dra dres dña prof profa lic ing arq gral cnel Cap
            tte sto sta Fr mons excmo excma ilmo ilma ud uds vd vds p.ej ej cf cfr vs avda ntra
            aprox lcdo lcda pza admón fdo atte Bs""",
        soft="uu ee.uu rr.hh ff.aa s.a s.l cía ltda a.c d.c a.m p.m dpto depto prov hnos jr ed",
        number="""
            núm núms nº No pág págs p pp vol vols fig figs cap caps art arts t tel s ss km ene feb
            abr jun jul ago sept oct nov dic tfno tlf FJ""",
    ),
    "pt": Abbreviations(
        never="""
            sr sra srs sras srta dr dra drs dras prof profa profs Eng Arq Gen Cel Cap Ten Sgt
            exmo exma ilmo ilma sto sta Pe Fr Rev av trav pça p.ex cf vs aprox""",
        soft="ltda s.a cia a.c d.c jr depto esq e.u.a eua ed",
        number="""
            núm nº No pág págs p pp vol vols fig figs cap caps art arts t tel inc séc jan fev abr
            mai jun jul ago set out nov dez""",
    ),
    "it": Abbreviations(
        never="""
            sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag mons Gen
            Col Cap Ten magg s.e ss rev p.es es cfr vs c.so p.za v.le
            sen gen col pres ca On""",
        soft="s.p.a s.r.l a.c d.c f.lli u.s.a min ed",
        number="""
            n nn nr co num pag pagg p pp vol voll fig figg cap capp art artt tav tel sec sez genn
            febbr apr giu lug sett ott nov dic""",
    ),
    "nl": Abbreviations(
        never="""
            dhr mevr mw mej dr drs ir ing mr prof ds st bijv bv b.v d.w.z m.a.w i.p.v t.o.v m.b.t
            o.a i.v.m t.a.v m.n vgl ca zgn z.g resp incl excl evt gebr Lt Kol Gen Kapt""",
        soft="enz e.d e.a v.chr n.chr jr sr n.v mln mld str a.u.b",
        number="""
            nr nrs blz p pp art afb fig hfst par vol dl lid tel max min jan feb mrt apr jun jul
            aug sept okt nov dec""",
    ),
    "pl": Abbreviations(
        never="""
            prof hab inż mgr lek doc płk kpt por ppłk mjr sierż ks bp abp kard św np m.in tzn tzw
            tj ul al pl zob wg ww śp p.o red oprac tłum pow woj gm ang niem łac fr ros grec nt pt
            wydz mec ds med bryg dr bł""",
        soft="""
            itd itp etc r w m n.e p.n.e godz min sek tys mln mld szt sp z.o.o s.a tel gen im""",
        number="nr nry s ss str t tom rozdz rys tab poz art par ust pkt lit zesz ok wyd kom",
    ),
    "tr": Abbreviations(
        never="""
            dr prof doç yrd Av sn öğr alb arş uzm müh mim Yük tuğ yb bnb yzb ütğm tğm hz st örn
            bkz krş haz çev op yarg any""",
        soft="vb vs cad sok mah blv Apt Bul m.ö m.s t.c a.ş ltd şti tic a.b.d yy üniv fak",
        number="no s ss sf cilt c fig şek böl md tel nu p",
    ),
    "ru": Abbreviations(
        never="""
            г-н г-жа проф акад доц д-р ул пр-т просп пл пер пос дер обл р-н св т.е т.к т.н т.о т.ч
            напр ср тов ген полк лейт серж инж канд чл.-корр о-в оз англ фр греч рус гр гос зам
            зав отв сост изд ред бул наб ж.-д т.наз См""",
        soft="""
            г гг в вв т.д т.п др пр н.э р.х тыс м чел экз м.н им к.т.н д.т.н с.ш в.д""",
        number="№ с стр т тт гл рис табл п пп ст илл вып ч кн разд кв корп д стб янв февр апр "
        "авг сент окт нояб дек оф каб тел абз руб",
    ),
    "el": Abbreviations(
        never="""
            κ κκ κα δις δρ καθ αγ άγ π.χ δηλ βλ πρβλ λ.χ στρ ταξ υποστ αντ λεωφ μτφρ επιμ
            αικ κων δημ ιω βασ αθ""",
        soft="""
            κ.ά κ.λπ κλπ κ.α κ.τ.λ κτλ μ.χ μ.μ π.μ α.ε ε.π.ε ο.ε η.π.α ο.η.ε χιλ τρισ δισ""",
        number="""
            αρ αριθ σελ σ σσ τ τόμ κεφ εικ πίν παρ άρθ τηλ οδ χλμ ιαν φεβ μαρ απρ αυγ σεπ οκτ νοε
            δεκ""",
    ),
    "sv": Abbreviations(
        never="""
            dr prof hr frk fil kand civ.ing ing t.ex bl.a s.k d.v.s dvs f.d ev ca c:a inkl exkl resp
            jfr jmf obs d.ä d.y adj doc red övers utg fr.o.m t.o.m p.g.a m.a.o i.o.m St""",
        soft="""
            m.m m.fl osv etc o.s.v o.d f.kr e.kr f.n mkr tkr mdr milj st kr tim min sek jr sr""",
        number="""
            kl nr s sid kap fig tab bil art vol p del jan feb mar apr jun jul aug sep sept okt nov
            dec tel tfn""",
    ),
    "da": Abbreviations(
        never="""
            dr prof hr fr frk ing mag cand civ f.eks bl.a dvs d.v.s pga p.g.a ca jf jfr inkl ekskl
            evt fx mht vedr ang hhv red udg skt Sct St d.æ d.y overs""",
        soft="m.m m.fl osv o.s.v etc o.l f.kr e.kr f.kr.f kr mio mia jr sr",
        number="""
            kl nr s kap fig tab stk art bd vol p pr jan feb mar apr jun jul aug sep sept okt nov dec
            tlf""",
    ),
    "no": Abbreviations(
        never="""
            dr prof hr fr frk ing mag cand siv f.eks bl.a dvs d.v.s pga p.g.a ca jf jfr inkl ekskl
            evt mht vedr ang hhv red utg St d.e d.y overs""",
        soft="m.m m.fl osv o.s.v etc o.l f.kr e.kr kr mill mrd jr sr",
        number="""
            kl nr s kap fig tab art bd vol p pr jan feb mar apr jun jul aug sep sept okt nov des
            tlf""",
    ),
    "fi": Abbreviations(
        never="""
            esim ns ks vrt tri toht prof maist dipl.ins ins hra rva nti mm lis arv synt virk St
            suom engl saks ruots""",
        soft="ym yms jne tms ynnä ekr jkr eaa jaa milj mrd",
        number="n s nro puh kpl t os kohd luku",
    ),
    "hu": Abbreviations(
        never="""
            dr prof ifj id özv gr pl ún kb ill vö ld lásd br mr mrs tkp ti úgyn""",
        soft="stb i.e i.sz kr.e kr.u kft bt zrt nyrt rt em fszt sz u ker tel",
        number="""
            old jan febr márc ápr jún júl aug szept okt nov dec vol kt""",
    ),
    "ro": Abbreviations(
        never="""
            dl dlui dna dnei d-l d-na dr prof ing av acad gen col lt cpt sf str bd bul aprox cca
            op.cit cf p.ex ș.cl d.ex arh jud""",
        soft="""
            etc ș.a ş.a ș.a.m.d ş.a.m.d d.hr î.hr i.hr e.n î.e.n s.a s.r.l mil mld jr sec""",
        number="""
            nr pag p pp vol cap art alin lit fig tab ed ap et sc bl tel ian feb mar apr iun iul aug
            sept oct noi dec""",
    ),
    "uk": Abbreviations(
        never="""
            вул пр-т просп пл пров бульв обл р-н смт проф акад доц д-р гр св т.зв напр див пор тов
            ген полк ред упоряд о-в м с ім інж канд англ нім франц лат""",
        soft="""
            р рр ст т.д т.п ін тис млн млрд грн коп н.е чол хв год сек кв п""",
        number="""
            № стор гл розд рис табл ч т кн буд кім січ лют бер квіт трав черв лип серп вер жовт
            лист груд тел""",
    ),
    "ca": Abbreviations(
        never="""
            sr sra srs sres dr dra drs prof profa sta mn ex p.ex av avda pça ctra aprox vs cf mons
            arq lic""",
        soft="etc a.c d.c s.a s.l jr dep hab ee.uu",
        number="""
            núm núms pàg pàgs p pp vol vols fig figs cap caps art arts t tel gen febr abr jul ag set
            oct nov des""",
    ),
    "ar": Abbreviations(
        never="د أ.د أ أ.م.د ج.م.ع", soft="ق.م ب.م هـ م ه ش.م.م ص.ب ج.م د.ك", number="ص ج ط ع ت ف ق"
    ),
    "fa": Abbreviations(
        never="ر.ک رک ن.ک نک", soft="ق.م ه.ش ه.ق م ش ق هـ ش.م", number="ص صص ج س شم"
    ),
    "he": Abbreviations(never="ד פרופ גב ר עו", soft="ת.ז ת.ד א.ב ש.ג", number="עמ מס ס ע פס"),
    "hi": Abbreviations(
        never="डॉ डा पं प्रो स्व मो ले",
        soft="""
            ई.पू ई वि.सं लि प्रा कं रु बी.ए एम.ए उ.प्र म.प्र दि ए बी सी डी एफ एच जे के एल एम एन आर
            एस टी यू वी""",
        number="पृ सं क्र नं",
    ),
    "zh": Abbreviations(_ENGLISH_TITLES, soft="inc ltd co", number="no p pp vol fig"),
    "ja": Abbreviations(_ENGLISH_TITLES, soft="inc ltd co", number="no p pp vol fig"),
    "ko": Abbreviations(_ENGLISH_TITLES, soft="inc ltd co", number="no p pp vol fig"),
    "th": Abbreviations(
        never="ดร นพ พญ ศ รศ ผศ พล.อ พ.ต.ท พ.ต.อ ร.ต.อ พ.ศ ค.ศ น.ส ม.ร.ว จ อ ต ถ",
        soft="น ก.ม กม บ กก ส.ส ก.พ ม.ค มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค โทร",
    ),
}
"""By ISO 639-1 code. A language that is not here is asked of sentencex (see `sentences`)."""

ORDINAL_LANGUAGES: Final = frozenset(
    {"de", "pl", "tr", "cs", "sk", "da", "no", "fi", "hu", "hr", "sr", "bs", "sl", "et", "lv", "is"}
)
"""Languages that write an ordinal number as a figure with a full stop: "am 3. Mai"."""

SPEECH_AFTER_NAME: Final[dict[str, str]] = {
    "en": "said says asked asks cried cries replied replies answered whispered shouted exclaimed "
    "called yelled wondered added continued muttered murmured demanded screamed snapped sighed "
    "laughed told",
    "de": "sagte fragte rief antwortete schrie flüsterte meinte erwiderte entgegnete murmelte",
    "nl": "zei vroeg riep antwoordde schreeuwde fluisterde",
    "tr": "dedi diye sordu bağırdı cevapladı fısıldadı haykırdı yanıtladı",
    "hu": "mondta kérdezte kiáltotta felelte válaszolta",
}
"""Verbs that follow a name after a quotation, where a name's capital hides that it goes on."""

SPEECH_NEARBY: Final[dict[str, str]] = {
    "ar": "قال|قالت|سأل|سألت|صاح|صاحت|أجاب|أجابت|هتف|همس|همست|رد|ردت|أضاف|أضافت|تساءل",
    "fa": "گفت|پرسید|فریاد|پاسخ|جواب|گفتند|زمزمه",
    "he": "אמר|אמרה|שאל|שאלה|ענה|ענתה|צעק|צעקה|קרא|קראה|לחש|לחשה|השיב|השיבה|אמרו",
    "hi": "कहा|पूछा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|पुकारा|उत्तर दिया|जवाब दिया",
    "ko": "말했|물었|외쳤|대답했|소리쳤|속삭였|되물었|중얼거렸|덧붙였",
    "ja": "言った|言いました|言う|聞いた|尋ねた|たずねた|叫んだ|答えた|つぶやいた|呟いた|ささやいた"
    "|述べた|訊いた",
    "zh": "说|道|問|问|答|喊|叫|说道|問道|说着|說|嚷|笑道|回答|表示|讲|低语|吼",
    "th": "พูด|กล่าว|ถาม|ตอบ|ตะโกน",
}
"""Patterns of verbs of speech in languages without capitals: a short clause after a quotation that
holds one belongs to it."""

CUT_SHORT: Final = """
    resp misc temp orig abbr abbrev excl spec prob poss tech cont contd trans eigtl bzgl allg insb
    urspr sogen ders mind jährl enz bijv circa aprox pags págs pagg segg chap vols godz łac напр
    след прим стр англ нем вып изд рис табл
    trav pén
    """
"""Words cut short, of all languages, that are in no list because a capital after them begins a
sentence; a small letter does not."""
