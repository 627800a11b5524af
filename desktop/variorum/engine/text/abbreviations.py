"""Words that end in a full stop without ending a sentence, by language.

Data only, imports nothing. Written without the last full stop. A word in small letters stands for
itself with a capital too; one with a capital only for itself (`No` the number, not the answer).
Letters with full stops between them are written closed up (`z.b`), whatever spaces the text has.

Three kinds, by what they say about the sentence:

- `never`: something always follows (titles, "for example"); no sentence ends here.
- `soft`: ends a sentence only when the next word is one that begins sentences ("in the U.S. The").
- `number`: an abbreviation before a number only ("No. 5", "fig. 2"); a plain word otherwise.

A word that mostly ends its sentence when a capital follows ("etc.") is in no list on purpose:
before a small letter nothing breaks anyway.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Abbreviations(NamedTuple):
    """The abbreviations of one language, each kind a string of words."""

    never: str
    soft: str = ""
    number: str = ""


ABBREVIATIONS: Final[dict[str, Abbreviations]] = {
    "en": Abbreviations(
        never="""
            mr mrs ms messrs mmes mx dr drs prof rev revd fr hon gov sen rep gen maj col lt cmdr
            capt sgt cpl pvt adm brig supt insp det Pres amb vs viz cf e.g i.e eg ie aka ca
            approx esp incl ft. Mt Ft op.cit et.al viz asst assoc""",
        soft="""
            st ave blvd rd Inc ltd Co corp bros jr sr esq dept univ est a.m p.m am. Jan Feb Mar
            Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri u.s u.k u.n
            e.u u.s.a d.c ph.d m.d b.a m.a b.sc m.sc a.d b.c Ala Ariz Ark Calif Colo Conn Del Fla
            Ga Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Pa Penn Tenn Tex Va Vt Wis Wyo
            Assn Bldg Gov't Intl mfg natl govt""",
        number="""
            No Nos no nos. p pp vol vols fig figs ch chap sec sect art par para eq eqs app ex
            v vv l ll n nn fol pt Op Ps Gen Exod Matt Cor Rom Heb""",
    ),
    "de": Abbreviations(
        never="""
            dr prof hr fr frl dipl ing hl st z.b d.h u.a. i.d.r i.d i.e z.t z.zt o.ä. bzw vgl
            sog insbes ca evtl ggf inkl zzgl exkl bspw beispielsweise. d.i m.e u.u v.a s.o s.u
            gem lt hrsg verf dt engl frz lat griech ev kath mag med jur phil rer nat abs. i.s.v
            i.v i.a u.u.""",
        soft="""
            usw etc u.a o.ä u.ä v.chr n.chr chr str jh jhd jahrh mio mrd tsd std min sek co
            Jan Feb Apr Aug Sept Okt Nov Dez gmbh e.v a.d a.m o.g geb gest verh ges. bd bde""",
        number="""
            Nr nr nrn s ss f ff bd bde art abs abb tab kap ziff anm fn aufl kl""",
    ),
    "fr": Abbreviations(
        never="""
            m mm mme mmes mlle mlles dr drs pr prof me st ste mgr cf p.ex c.-à-d c.à.d env av
            apr dir éd boul bd. chap. gal col cap lt sgt""",
        soft="""
            etc. j.-c jc janv févr avr juil sept oct nov déc bd av. ing cie sté ltd s.a r.p n.d.l.r
            s.a.r.l hab""",
        number="no nos n p pp vol t fig chap art al v éd ch sect par ann",
    ),
    "es": Abbreviations(
        never="""
            sr sra sres sras srta srtas dr dra dres d dña da prof profa lic ing arq gral cnel cap
            tte sto sta fr mons excmo excma ilmo ilma ud uds vd vds p.ej ej cf cfr vs av avda
            ntra aprox ca""",
        soft="""
            ee.uu ee.uu. rr.hh ff.aa s.a s.l cía ltda a.c d.c a.m p.m a.c. dpto depto prov c/ pza
            pl núms ene feb mar abr may jun jul ago sept oct nov dic hnos jr""",
        number="núm nº no n pág págs p pp vol vols fig figs cap caps art arts t tel s ss km",
    ),
    "pt": Abbreviations(
        never="""
            sr sra srs sras srta dr dra drs dras prof profa profs eng arq gen cel cap ten sgt d
            dom exmo exma ilmo ilma sto sta pe fr rev av r trav pça p.ex ex cf vs aprox""",
        soft="""
            ltda s.a cia a.c d.c e.c jr jan fev abr mai jun jul ago set out nov dez dept depto
            esq ed obs e.u.a""",
        number="núm nº no n pág págs p pp vol vols fig figs cap caps art arts t tel inc par séc",
    ),
    "it": Abbreviations(
        never="""
            sig sigg sig.ra sig.na sig.ra. dott dott.ssa dr prof prof.ssa ing avv arch geom rag on
            mons don gen col cap ten magg s.e ss rev p.es es cfr ca vs ecc. c.so p.za v.le all.""",
        soft="""
            s.p.a s.r.l a.c d.c gen. genn febbr apr giu lug ag sett ott nov dic v p.za f.lli
            u.s.a""",
        number="n nn no nr num pag pagg p pp vol voll fig figg cap capp art artt tav tel sec sez",
    ),
    "nl": Abbreviations(
        never="""
            dhr mevr mw mej dr drs ir ing mr prof ds st bijv bv b.v.b d.w.z m.a.w i.p.v t.o.v m.b.t
            o.a i.v.m t.a.v m.n nl t.w vgl ca zgn z.g resp incl excl evt max min. gebr lt kol gen
            kapt""",
        soft="""
            enz e.d e.a v.chr n.chr jan feb mrt apr jun jul aug sept okt nov dec jr sr n.v b.v
            mln mld str a.u.b""",
        number="nr nrs blz p pp art afb fig hfst hst par vol dl lid tel",
    ),
    "pl": Abbreviations(
        never="""
            prof dr. hab inż mgr lek doc płk gen. kpt por ppłk mjr sierż ks bp abp kard św np m.in
            tzn tzw tj ul al pl os. im ok dot zob por. wg ww w/w śp p.o o.o red oprac tłum
            pow woj gm b. jw. ang niem łac fr ros grec pw nt ds""",
        soft="""
            itd itp etc r w m in. n.e p.n.e godz min sek tys mln mld zł gr szt sp z.o.o s.a cd
            tel hab. gen stycz. lut. km kg""",
        number="nr nry s ss str t tom rozdz rys tab poz art par ust pkt lit zesz",
    ),
    "tr": Abbreviations(
        never="""
            dr prof doç yrd av sn bay. öğr gör alb alm arş uzm müh mim yük org orgn kor tüm tuğ yb
            bnb yzb ütğm tğm hz st örn bkz krş yak ör çev haz ed der""",
        soft="""
            vb vs vd cad sok mah blv apt bul m.ö m.s t.c a.ş ltd şti san tic a.b.d b.k yy jr
            oca. şub. kas. ara. üniv fak""",
        number="no s ss ss. sf cilt c fig şek böl md tel nu p",
    ),
    "ru": Abbreviations(
        never="""
            г-н г-жа гг. проф акад доц д-р ул пр-т просп пл пер пос дер обл р-н им св т.е т.к
            т.н т.о т.ч напр см ср ок тов ген полк кап лейт серж инж канд докт чл.-корр о-в
            оз англ нем фр лат греч рус гр гос зам зав нач отв сост изд ред пр. бул наб ст. ж.-д
            млн. т.наз""",
        soft="""
            г гг в вв т.д т.п др пр н.э до.н.э р.х руб коп тыс млн млрд кг км м см. мин сек час
            чел экз м.н янв февр апр авг сент окт нояб дек д.н к.т.н д.т.н сл э с.ш в.д ш д""",
        number="№ с стр т тт гл рис табл п пп ст илл вып ч кн разд кв корп д стб",
    ),
    "el": Abbreviations(
        never="""
            κ κκ κα δις δρ καθ αγ άγ π.χ δηλ βλ πρβλ λ.χ στρ ταξ πλ. σμχ υποστ αντ γεν. οδ. λεωφ
            τηλ. αρ.πρωτ μτφρ επιμ δ/ντής""",
        soft="""
            κ.ά κ.λπ κλπ κ.α κ.τ.λ κτλ μ.χ π.χ. μ.μ π.μ α.ε ε.π.ε ο.ε η.π.α ο.η.ε ιαν φεβ μαρ απρ
            αυγ σεπ οκτ νοε δεκ εκ χιλ τρισ δισ""",
        number="αρ αριθ σελ σ σσ τ τόμ κεφ εικ πίν παρ άρθ τηλ οδ χλμ",
    ),
    "ar": Abbreviations(
        never="د أ.د أ م. ت. إلخ. أ.م.د السيد. ج.م.ع",
        soft="ق.م ب.م هـ م ه ش.م.م ص.ب ج.م د.ك",
        number="ص ج ط ع رقم. ت ف ق",
    ),
    "fa": Abbreviations(
        never="ر.ک رک ن.ک نک آ. دکتر. ج.",
        soft="ق.م ه.ش ه.ق ه.ش. م ش ق هـ ش.م",
        number="ص صص ج ش س شم",
    ),
    "he": Abbreviations(
        never="ד פרופ גב מר. ר עו",
        soft="ת.ז ת.ד א.ב בע ש.ג",
        number="עמ מס ס ע פס",
    ),
    "hi": Abbreviations(
        never="डॉ डा श्री. पं प्रो स्व मो कु इं ले कै मे सं. एड वि.",
        soft="ई.पू ई वि.सं लि प्रा कं रु बी.ए एम.ए ए.के उ.प्र म.प्र दि एस.पी के.जी आर.के जे.पी",
        number="पृ सं क्र नं धा",
    ),
    "zh": Abbreviations(
        never="dr mr mrs ms prof st vs e.g i.e", soft="inc ltd co u.s", number="no p"
    ),
    "ja": Abbreviations(
        never="dr mr mrs ms prof st vs e.g i.e", soft="inc ltd co u.s", number="no p"
    ),
    "ko": Abbreviations(
        never="dr mr mrs ms prof st vs e.g i.e", soft="inc ltd co u.s", number="no p"
    ),
    "th": Abbreviations(
        never="ดร นพ พญ นาย. ศ รศ ผศ พล.อ พ.ต.ท พ.ต.อ ร.ต.อ พ.ศ ค.ศ น.ส ม.ร.ว เช่น. จ อ ต ถ",
        soft="น ก.ม กม บ กก ส.ส ก.พ ม.ค มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค โทร",
        number="หน้า. ข้อ. น",
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
